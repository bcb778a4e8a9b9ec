"""Templates of notes: Markdown files with placeholders and nothing else, ``{{title}}``, ``{{date}}`` and so on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from pkm_app.base.errors import NotFound
from pkm_app.content.placeholders import fill, filled_file
from pkm_app.content.vaultfile import VaultFile
from pkm_app.sense.notes import MATURITIES, NewNote

PLACEHOLDERS = ("title", "date", "time", "year", "month", "day", "week")


@dataclass(frozen=True, slots=True)
class Template:
    """A template as it lies on the disk. ``key`` is its file name without ``.md``; ``own``: it is the person's."""

    key: str
    title: str
    language: str
    file: VaultFile
    own: bool = False


class TemplateFiles(Protocol):
    """Where templates lie (library.templates): those that come with the program, and ``.pkm/templates``."""

    def load(self) -> Sequence[Template]:
        """All of them, own ones first."""


class Templates:
    """Begins notes from templates."""

    def __init__(self, files: TemplateFiles, now: Callable[[], datetime]) -> None:
        self._files = files
        self._now = now

    def listing(self, language: str) -> Sequence[Template]:
        """Return the templates for a language: own ones in any, and of those that come with the program each once.

        An own template takes the place of one that comes with the program under the same name.
        """
        every = self._files.load()
        own = [one for one in every if one.own]
        taken = {one.key for one in own}
        wanted = language if language in {one.language for one in every if not one.own} else "en"
        return [*own, *(one for one in every if not one.own and one.language == wanted and one.key not in taken)]

    def begin(self, name: str, note: NewNote, language: str) -> NewNote:
        """Return a note as its template has it; what is known of the note already counts more.

        The note's own text stands below that of the template. Raises NotFound for a name that no template has.
        """
        template = self._find(name, language)
        values = placeholders(note.title, self._now())
        file = filled_file(template.file, values)
        body = "\n\n".join(part for part in (fill(file.body, values).strip("\n"), note.body.strip("\n"))
                           if part) + "\n"
        front = file.front
        maturity = str(front.get("maturity", ""))
        return replace(
            note, body=body, tags=tuple(dict.fromkeys((*note.tags, *_tags(front.get("tags"), values)))),
            lang=note.lang or file.text_field("lang") or template.language,
            maturity=note.maturity or (maturity if maturity in MATURITIES else ""),
            private=note.private or file.private,
            question=note.question or front.get("question") == "open")

    def _find(self, name: str, language: str) -> Template:
        wanted = name.strip().removesuffix(".md").casefold()
        known = self.listing(language)
        others = [one for one in self._files.load() if not one.own]
        for one in (*known, *others):
            if wanted in (one.key.casefold(), one.title.casefold()):
                return one
        raise NotFound("“{name}” is no template: choose from {known}.", name=name,
                       known=", ".join(one.key for one in known))


def placeholders(title: str, now: datetime) -> Mapping[str, str]:
    """Return what stands for each placeholder."""
    return {"title": title, "date": f"{now:%Y-%m-%d}", "time": f"{now:%H:%M}", "year": f"{now:%Y}",
            "month": f"{now:%m}", "day": f"{now:%d}", "week": f"{now.isocalendar().week}"}


def _tags(value: object, values: Mapping[str, str]) -> list[str]:
    given = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    return [fill(str(tag), values) for tag in given if str(tag).strip()]
