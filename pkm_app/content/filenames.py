"""The name of a file made from a title: for notes, sources, exports and attachments alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final

from pkm_app.base.errors import StorageProblem

MAX_BYTES: Final = 120
UNTITLED: Final = "Untitled"

_MANY = 10_000
_EXTENSION = re.compile(r"(?:\.[A-Za-z0-9]{1,10}){0,2}\Z")
# Not allowed by Windows, or with a meaning of its own in a link ([[name#heading|words]]), a comment or a shell.
_REPLACED = {
    **dict.fromkeys("/\\|:", "-"),
    **dict.fromkeys("<>?*#^\u2800", " "),
    '"': "'",
    "[": "(",
    "]": ")",
}
# Letters that show nothing: they would make an empty-looking name, or two names that look the same.
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|\Z))", re.IGNORECASE)
_COLON = re.compile(r"\s*:\s+")
_EDGE = " .\t"


def file_name(title: str, extension: str = ".md", taken: Callable[[str], bool] | None = None) -> str:
    """Return a name for a file with this title that every system can hold, free by ``taken``.

    At most 120 bytes of UTF-8 with the extension, cut between characters a person sees; never hidden, never a device
    of Windows, no separator, nothing that a link of the vault would misread; ``Untitled`` where nothing is left.
    Applied to its own result it changes nothing. A title that already ends in ``extension`` does not get it twice.
    ``taken`` says whether a name is used; let it compare by :func:`twin_key`, for on many disks ``Note.md`` and
    ``note.md`` are one file. A taken name becomes ``Name 2``, ``Name 3`` and so on. Raises StorageProblem after
    ten thousand of them.
    """
    tail = extension if _EXTENSION.match(extension) else ""
    stem = _stem(title, tail)
    name = _cut(stem, MAX_BYTES - len(tail)) + tail
    if taken is None or not taken(name):
        return name
    for number in range(2, _MANY):
        mark = f" {number}{tail}"
        name = _cut(stem, MAX_BYTES - len(mark)) + mark
        if not taken(name):
            return name
    raise StorageProblem("There are too many files named {name}. Choose another title.", name=stem)


def twin_key(name: str) -> str:
    """Return what two names have in common when some disk holds them for one: capitals and Unicode form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def taken_among(names: Iterable[str]) -> Callable[[str], bool]:
    """Return a ``taken`` for a folder that holds ``names``."""
    keys = {twin_key(name) for name in names}
    return lambda name: twin_key(name) in keys


def _stem(title: str, tail: str) -> str:
    text = unicodedata.normalize("NFC", title.encode("utf-8", "replace").decode())
    text = _COLON.sub(" - ", text)
    text = "".join(map(_letter, text)).replace("%%", "%")
    while "%%" in text:
        text = text.replace("%%", "%")
    stem = _trimmed(text)
    if tail and stem.casefold().endswith(tail.casefold()):
        stem = _trimmed(stem[: -len(tail)])
    device = _DEVICE.match(stem)
    if device:
        stem = f"{stem[: device.end()]}_{stem[device.end() :]}"
    return stem or UNTITLED


def _letter(letter: str) -> str:
    if letter in _REPLACED:
        return _REPLACED[letter]
    kind = unicodedata.category(letter)
    if kind in ("Cf", "Cs", "Cn", "Co") or letter in _BLANK_LETTERS:
        return ""  # bidi marks, zero-width, halves of pairs, what has no meaning
    return " " if kind in ("Cc", "Zs", "Zl", "Zp") else letter


def _trimmed(text: str) -> str:
    """Return the text as NFC, with single blanks; without dots, dashes or lone accents in front, dots at the end."""
    words = unicodedata.normalize("NFC", " ".join(text.split()))
    start = 0
    while start < len(words) and (words[start] in " .-~" or _joins(words[start])):
        start += 1
    return words[start:].rstrip(_EDGE)


def _cut(stem: str, room: int) -> str:
    if len(stem.encode()) <= room:
        return stem
    end = len(stem.encode()[:room].decode("utf-8", "ignore"))
    whole = end
    while whole > 0 and (_joins(stem[whole]) or _splits_flag(stem, whole)):
        whole -= 1
    return stem[: whole or end].rstrip(_EDGE)


def _joins(letter: str) -> bool:
    """Whether a letter is seen as one with the letter before: accents, variation selectors, skin colours."""
    return unicodedata.category(letter) in ("Mn", "Mc", "Me") or "\U0001f3fb" <= letter <= "\U0001f3ff"


def _splits_flag(text: str, at: int) -> bool:
    """Whether a cut would part the two letters of a flag."""
    run = at
    while run > 0 and "\U0001f1e6" <= text[run - 1] <= "\U0001f1ff":
        run -= 1
    return (at - run) % 2 == 1 and "\U0001f1e6" <= text[at] <= "\U0001f1ff"
