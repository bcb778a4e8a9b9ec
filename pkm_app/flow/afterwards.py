"""What left and what came back: whether a draft that was placed is published by now, who answered, whom to tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from pkm_app.base.errors import Ambiguous, NotFound, Problem, Refused
from pkm_app.base.events import Changed, Failed, Operation, Progress
from pkm_app.base.ids import TIME
from pkm_app.content.wikilinks import links
from pkm_app.flow.captured import Captured, Facts
from pkm_app.flow.consent import is_anonymous, is_private, without_consent
from pkm_app.flow.leaving import whole_text
from pkm_app.flow.left_records import BY_HAND, beside_record, record_of, when_of
from pkm_app.flow.passages import Passages
from pkm_app.seek.addresses import admit
from pkm_app.sense.linking import linked_file
from pkm_app.sense.model import FileCard
from pkm_app.sense.notes import stamp
from pkm_app.sense.ports import Vault
from pkm_app.sense.service import SenseService
from pkm_app.share.aftermath import Answer, Left, Piece, difference, html_sent, words_sent
from pkm_app.share.creditback import Message, Quoted, messages
from pkm_app.share.fate import fate_of, state_of
from pkm_app.share.head import without_private
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import OutletSettings, Remote
from pkm_app.share.ports import Outlet
from pkm_app.share.publish import marker_of
from pkm_app.share.service import OutletService
from pkm_app.share.structure import changes, differing

_MOST = 100_000


class Afterwards:
    """Looks after what left. The records in ``shared/`` keep their words as they were; only what became of them is
    added to their front matter."""

    def __init__(self, vault: Vault, outlets: OutletService, sense: SenseService, passages: Passages,
                 now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._outlets = outlets
        self._sense = sense
        self._passages = passages
        self._now = now

    def left(self, draft_id: str = "") -> Sequence[Left]:
        """Return what left, the latest of each draft and outlet, the latest first; of one draft where one is named."""
        latest: dict[tuple[str, str], Left] = {}
        cards = sorted(self._vault.cards(("shared",), limit=_MOST), key=lambda card: (card.title.casefold(), card.path))
        for card in sorted(cards, key=lambda card: card.file_id[:TIME], reverse=True):  # of one moment by title
            file = self._vault.load(card.path).file
            record = record_of(card, file)
            if not draft_id or record.draft_id == draft_id:
                latest.setdefault((record.draft_id or card.path, record.outlet), record)
        return [replace(record, replies=len(self._replies(record))) for record in latest.values()]

    def find(self, name: str, outlet: str = "") -> Left:
        """Return the record that is named by its id or path, or by its draft where that left once only, or to this
        ``outlet``.

        Raises NotFound, Ambiguous.
        """
        found = self.of(name, outlet)
        if len(found) > 1:
            raise Ambiguous("“{name}” left to several outlets, say which with --outlet, or which record: {ids}",
                            name=found[0].title,
                            ids=", ".join(f"{record.record_id} ({record.outlet})" for record in found))
        return found[0]

    def of(self, name: str, outlet: str = "") -> Sequence[Left]:
        """Return the records that are named: one by its id or path, or all of a draft, of them those to ``outlet`` ("":
        to any). Raises NotFound where nothing left."""
        card = self._vault.find(name)
        if card.type == "shared":
            record = record_of(card, self._vault.load(card.path).file)
            return (replace(record, replies=len(self._replies(record))),)
        of_draft = self.left(card.file_id) if card.type == "draft" and card.file_id else ()
        found = [record for record in of_draft if not outlet or record.outlet == outlet]
        if not of_draft:
            raise NotFound("“{title}” has not left yet.", title=card.title)
        if not found:
            raise NotFound("“{title}” has not left to {outlet} yet.", title=card.title, outlet=outlet)
        return found

    def look(self, names: Sequence[str] = (), secret: str = "", outlet: str = "") -> Operation[tuple[Left, ...]]:
        """Ask the outlets what became of what was placed there (all that left, or what is named, as :meth:`of`).

        What cannot be asked is told as Failed, and stays as it was known. Nothing is changed at the outlets.
        """
        wanted = [record for name in names for record in self.of(name, outlet)] if names else [
            record for record in self.left() if not outlet or record.outlet == outlet]
        looked: list[Left] = []
        for number, record in enumerate(wanted):
            yield Progress(number, len(wanted), record.title)
            try:
                looked.append(self._look(record, secret))
            except Problem as problem:
                looked.append(record)
                yield Failed(record.record_id, problem.template, problem.values)
        yield Changed("shared", tuple(record.path for record in looked))
        return tuple(looked)

    def look_quietly(self) -> Operation[tuple[Left, ...]]:
        """Ask those outlets whose password is kept what became of what is only placed there; return what is otherwise
        by now. Nothing that leads nowhere is asked, and what cannot be asked is told as Failed."""
        found: list[Left] = []
        known = {outlet.name for outlet in self._outlets.outlets(unasked=True)}
        waiting = [one for one in self.left() if one.fate == "placed" and one.remote_id and one.outlet in known]
        for record in waiting:
            yield Progress(0, len(waiting), record.title)
            if not self._outlets.keeps_secret(record.outlet):
                continue
            try:
                looked = self._look(record, "")
            except Problem as problem:
                yield Failed(record.record_id, problem.template, problem.values)
                continue
            if (looked.fate, looked.state, looked.due) != (record.fate, record.state, record.due):
                found.append(looked)
        if found:
            yield Changed("shared", tuple(record.path for record in found))
        return tuple(found)

    def answers(self, name: str) -> Sequence[Answer]:
        """Return the answers that are kept under a record, the latest first."""
        found = []
        for path in self._replies(self.find(name)):
            card, file = self._vault.find(path), self._vault.load(path).file
            words = " ".join(one.exact for one in self._vault.highlights(path)) or card.excerpt
            found.append(Answer(card.file_id, path, file.text_field("with") or card.author, words,
                                file.text_field("consent") or "no", card.created))
        return sorted(found, key=lambda one: one.created, reverse=True)

    def sent_text(self, name: str) -> str:
        """Return the Markdown of what left, exactly as it left."""
        return self._vault.load(self.find(name).path).file.body

    def compared(self, name: str, secret: str = "", outlet: str = "") -> Operation[tuple[Left, tuple[Piece, ...]]]:
        """Return a record with the difference between what was sent and what stands at the outlet now.

        Raises Refused where nothing can be asked, NetworkProblem.
        """
        record = self.find(name, outlet)
        yield Progress(0, 1, record.title)
        if not record.remote_id:
            raise Refused("What was placed at “{outlet}” by hand cannot be asked for there.", outlet=record.outlet)
        settings, place = self._outlets.open(record.outlet, secret)
        remote = self._there(record, place)
        file = self._vault.load(record.path).file
        record = self._noted(record, settings, remote)
        if remote is None and record.fate == "published":
            raise NotFound("What was sent is no longer found at {outlet}, so it cannot be compared. As you said, it "
                           "can be read at {address}.", outlet=record.outlet, address=record.url)
        language = file.text_field("lang")
        if remote is None:
            return record, difference(words_sent(file.body, language), "")
        return record, (*differing(beside_record(file, remote)), *changes(file.body, remote, language))

    def published_at(self, name: str, address: str, outlet: str = "") -> Left:
        """Note where something can be read that was placed by hand. Raises Refused for what is no web address."""
        return self._note(self.find(name, outlet), "published", admit(address.strip()), said=True)

    def reply(self, name: str, words: str, by: str, consent: str = "no", outlet: str = "") -> Captured:
        """Keep an answer to what left (named as :meth:`find` does), as a source of its own that leads back to it.

        Its words leave only as far as ``consent`` (no, anonymous, named) goes. Raises Refused without words or a name.
        """
        record = self.find(name, outlet)
        if not by.strip():
            raise Refused("Say who answered.")
        if not words.strip():
            raise Refused("An answer needs words.")
        facts = Facts("conversation", f"{by.strip()}: {record.title}", partner=by, consent=consent)
        done = self._passages.add(facts, words, when=self._now())
        loaded = self._vault.load(done.path)
        link = f"[[{self._sense.link_name(self._vault.find(record.path))}]]"
        if link not in loaded.file.body:
            body = f"{loaded.file.body.rstrip()}\n\n---\n\n{link}\n"
            self._vault.save(done.path, loaded.file.with_body(body), loaded.digest)
        return done

    def credits(self, name: str) -> tuple[Message, ...]:
        """Return a ready message to each author whom a draft quotes, with its public address where there is one.

        Chapters and notes that the draft shows count as well; conversations, and what is private or stays in, do not.
        Raises NotFound, Ambiguous, Refused for what is no draft.
        """
        card = self._vault.find(name)
        if card.type == "shared":
            card = self._vault.find(self._vault.load(card.path).file.text_field("draft"))
        if card.type != "draft":
            raise Refused("“{title}” is not a draft.", title=card.title)
        public = [one.url for one in (self.left(card.file_id) if card.file_id else ())
                  if one.url and one.audience == "public"]
        audience = "public" if public else "team"
        url = public[0] if public else ""
        return messages(without_private(card.title), card.lang, url, self._quoted(card, audience))

    def for_everybody(self) -> Sequence[Left]:
        """Return what everybody can read, each draft once, wherever it stands: the entries of one's own feed."""
        told: dict[str, Left] = {}
        for record in self.left():
            if record.fate == "published" and record.audience == "public" and record.url:
                told.setdefault(record.draft_id or record.path, record)
        return tuple(told.values())

    def feed(self, title: str, author: str, feed_id: str) -> bytes:
        """Return one's own outgoing feed: what can be read by everybody, as Atom."""
        from pkm_app.share.atom import FeedEntry, atom  # the window needs no XML to open

        entries = []
        for record in self.for_everybody():
            file = self._vault.load(record.path).file
            sent = when_of(record.sent, self._now())
            entries.append(FeedEntry(
                f"urn:pkm:shared:{record.draft_id or record.record_id}", record.title, record.url,
                html_sent(file.body, file.text_field("lang")), sent,
                when_of(file.text_field("published_seen"), sent), file.text_field("lang")))
        return atom(title, author, feed_id, entries, self._now())

    def _look(self, record: Left, secret: str) -> Left:
        if not record.remote_id:
            return record
        settings, outlet = self._outlets.open(record.outlet, secret)
        return self._noted(record, settings, self._there(record, outlet))

    def _there(self, record: Left, outlet: Outlet) -> Remote | None:
        """What stands at an outlet of a record: by its number, or by its mark where it was moved or merged there."""
        there = outlet.get(record.remote_id)
        if there is None and record.draft_id:
            there = outlet.find(marker_of(record.draft_id, record.outlet))
            others = [one.remote_id for one in self.left(record.draft_id) if one.record_id != record.record_id]
            if there is not None and there.remote_id in others:  # made anew since: that is told of by its own record
                return None
        return there

    def _noted(self, record: Left, settings: OutletSettings, remote: Remote | None) -> Left:
        """Write what became of a record by what stands there. Of a file in a site that is not found any more a person
        knows more than its folder: where they said where it can be read, that holds."""
        said = self._vault.load(record.path).file.text_field("published_by") == BY_HAND
        is_site = settings.kind in KINDS and bool(KINDS[settings.kind].target)
        if remote is None and said and is_site:
            return self._note(record, "published", record.url)
        state = state_of(remote)
        due = remote.due if remote and state == "scheduled" else ""
        return self._note(record, fate_of(remote), remote.url if remote else "", state=state, due=due)

    def _note(self, record: Left, fate: str, url: str, said: bool = False, state: str = "", due: str = "") -> Left:
        """Write what became of a record into it; what is known already writes nothing. An address that a person
        ``said`` stays, whatever an outlet tells later."""
        loaded = self._vault.load(record.path)
        known = loaded.file.text_field("published_url")
        kept = loaded.file.text_field("published_by") == BY_HAND and not said
        shown = url if fate == "published" and url.startswith(("http://", "https://")) else ""
        if kept or (fate == "published" and not shown):  # a folder knows no address
            shown = known
        wanted = {"fate": fate, "state": state or None, "due": due or None, "published_url": shown or None,
                  "published_by": BY_HAND if shown and (said or kept) else None}
        file = loaded.file
        if fate == "published" and file.text_field("fate") != "published":
            wanted["published_seen"] = stamp(self._now())
        for key, value in wanted.items():
            if (file.text_field(key) or None) != value:
                file = file.with_field(key, value)
        if file.to_bytes() != loaded.file.to_bytes():
            self._vault.save(record.path, file, loaded.digest)
        return replace(record_of(self._vault.find(record.path), file), replies=record.replies)

    def _replies(self, record: Left) -> list[str]:
        found = []
        for path in self._vault.backlinks(record.path):
            with suppress(NotFound):
                if self._vault.find(path).type == "source":
                    found.append(path)
        return found

    def _quoted(self, card: FileCard, audience: str) -> list[Quoted]:
        found: list[Quoted] = []
        for link in links(whole_text(self._vault, self._vault.load(card.path), audience).plain):
            if not link.block.startswith("hl-"):
                continue
            with suppress(NotFound, Ambiguous):
                source = linked_file(self._vault, link, card.path)
                if source is None or source.type != "source" or source.kind == "conversation":
                    continue
                if is_private(self._vault, source) or without_consent(self._vault, source) or is_anonymous(
                        self._vault, source):
                    continue
                words = self._vault.find_highlight(link.block).exact
                address = source.url if source.url.startswith(("http://", "https://")) else ""
                found.append(Quoted(without_private(source.author), without_private(source.title), address, words))
        return found
