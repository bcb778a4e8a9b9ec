"""Exports that are pages of links: bookmarks of any browser (the Netscape form), of Pocket and Instapaper."""

from __future__ import annotations

from html.parser import HTMLParser

from pkm_app.base.errors import Problem
from pkm_app.sense.imports.model import LONGEST, MOST, Export, ExportKind, Item, as_tags, moment, web_address

_ROOTS = {"bookmarks", "bookmarks bar", "bookmarks toolbar", "bookmarks menu", "other bookmarks", "favorites",
          "favourites", "bladwijzers", "bladwijzerbalk", "andere bladwijzers", "favorieten", "mobile bookmarks",
          "bookmarks-toolbar", "bladwijzermenu", "bladwijzerwerkbalk", "favorietenbalk", "mobiele bladwijzers",
          "read archive", "unread", "archive", "starred"}


def bookmarks(text: str, kind: ExportKind = "bookmarks") -> Export:
    """Read links with the folders they lie in; a folder becomes a tag, a folder in it a tag under that one."""
    reader = _Reader(kind)
    reader.feed(text)
    reader.close()
    reader.flush()
    return reader.export


class _Reader(HTMLParser):
    def __init__(self, kind: ExportKind) -> None:
        super().__init__(convert_charrefs=True)
        self.export = Export(kind)
        self._folders: list[str] = []
        self._heading = ""
        self._words = ""
        self._inside = ""
        self._link: dict[str, str] = {}
        self._about = False
        self._unread = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A folder's name, a list, a link, or words about the link before."""
        if tag in ("h1", "h3"):
            self.flush()
            self._inside, self._words = tag, ""
        elif tag in ("dl", "ul", "ol"):
            self.flush()
            self._folders.append(self._heading)
            self._heading = ""
        elif tag == "a":
            self.flush()
            self._inside, self._words = "a", ""
            self._link = {name: value or "" for name, value in attrs}
        elif tag == "dd":
            self._inside, self._words = "dd", ""
        elif tag in ("dt", "li"):
            self.flush()

    def handle_endtag(self, tag: str) -> None:
        """Names and lists end."""
        if tag in ("h1", "h3") and self._inside == tag:
            self._heading, self._inside = " ".join(self._words.split()), ""
            self._unread = self._heading.casefold() == "unread"
        elif tag == "a" and self._inside == "a":
            self._link["title"] = " ".join(self._words.split())
            self._inside = ""
        elif tag in ("dl", "ul", "ol"):
            self.flush()
            if self._folders:
                self._folders.pop()

    def handle_data(self, data: str) -> None:
        """Words of what was begun."""
        if self._inside and len(self._words) < LONGEST:
            self._words += data

    def flush(self) -> None:
        """Take in the link that was read."""
        link, self._link = self._link, {}
        about, self._inside = (self._words.strip() if self._inside == "dd" else ""), ""
        if not link or len(self.export.items) >= MOST:
            return
        url = web_address(link.get("href", ""))
        if not url:
            if link.get("href", "").lower().split(":")[0] not in ("javascript", "place", "data"):
                self.export.failed.append(
                    Problem("“{title}” has no address of the web.", title=link.get("title", "")[:80]))
            return
        folders = [name for name in self._folders if name and name.casefold() not in _ROOTS]
        tags = list(as_tags(link.get("tags", "")))
        if folders:
            tags += as_tags(["/".join(filter(None, (tag for name in folders for tag in as_tags([name]))))])
        self.export.items.append(Item(
            link.get("title", "") or url, url, tags=tuple(dict.fromkeys(tags)), about=about,
            created=moment(link.get("add_date", "") or link.get("time_added", "")),
            later=self._unread and self.export.kind in ("pocket", "instapaper")))
