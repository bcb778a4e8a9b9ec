"""The eBook *Social Learning: Aan de slag!* (2017), taken apart (seed.yaml): its excerpts as its pages print them,
each with whom it names and, from the list of sources that comes along, what is known of where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from pkm_app.base.resources import resources_folder
from pkm_app.content.filenames import file_name
from pkm_app.content.highlights import add_highlight
from pkm_app.content.vaultfile import VaultFile


@dataclass(frozen=True)
class Excerpt:
    """Words the eBook prints, the source's id in the list, whom the eBook names, and one own sentence after it."""

    chapter: str
    source: str
    named: str
    words: str
    own: str
    page: str = ""  # where one source has several posts: the address of this one
    kind: str = "article"


_DATA: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("seed.yaml").read_text(encoding="utf-8"))
TITLE: str = _DATA["title"]
VIA: str = _DATA["via"]
PROMISE: str = _DATA["promise"]
COMPILERS: dict[str, str] = _DATA["compilers"]
CHAPTERS: dict[str, str] = _DATA["chapters"]
NOTES: dict[str, str] = _DATA["notes"]  # below the page, by the chapter whose story they stand with
EXCERPTS = tuple(Excerpt(**one) for one in _DATA["excerpts"])


def catalogue() -> dict[str, dict[str, Any]]:
    data = yaml.safe_load((resources_folder() / "catalogue" / "sources.yaml").read_text(encoding="utf-8"))
    return {one["id"]: one for one in data["sources"]}


def address_of(excerpt: Excerpt, known: dict[str, Any]) -> str:
    """The post where it is the very one that is quoted, else the site, else nothing: none is invented."""
    if excerpt.page:
        return excerpt.page
    cited = known.get("post_kind") in ("cited", "archive") and known["post_url"]
    return str(cited or known["homepage"] or "")


def source_files() -> tuple[dict[str, bytes], list[str]]:
    """Return the source notes by path, and the ids of their highlights in the order of the excerpts."""
    known = catalogue()
    files: dict[str, bytes] = {}
    ids: list[str] = []
    bodies: dict[str, tuple[dict[str, str], str]] = {}
    for number, excerpt in enumerate(EXCERPTS, 1):
        one = known[excerpt.source]
        title = one["post_title"] if one.get("post_kind") in ("cited", "archive") and not excerpt.page else one["name"]
        if excerpt.page:
            title = "10 reasons NOT to create a course"
        title = str(title).removeprefix(f"{excerpt.named} - ")
        author = "" if title.startswith(excerpt.named[:9]) else excerpt.named  # the list knows no more than the name
        title = title if author else excerpt.named
        path = f"sources/{file_name(f'{excerpt.named} - {title}')}"
        fields = {"id": f"01seed{number:010}", "type": "source", "kind": excerpt.kind, "title": title,
                  "author": author, "url": address_of(excerpt, one), "via": VIA, "lang": one["language"]}
        fields, body = bodies.get(path, (fields, ""))
        ids.append(f"hl-seed{number:06}")
        bodies[path] = (fields, add_highlight(body, ids[-1], excerpt.words, excerpt.own))
    for path, (fields, body) in bodies.items():
        files[path] = VaultFile.new({key: value for key, value in fields.items() if value}, body).to_bytes()
    return files, ids
