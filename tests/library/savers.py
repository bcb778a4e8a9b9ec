"""A small process that saves notes until it is killed, and one that starts such processes quickly.

``python -m tests.library.savers FOLDER files|vault``: for each line on standard input it forks a child. The child
begins as the program does, by tidying up, then saves notes without end and writes ``done NAME NUMBER`` after each
save. The parent says ``born PID`` first and ``dead`` when the child has gone. With ``files`` the contract alone is
used, with ``vault`` the whole vault with its database and history, in the subfolders ``vault`` and ``data``.
"""

import os
import random
import sys
from pathlib import Path

from pkm_app.content.vaultfile import parse_vault_file
from pkm_app.library.files import digest, read_file, save_file, sweep
from pkm_app.library.settings import Settings
from tests.library.house import house

NOTES = 5


def text(name: str, number: int) -> bytes:
    """A note whose wholeness can be told: its number, many lines, and an end."""
    return f"{name} {number}\n".encode() + b"words words words\n" * (500 + number % 700) + f"end {number}\n".encode()


def number_of(name: str, data: bytes) -> int:
    """The number of a whole note; raises for any other bytes."""
    number = int(data.split(b"\n", 1)[0].split()[-1])
    if data != text(name, number):
        raise ValueError(f"{name} is torn: {len(data)} bytes, it begins {data[:20]!r} and ends {data[-20:]!r}")
    return number


def save_until_killed(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    sweep(folder)
    loaded = {name: read_file(folder / name) for name in (f"note {n}.md" for n in range(NOTES))}
    while True:
        name = chance.choice(sorted(loaded))
        number = number_of(name, loaded[name]) + 1
        fresh = text(name, number)
        save_file(folder / name, fresh, digest(loaded[name]))
        loaded[name] = fresh
        os.write(1, f"done {name} {number}\n".encode())


def save_in_vault_until_killed(folder: Path, seed: int) -> None:
    with house(folder) as home:
        chance = random.Random(seed)
        home.scan()
        while True:
            name = f"note {chance.randrange(NOTES)}.md"
            loaded = home.vault.load(name)
            number = number_of(name, loaded.file.to_bytes()) + 1
            saved = home.vault.save(name, parse_vault_file(text(name, number)), loaded.digest)
            if saved.conflict:
                raise AssertionError(saved.conflict)
            os.write(1, f"done {name} {number}\n".encode())


def put_many(folder: str, name: str) -> None:
    """Change some settings; run in several processes at once."""
    settings = Settings(Path(folder))
    for number in range(5):
        settings.put(f"{name}{number}", "x")


def main() -> None:
    folder = Path(sys.argv[1])
    run = save_until_killed if sys.argv[2] == "files" else save_in_vault_until_killed
    for line in sys.stdin:
        child = os.fork()
        if not child:
            run(folder, int(line))
        os.write(1, f"born {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    main()
