"""What was marked and kept in other programs becomes sources with highlights, in one step that can be taken back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from pkm_app.base.errors import Problem
from pkm_app.base.events import Operation, Progress
from pkm_app.base.ids import new_file_id, new_highlight_id
from pkm_app.content.filenames import file_name, taken_among
from pkm_app.content.fold import fold_text
from pkm_app.content.highlights import add_highlight, read_highlights, set_comment
from pkm_app.content.language import guess
from pkm_app.content.sameplace import place
from pkm_app.content.vaultfile import VaultFile, parse_vault_file
from pkm_app.seek.ports import MarksLog
from pkm_app.sense.changes import Edit, Plan, PlanLog, carry_out
from pkm_app.sense.imports.model import Export, Item, Marked
from pkm_app.sense.model import FileCard, Highlight
from pkm_app.sense.notes import stamp
from pkm_app.sense.ports import LinkMap, Vault

_ALL = 10_000_000


@dataclass(frozen=True, slots=True)
class Imported:
    """How many things are new, or say more than before, and how many were known; ``lines`` says what each is,
    ``marked`` how many highlights come with each."""

    added: int
    known: int
    failed: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()
    marked: tuple[int, ...] = ()
    plan_id: str = ""


class Importing:
    """Takes exports into the vault. Nothing that stands there is changed but by adding: highlights, a comment to one
    that has none, and above all of it what was said about the whole."""

    def __init__(self, vault: Vault, link_map: LinkMap, log: PlanLog, marks: MarksLog,
                 now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._links = link_map
        self._log = log
        self._marks = marks
        self._now = now

    def take_in(self, export: Export, dry_run: bool = False) -> Operation[Imported]:
        """Take in an export; ``dry_run`` only says what would come. The same export twice adds nothing.

        A source is known by its address, a book by author and title; a highlight by its words. Raises
        StorageProblem, and then nothing was taken in.
        """
        by_address, by_name = self._known()
        taken = set(self._links.names_in("sources"))
        edits: dict[str, Edit] = {}
        anchors: list[tuple[str, Highlight]] = []
        later: list[str] = []
        lines: list[str] = []
        marked: list[int] = []
        known = 0
        for number, item in enumerate(export.items, 1):
            yield Progress(number, len(export.items), item.title)
            card = by_address.get(place(item.url)) if item.url else by_name.get(_name(item.author, item.title))
            path = card.path if card else ""
            if path:
                before = edits[path].after if path in edits else self._vault.load(path).file.to_bytes()
                file = parse_vault_file(before or b"")
            else:
                path, before, file = self._new(item, taken), None, self._new_file(item)
                fresh = FileCard(path, file.text_field("id"), "source", item.title, url=item.url, author=item.author)
                by_name[_name(item.author, item.title)] = fresh
                if item.url:
                    by_address[place(item.url)] = fresh
            changed, made = self._with_highlights(_with_about(file, item.about) if before else file, item.marked)
            if card is None or changed.to_bytes() != file.to_bytes():
                edits[path] = Edit(path, edits[path].before if path in edits else before, changed.to_bytes())
                anchors += [(changed.text_field("id"), one) for one in made if changed.text_field("id")]
                lines.append(item.title)
                marked.append(len(made))
                later += [item.url] if item.later and item.url else []
            else:
                known += 1
        if dry_run:
            return Imported(len(lines), known, tuple(export.failed), tuple(lines), tuple(marked))
        now = self._now()
        plan = Plan(new_file_id(now), "One source was taken in from {kind}." if len(edits) == 1 else
                    "{count} sources were taken in from {kind}.", stamp(now), (),
                    tuple(edits.values()), {"count": str(len(edits)), "kind": export.kind})
        done = carry_out(self._vault, self._log, plan)
        for source_id, highlight in anchors:
            self._vault.put_anchor(source_id, highlight)
        if later:
            self._marks.append(later, "later", True, now)
        return Imported(len(lines), known, tuple(export.failed), tuple(lines), tuple(marked), done.plan_id)

    def _known(self) -> tuple[dict[str, FileCard], dict[tuple[str, str], FileCard]]:
        by_address: dict[str, FileCard] = {}
        by_name: dict[tuple[str, str], FileCard] = {}
        for card in self._vault.cards(("source",), limit=_ALL):
            if card.url:
                by_address.setdefault(place(card.url), card)
            by_name.setdefault(_name(card.author, card.title), card)
        return by_address, by_name

    def _new(self, item: Item, taken: set[str]) -> str:
        said = re.sub(r"^https?://(?:www\.)?", "", item.title, flags=re.IGNORECASE)  # an address has no other title
        title = f"{item.author} - {said}" if item.author else said
        name = file_name(title, ".md", taken_among(taken))
        taken.add(name)
        return f"sources/{name}"

    def _new_file(self, item: Item) -> VaultFile:
        now = self._now()
        fields: Mapping[str, object] = {
            "id": new_file_id(now), "type": "source", "kind": item.kind, "title": item.title, "author": item.author,
            "url": item.url, "tags": list(item.tags),
            "lang": guess(" ".join([item.title, *(one.words for one in item.marked[:20])])),
            "created": item.created or min(filter(None, (one.made for one in item.marked)), default=stamp(now)),
            "updated": stamp(now)}
        body = item.about.strip() + "\n\n" if item.about.strip() else ""
        return VaultFile.new({key: value for key, value in fields.items() if value}, body)  # type: ignore[misc]

    def _with_highlights(self, file: VaultFile, marked: tuple[Marked, ...]) -> tuple[VaultFile, list[Highlight]]:
        body = file.body
        there: dict[str, dict[str, str]] = {}  # the words, then the place in the source: the id
        for block in read_highlights(body):
            there.setdefault(fold_text(block.quote), {}).setdefault(block.locator, block.highlight_id)
        comments = {block.highlight_id: block.comment for block in read_highlights(body)}
        former = frozenset(key for key, comment in comments.items() if comment)
        made: list[Highlight] = []
        for one in marked:
            words = fold_text(one.words)
            if not words:
                continue
            places = there.setdefault(words, {})
            anywhere = "" if one.locator else next(iter(places.values()), "")
            known = places.get(one.locator) or places.get("") or anywhere
            if known:
                said = comments[known]
                if one.comment and known not in former and one.comment not in said:
                    comments[known] = f"{said}\n\n{one.comment}" if said else one.comment
                    body = set_comment(body, known, comments[known])
                continue
            highlight_id = new_highlight_id()
            places[one.locator], comments[highlight_id] = highlight_id, one.comment
            body = add_highlight(body, highlight_id, one.words, one.comment, one.locator)
            made.append(Highlight(highlight_id, "", file.text_field("id"), one.words.strip(), one.prefix, one.suffix,
                                  colour=one.colour, made=one.made or stamp(self._now())))
        changed = file if body == file.body else file.with_body(body)
        if made and not changed.text_field("id") and changed.front_readable:  # anchors lie under the source's id
            changed = changed.with_field("id", new_file_id(self._now()))
        return changed, made


def _with_about(file: VaultFile, about: str) -> VaultFile:
    """Put what was said about the whole of a known source above all else, unless it stands there."""
    if not about.strip() or fold_text(about) in fold_text(file.body):
        return file
    return file.with_body(f"{about.strip()}\n\n{file.body}")


def _name(author: str, title: str) -> tuple[str, str]:
    return " ".join(author.casefold().split()), " ".join(title.casefold().split())
