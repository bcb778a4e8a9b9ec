"""An eBook of 60,000 words and 300 sources becomes a file: seconds and memory, beside Pandoc on the same Markdown, and
how long the window stands still while it does so there."""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from pkm_app.content.highlights import add_highlight
from pkm_app.content.quotation import quotation
from pkm_app.content.vaultfile import VaultFile
from tests.bench import peers
from tests.bench.debian import get
from tests.bench.page import Section
from tests.bench.parts import Wanted

LIMIT_MS = 50.0
FORMATS = ("html", "epub", "docx", "pdf", "markdown", "eml")
PEER = {"html": ("-s", "--toc"), "epub": ("--toc",), "docx": ("--toc",)}
_TALK = """
leren samen werken vragen delen kennis netwerk mensen praktijk gesprek verhaal betekenis zoeken vinden schrijven lezen
denken doen tonen geven people learn work share network question answer practice
"""


@dataclass(frozen=True)
class Cost:
    """What a whole process took: ``seconds`` from start to exit, ``megabytes`` its largest part held at once."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Window:
    """Exports from a window, by form: ``stalls`` in milliseconds, ``seconds`` until the file was there. ``alone`` is
    the longest stall without an export."""

    stalls: dict[str, float]
    seconds: dict[str, float]
    alone: float


def measure(wanted: Wanted) -> Section:
    """Let the two take turns, format by format."""
    get("pandoc")
    words, sources = (6_000, 30) if wanted.small else (60_000, 300)
    found: dict[tuple[str, str], list[Cost]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = _ebook(folder / "vault", words, sources)
        text = folder / "book.md"
        _pkm(folder, "export", book, "--format", "markdown", "-o", text, "--force")
        assert len(text.read_text(encoding="utf-8").split()) > words * 0.9, "the eBook is too short"
        for number in range(wanted.rounds):
            for form in FORMATS:
                ours = _pkm(folder, "export", book, "--format", form, "-o", folder / f"ours.{form}", "--force")
                found.setdefault(("PKM", form), []).append(ours)
                said = f"round {number + 1}  {form:<9} PKM {ours.seconds:.2f} s {ours.megabytes:.0f} MB"
                if form in PEER:
                    theirs = _run("pandoc", "-f", "markdown", *PEER[form], "-o", folder / f"theirs.{form}", text)
                    found.setdefault(("Pandoc", form), []).append(theirs)
                    said += f"  Pandoc {theirs.seconds:.2f} s {theirs.megabytes:.0f} MB"
                print(said, flush=True)
        windows = [_in_the_window(folder, book, number) for number in range(wanted.rounds)]
    return Section(f"An eBook of {words:,} words and {sources} sources as a file", tuple(_lines(found, windows)))


def _in_the_window(folder: Path, book: str, number: int) -> Window:
    """Export the eBook from a window. Raises RuntimeError."""
    made = folder / f"made{number}"
    made.mkdir()
    env = peers.environment(folder) | {"QT_QPA_PLATFORM": "offscreen", "QT_FONT_DPI": "96"}
    _, said = peers.timed([sys.executable, "-m", "tests.bench.exporting", str(folder / "vault"), str(folder / "data"),
                           book, str(made)], env)
    answer = json.loads(said)
    print(f"round {number + 1}  window    " + "  ".join(
        f"{form} {stall:.0f} ms" for form, stall in [("alone", answer["alone"]), *answer["stalls"].items()]),
        flush=True)
    if answer["stopped"] != len(FORMATS):
        raise RuntimeError(f"an export that was stopped left something behind: {answer}")
    return Window(answer["stalls"], answer["seconds"], answer["alone"])


def _lines(found: dict[tuple[str, str], list[Cost]], windows: list[Window]) -> list[str]:
    lines = [
        "Whole processes, from start to exit, taking turns; medians. PKM reads the eBook from its folder (an index and "
        "ten chapters), resolves its credits and cuts what stays in; Pandoc (Debian's) reads the Markdown that came of "
        "it. Pandoc has no PDF here, for it wants LaTeX for that. Memory is that of the largest process.", "",
        "In the window the eBook is open and scrolled while it is exported; its longest stall is by how much a turn of "
        "the event loop came late at worst. Each export is then begun once more and stopped: that left neither a file "
        "nor a process.", "",
        "| format | PKM | Pandoc | PKM / Pandoc | PKM, memory | Pandoc, memory | in the window | its longest stall |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for form in FORMATS:
        ours, theirs = found["PKM", form], found.get(("Pandoc", form), [])
        seconds = statistics.median(one.seconds for one in ours)
        memory = statistics.median(one.megabytes for one in ours)
        if theirs:
            other = statistics.median(one.seconds for one in theirs)
            held = statistics.median(one.megabytes for one in theirs)
            beside = f"{other:.2f} s | {seconds / other:.2f} | {memory:.0f} MB | {held:.0f} MB"
        else:
            beside = f"- | - | {memory:.0f} MB | -"
        shown = statistics.median(one.seconds[form] for one in windows)
        stall = statistics.median(one.stalls[form] for one in windows)
        lines.append(f"| {form} | {seconds:.2f} s | {beside} | {shown:.2f} s | {stall:.0f} ms |")
    alone = statistics.median(one.alone for one in windows)
    return [*lines, "", f"Its longest stall in three seconds of scrolling without an export: {alone:.0f} ms.", "",
            "To reach: no slower than Pandoc for HTML, EPUB and DOCX; the window never stalls for more than "
            f"{LIMIT_MS:.0f} ms."]


def _pkm(folder: Path, *words: str | Path) -> Cost:
    return _run(sys.executable, "-m", "pkm_app", "--vault", folder / "vault", "--data", folder / "data", *words)


def _run(*command: str | Path) -> Cost:
    """Run a program to its end. Raises RuntimeError when it fails."""
    # as it is on a person's machine, where Python keeps what it compiled
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    with subprocess.Popen([str(part) for part in command], cwd=peers.ROOT, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[0]} failed: {said.decode(errors='replace')[-500:]}")
    return Cost(time.perf_counter() - began, usage.ru_maxrss / 1024)


def _ebook(vault: Path, words: int, sources: int) -> str:
    """Write the eBook into a vault; return the path of its index."""
    chance = random.Random(7)

    def said(count: int) -> str:
        return (" ".join(chance.choices(_TALK.split(), k=count)) + ".").capitalize()

    chapters: list[list[str]] = [[] for _ in range(10)]
    own = words // sources - 30
    for number in range(sources):
        path = f"sources/Writer {number} - Post {number}.md"
        words_quoted = said(30)
        highlight = f"hl-{number:010}"
        fields = {"id": f"01{number:014}", "type": "source", "kind": "article", "title": f"Post {number}",
                  "author": f"Writer {number}", "url": f"https://blog.example/{number}", "lang": "nl"}
        _put(vault / path, VaultFile.new(fields, add_highlight("", highlight, words_quoted)))
        quoted = quotation(words_quoted, Path(path).stem, highlight, f"Writer {number}", f"Post {number}")
        before, after = said(own // 2), said(own - own // 2)
        chapters[number % 10] += [f"## Part {number}", before, quoted, f"{after}[^{number}]", f"[^{number}]: {said(6)}"]
    shown: list[str] = []
    for number, parts in enumerate(chapters, 1):
        title = f"{number}. Chapter"
        file = VaultFile.new({"id": f"02{number:014}", "type": "draft", "title": title, "template": "chapter"},
                             "\n\n".join(parts) + "\n")
        _put(vault / "drafts" / "Book" / f"{title}.md", file)
        shown.append(f"![[{title}]]")
    index = VaultFile.new({"id": "03" + "0" * 14, "type": "draft", "title": "Book", "template": "ebook", "lang": "nl",
                           "created": "2026-11-20T14:00:00+01:00"}, "\n\n".join(shown) + "\n")
    _put(vault / "drafts" / "Book" / "index.md", index)
    return "drafts/Book/index.md"


def _put(path: Path, file: VaultFile) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.to_bytes())
