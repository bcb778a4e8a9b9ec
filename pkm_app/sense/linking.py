"""Links between files, seen from one of them: who links here, who names it without a link, what leads to nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from pkm_app.base.errors import Ambiguous, NotFound, Refused
from pkm_app.base.events import finish
from pkm_app.base.ids import new_file_id
from pkm_app.content.codespans import code_ranges
from pkm_app.content.filenames import twin_key
from pkm_app.content.readable import one_line
from pkm_app.content.wikilinks import WikiLink, link_to, links
from pkm_app.sense.changes import Done, PlanLog, take_back
from pkm_app.sense.model import FileCard
from pkm_app.sense.notes import stamp
from pkm_app.sense.ports import LinkMap, Vault
from pkm_app.sense.renaming import Renaming

_LEAST = 3  # characters of a title below which it stands everywhere without meaning the file
_AROUND = 160


@dataclass(frozen=True, slots=True)
class LinkName:
    """A name that can be linked to: ``words`` is a title or alias, ``target`` what the link then says."""

    target: str
    words: str
    path: str


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """A place in the file ``path`` (with its title) that links to another or names it. ``target`` is what the link
    says, or the words that name the file; ``context`` the line around it as plain text; ``start`` to ``end`` where it
    stands in the body; ``leads_to`` the path it means, "" for nothing."""

    path: str
    title: str
    target: str
    context: str
    start: int = 0
    end: int = 0
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class Linked:
    """Words of the file ``path`` that became a link: ``start`` is where it stands in the body."""

    path: str
    words: str
    link: str
    start: int


def linked_file(vault: Vault, link: WikiLink, from_path: str) -> FileCard | None:
    """Return the file a link leads to, None when there is none.

    A credit leads to the source that holds its highlight, also when that file was renamed elsewhere since.
    """
    if link.block.startswith("hl-"):
        with suppress(NotFound, Ambiguous):  # the highlight is gone: the name still says which source it was
            highlight = vault.find_highlight(link.block)
            if highlight.highlight_id == link.block:
                return vault.find(highlight.source_path)
    path = vault.resolve(link.target, from_path)
    try:
        return vault.find(path) if path else None
    except (NotFound, Ambiguous):  # it went away between the two looks: a link to nothing
        return None


class Linking:
    """What links say and mean. Slow enough to be asked in the background: files are read."""

    def __init__(self, vault: Vault, link_map: LinkMap, renaming: Renaming, log: PlanLog,
                 now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._links = link_map
        self._renaming = renaming
        self._log = log
        self._now = now

    def names(self) -> Sequence[LinkName]:
        """Return every name that can be linked to, of the latest changed file first: title, file name, aliases."""
        known = self._links.named()
        count = Counter(twin_key(_stem(path)) for path, _, _ in known)
        found: list[LinkName] = []
        for path, title, aliases in known:
            stem = _stem(path)
            target = stem if count[twin_key(stem)] == 1 else path.removesuffix(".md")
            found += [LinkName(target, words, path) for words in dict.fromkeys((title, stem, *aliases)) if words]
        return found

    def outgoing(self, path: str) -> Sequence[LinkPlace]:
        """Return the links in a file, in order; ``leads_to`` is "" where there is nothing."""
        card = self._vault.find(path)
        found = []
        for link, context in self._links_in(card.path):
            target = linked_file(self._vault, link, card.path) if link.target or link.block else None
            if link.target and _is_note(link.target):
                found.append(_place(card, link, context, target.path if target else ""))
        return found

    def backlinks(self, path: str) -> Sequence[LinkPlace]:
        """Return the places in other files that link to a file, also those that credit a highlight in it."""
        card = self._vault.find(path)
        users = {user for highlight in self._vault.highlights(card.path) for user in highlight.used_in}
        found = []
        for other in sorted({*self._vault.backlinks(card.path), *users} - {card.path}):
            with suppress(NotFound):
                one = self._vault.find(other)
                for link, context in self._links_in(other):
                    target = linked_file(self._vault, link, other) if link.target else None
                    if target and target.path == card.path:
                        found.append(_place(one, link, context, card.path))
        return found

    def mentions(self, path: str) -> Sequence[LinkPlace]:
        """Return the places in other files that name a file's title, name or alias without a link, one a file and
        name; names of fewer than three characters are not looked for."""
        card = self._vault.find(path)
        aliases = self._vault.load(card.path).file.list_field("aliases")
        names = [name for name in dict.fromkeys((card.title, _stem(card.path), *aliases)) if len(name) >= _LEAST]
        found = []
        for other in self._links.mentioning(names):
            if other != card.path:
                with suppress(NotFound):
                    found += list(_mentions(self._vault.find(other), self._vault.load(other).file.body, names))
        return found

    def link_mention(self, place: LinkPlace, path: str) -> Linked:
        """Turn words that name a file into a link to it; return what was written.

        Raises Refused when the words do not stand there any more.
        """
        card = self._vault.find(path)
        name = next((name.target for name in self.names() if name.path == card.path), card.path.removesuffix(".md"))
        linked = Linked(place.path, place.target, link_to(name, "" if name == place.target else place.target),
                        place.start)
        if not self._exchanged(linked.path, place.start, linked.words, linked.link):
            raise Refused("{path} was changed meanwhile, so nothing was linked. Look again.", path=place.path)
        return linked

    def unlink(self, linked: Linked) -> None:
        """Turn such a link into the words it was made of, also where the text before it changed since.

        Raises Refused when it does not stand there any more, or cannot be told from others like it.
        """
        body, at = self._vault.load(linked.path).file.body, linked.start
        if not body.startswith(linked.link, at) and body.count(linked.link) == 1:
            at = body.index(linked.link)
        if not self._exchanged(linked.path, at, linked.link, linked.words):
            raise Refused("{path} was changed meanwhile, so the link stayed. Look again.", path=linked.path)

    def _exchanged(self, path: str, start: int, old: str, new: str) -> bool:
        loaded = self._vault.load(path)
        body, end = loaded.file.body, start + len(old)
        if body[start:end] != old:
            return False
        self._vault.save(path, loaded.file.with_body(body[:start] + new + body[end:]), loaded.digest)
        return True

    def broken(self, path: str = "") -> Sequence[LinkPlace]:
        """Return the links to nothing, of one file or of all, in the order of the files."""
        paths = dict.fromkeys(where for where, _, _ in self._links.broken() if path in ("", where))
        return [place for where in paths for place in self.outgoing(where) if not place.leads_to]

    def rename(self, path: str, title: str) -> Done:
        """Give a file another title and name, and rewrite the links to it."""
        return finish(self._renaming.rename(path, title))

    def undo_rename(self, path: str) -> Done:
        """Take the last rename of a file back, its links as well. Raises NotFound when there is none."""
        for plan in reversed(self._log.past()):
            if plan.moves and plan.moves[0][1] == path:
                now = self._now()
                return take_back(self._vault, self._log, self._links, plan.plan_id, new_file_id(now), stamp(now))
        raise NotFound("There is no change to take back.")

    def _links_in(self, path: str) -> Iterator[tuple[WikiLink, str]]:
        body = self._vault.load(path).file.body
        for link in links(body):
            yield link, _context(body, link.start, link.end)


def _place(card: FileCard, link: WikiLink, context: str, leads_to: str) -> LinkPlace:
    return LinkPlace(card.path, card.title, link.target, context, link.start, link.end, leads_to)


def _mentions(card: FileCard, body: str, names: Sequence[str]) -> Iterator[LinkPlace]:
    if card.type == "shared":
        return
    taken = [*code_ranges(body), *((link.start, link.end) for link in links(body))]
    for name in names:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", body, re.IGNORECASE):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                yield LinkPlace(card.path, card.title, match[0], _context(body, *match.span()), *match.span())
                taken.append(match.span())
                break


def _context(body: str, start: int, end: int) -> str:
    """Return the line around a place as plain text, at most some three hundred characters of it."""
    line_start, line_end = body.rfind("\n", 0, start) + 1, body.find("\n", end)
    line_end = len(body) if line_end < 0 else line_end
    low, high = max(line_start, start - _AROUND), min(line_end, end + _AROUND)
    return ("…" if low > line_start else "") + one_line(body[low:high]) + ("…" if high < line_end else "")


def _is_note(target: str) -> bool:
    """Say whether a link means a Markdown file: pictures and other attachments have an extension of their own."""
    return re.search(r"\.(?!md\Z)[A-Za-z0-9]{2,5}\Z", target, re.IGNORECASE) is None


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")
