"""Keeps resources/i18n in step with the code: ``python -m tests.ui.words``.

Finds every text that is shown (``tr("…")``, ``say(put, "…")``, ``noop("…")``, a Command's words, and the sentences
of problems in all rooms), adds what is missing to ``nl.ts`` as unfinished, drops what is no longer used, and
compiles the ``.qm`` files with Qt's lrelease. ``en.ts`` holds the English plurals only, and ``qt_nl.ts`` the few words
of Qt's own that its Dutch lacks. The guide's pages of keys are made anew as well.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "pkm_app"
FOLDER = PACKAGE.parent / "resources" / "i18n"
CONTEXT = "pkm"
_PLACE = {"tr": 0, "noop": 0, "say": 1, "Command": 1, "Failed": 1, "Plan": 1}


@cache
def texts(package: Path = PACKAGE) -> dict[str, bool]:
    """Return every shown text, and whether it has a plural."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(package.rglob("*.py"))]
    places = dict.fromkeys(_problems(trees), 0) | _PLACE
    found: dict[str, bool] = {}
    for tree in trees:
        for name, call in _calls(tree):
            place = places.get(name)
            if place is None or len(call.args) <= place:
                continue
            for text in _literals(call.args[place]):
                found[text] = "%n" in text
    return found


_SHOWING = {"setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "setTitle",
            "setWindowTitle", "addAction", "addMenu", "addItem", "setStatusTip", "setWhatsThis", "drawText", "name",
            "warn", "setItemText", "setLabelText", "addRow", "set_words"}
_NAMES = {"PKM"}  # said alike in every language


def literals_shown(folder: Path = PACKAGE / "ui") -> list[str]:
    """Return where a literal with words in it is shown as it is: it should come from tr(), say() or noop()."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        for name, call in _calls(ast.parse(path.read_text(encoding="utf-8"))):
            if name in _SHOWING:
                found += [f"{path.name}:{call.lineno}: {text!r}" for given in call.args for text in _bare(given)
                          if _has_words(text) and text not in _NAMES]
    return found


def _bare(node: ast.expr) -> Iterator[str]:
    """Yield the literals of an expression that go through no call."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        for value in node.values:
            yield from _bare(value)
    elif isinstance(node, ast.IfExp):
        yield from _bare(node.body)
        yield from _bare(node.orelse)
    elif isinstance(node, ast.BinOp):
        yield from _bare(node.left)
        yield from _bare(node.right)


def _has_words(text: str) -> bool:
    return any(len(part) > 2 and part.isalpha() for part in text.replace("*", " ").replace(".", " ").split())


def _calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id, node
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr, node


def _literals(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value] if node.value.strip() else []
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    return []


def _problems(trees: list[ast.Module]) -> set[str]:
    """Return the names of Problem and all that descend from it."""
    names = {"Problem"}
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    while True:
        more = {c.name for c in classes if any(isinstance(b, ast.Name) and b.id in names for b in c.bases)}
        if more <= names:
            return names
        names |= more


def read(path: Path) -> dict[str, list[str]]:
    """Return the translations of a .ts file; plural texts have several, unfinished ones none."""
    known: dict[str, list[str]] = {}
    if path.exists():
        for message in ET.parse(path).getroot().iter("message"):
            source, translation = message.findtext("source", ""), message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                known[source] = []
            elif message.get("numerus"):
                known[source] = [form.text or "" for form in translation.iter("numerusform")]
            else:
                known[source] = [translation.text or ""]
    return known


def write(path: Path, language: str, wanted: dict[str, bool], known: dict[str, list[str]]) -> None:
    """Write a .ts file, in order of the texts."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for source, plural in sorted(wanted.items()):
        message = ET.SubElement(context, "message", {"numerus": "yes"} if plural else {})
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        forms = known.get(source, [])
        if not forms:
            translation.set("type", "unfinished")
        elif plural:
            for form in forms:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0]
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def compile_all() -> None:
    """Make the .qm files that the window loads."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    for name in ("nl", "en", "qt_nl"):
        subprocess.run([tool, "-silent", FOLDER / f"{name}.ts", "-qm", FOLDER / f"{name}.qm"], check=True)


def main() -> int:
    """Bring both languages up to date; return how many texts have no Dutch yet."""
    wanted = texts()
    dutch = read(FOLDER / "nl.ts")
    write(FOLDER / "nl.ts", "nl_NL", wanted, dutch)
    plurals = {text: True for text, plural in wanted.items() if plural}
    write(FOLDER / "en.ts", "en_GB", plurals, read(FOLDER / "en.ts"))
    compile_all()
    subprocess.run([sys.executable, "-m", "tests.ui.keys_page"], check=True, cwd=PACKAGE.parent, capture_output=True)
    missing = [text for text in wanted if not dutch.get(text)]
    missing += [f"(English plural) {text}" for text in plurals if not read(FOLDER / "en.ts").get(text)]
    for text in missing:
        print(f"no words yet: {text}")
    return len(missing)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
