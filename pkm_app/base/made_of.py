"""What the program is made of: the libraries it carries, under which licences, and the texts these ask to be shown.

What was installed from the lock tells it itself. A built program carries the papers of its libraries, and their texts
as one file for each, which packaging/pyinstaller gathers with :func:`texts_of`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from pkm_app.base.resources import resources_folder

PROGRAM = "pkm-workbench"
_OURS = ("fonts/Inter-OFL.txt", "fonts/Literata-OFL.txt", "icons/LICENSE", "licences/LGPL-3.0.txt")
_LICENCE = re.compile(r"(^|/)(licen[cs]e|copying|notice|copyright|authors)", re.IGNORECASE)  # a file, or its folder
_NO_TEXT = (".py", ".pyc", ".html")


@dataclass(frozen=True, slots=True)
class Part:
    """Something the program is made of."""

    name: str
    version: str
    licence: str


def libraries() -> Sequence[Distribution]:
    """Return the libraries that are used, with what they use in turn, by name; those whose papers are not here (for
    another system or another Python) fail to show."""
    found: dict[str, Distribution] = {}
    waiting = _needs(PROGRAM)
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            found[key] = distribution(name)
        except PackageNotFoundError:
            continue
        waiting += _needs(name)
    return [found[key] for key in sorted(found)]


def parts() -> Sequence[Part]:
    """Return everything the program is made of; fonts and icons come last."""
    known = [Part(one.metadata["Name"], one.version, _licence(one)) for one in libraries()]
    return [*known, Part("Inter", "", "OFL-1.1"), Part("Literata", "", "OFL-1.1"), Part("Lucide", "", "ISC")]


def licence_texts() -> str:
    """Return the list of parts, and their licences in full. Raises OSError when the installation is broken."""
    lines = [f"{part.name} {part.version}: {part.licence}".replace(" :", ":") for part in parts()]
    texts = [(resources_folder() / name).read_text(encoding="utf-8").strip() for name in _OURS]
    return "\n\n".join(["\n".join(lines), *texts, *_of_libraries()])


def texts_of(library: Distribution) -> str:
    """Return what a library's papers hold of licences, notices and names, "" when it brings none."""
    texts = []
    for file in sorted(library.files or (), key=str):
        if _LICENCE.search(str(file)) and file.suffix.lower() not in _NO_TEXT:
            data = Path(str(file.locate())).read_bytes()
            text = _decoded(data).replace("\r\n", "\n").replace("\f", "").strip()
            if text not in texts:
                texts.append(text)
    return "\n\n".join(texts)


def heading(name: str, version: str) -> str:
    """Return the line above the texts of a part."""
    return f"{name} {version}".strip() + "\n" + "=" * len(f"{name} {version}".strip())


def _of_libraries() -> Iterator[str]:
    gathered = resources_folder() / "licences" / "parts"
    if gathered.is_dir():
        for file in sorted(gathered.glob("*.txt")):
            yield file.read_text(encoding="utf-8").strip()
        return
    for one in libraries():
        if text := texts_of(one):
            yield f"{heading(one.metadata['Name'], one.version)}\n\n{text}"


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _needs(name: str) -> list[str]:
    try:
        wanted = distribution(name).requires or []
    except PackageNotFoundError:
        return []
    plain = [line for line in wanted if "extra ==" not in line]
    return [match[0] for line in plain if (match := re.match(r"[A-Za-z0-9._-]+", line))]


def _licence(known: Distribution) -> str:
    papers = known.metadata.json
    told = papers.get("license_expression") or papers.get("license") or ""
    if told and "\n" not in told and len(told) < 80:
        return str(told)
    classes = [line.rpartition("::")[2].strip() for line in known.metadata.get_all("Classifier") or ()
               if line.startswith("License ::")]
    return ", ".join(classes) or str(told).partition("\n")[0][:80] or "?"
