"""About the program: which version, under which licence, and what it is made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from pkm_app.base.resources import resources_folder
from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.i18n import tr
from pkm_app.ui.look import Look
from pkm_app.ui.widgets import Button, Label

_PROGRAM = "pkm-workbench"
_TEXTS = ("fonts/Inter-OFL.txt", "fonts/Literata-OFL.txt", "icons/LICENSE")  # what their licences ask to be shown


@dataclass(frozen=True, slots=True)
class Part:
    """Something the program is made of."""

    name: str
    version: str
    licence: str


def parts() -> Sequence[Part]:
    """Return the libraries that are used, with what they use in turn, by name; those whose papers are not here fail to
    show. Fonts and icons come last."""
    found: dict[str, Part] = {}
    waiting = _needs(_PROGRAM)
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            known = distribution(name)
        except PackageNotFoundError:
            continue  # for another system or another Python
        found[key] = Part(known.metadata["Name"], known.version, _licence(known))
        waiting += _needs(name)
    libraries = [found[key] for key in sorted(found)]
    return [*libraries, Part("Inter", "", "OFL-1.1"), Part("Literata", "", "OFL-1.1"), Part("Lucide", "", "ISC")]


def licence_texts() -> str:
    """Return the list of parts, and the licences of fonts and icons in full."""
    lines = [f"{part.name} {part.version}: {part.licence}".replace(" :", ":") for part in parts()]
    texts = [(resources_folder() / name).read_text(encoding="utf-8").strip() for name in _TEXTS]
    return "\n\n".join(["\n".join(lines), *texts])


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


class AboutDialog(Dialog):
    """Read with the keyboard: the list of parts has the focus, Escape closes."""

    def __init__(self, look: Look, version: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About PKM"))
        title = Label(look, "ink", 24, 600, family="reading")
        title.setText("PKM")
        box = QVBoxLayout(self)
        box.setContentsMargins(26, 22, 26, 20)
        box.setSpacing(8)
        box.addWidget(title)
        for words, role in (
            (tr("Version {version}, with Qt {qt}", version=version, qt=qVersion()), "ink2"),
            (tr("Seek, Sense, Share: a workbench for personal knowledge mastery, after the work of Harold Jarche."),
             "ink"),
            (tr("Free software under the GNU General Public License, version 3 or later: use it, look into it, change "
                "it, pass it on. It comes without any warranty."), "ink"),
            (tr("It tells nobody about you: no accounts, no telemetry. What is yours lies in your PKM folder."), "ink"),
        ):
            label = Label(look, role, 13, wrap=True)
            label.setText(words)
            box.addWidget(label)
        made = Label(look, "ink2", 12, 600)
        made.setText(tr("Made with"))
        box.addSpacing(6)
        box.addWidget(made)
        self.list = QPlainTextEdit()
        self.list.setObjectName("field")
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setFont(look.font("text", 12))
        self.list.setAccessibleName(tr("Parts of the program and their licences"))
        self.list.setPlainText(licence_texts())
        box.addWidget(self.list, 1)
        close = Button(look, "", "outlined")
        close.setText(tr("Close"))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        box.addLayout(row)
        self.resize(min(600, parent.width() - 40), min(600, parent.height() - 60))
        self.list.setFocus()
