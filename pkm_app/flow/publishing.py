"""From a draft to an outlet: cut what is private, turn links into addresses, note what left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal, cast

from pkm_app.base.errors import NotFound, Refused, StorageProblem
from pkm_app.base.events import Changed, Operation, Progress
from pkm_app.base.ids import new_file_id, new_file_id_after
from pkm_app.content.vaultfile import Field, VaultFile
from pkm_app.flow.checking import Checking
from pkm_app.flow.exporting import Exporting
from pkm_app.flow.leaving import leaving_draft, leaving_head, whole_text
from pkm_app.flow.left_records import BY_HAND, taken_off
from pkm_app.flow.posting import Clean, Posting
from pkm_app.sense.model import Loaded
from pkm_app.sense.notes import stamp
from pkm_app.sense.ports import Vault
from pkm_app.share.clash import Clash, clash_of
from pkm_app.share.findings import found
from pkm_app.share.formats import Target, Wanted
from pkm_app.share.headcheck import untaken
from pkm_app.share.kinds import KINDS, is_by_hand
from pkm_app.share.model import CheckResult, OutletSettings, Published, Remote, Rendered
from pkm_app.share.ports import Outlet, Pictures, SendJournal, Turns
from pkm_app.share.preview import Preview, preview_of
from pkm_app.share.publish import Sent, content_digest, goes_along, marker_of, place_of, remembered, send, standing_of
from pkm_app.share.service import OutletService
from pkm_app.share.targets import Resolve


class Publishing:
    """Checks and sends drafts."""

    def __init__(self, vault: Vault, outlets: OutletService, journal: SendJournal, pictures: Pictures,
                 now: Callable[[], datetime], turns: Turns, exporting: Exporting,
                 checking: Checking | None = None, clean: Clean | None = None) -> None:
        self._posting = Posting(vault, exporting, pictures, clean)
        self._checking = checking or Checking(vault, pictures)
        self._vault = vault
        self._exporting = exporting
        self._outlets = outlets
        self._journal = journal
        self._now = now
        self._turns = turns

    def check(self, name: str, audience: str, outlet: str = "", resolve: Resolve | None = None) -> CheckResult:
        """Say what must or should be mended before a draft leaves to an audience; with an ``outlet`` also what does
        not fit there."""
        result = self._checking.check(name, audience, resolve)
        kind = KINDS.get(self._outlets.find(outlet).kind) if outlet else None
        if kind is not None and kind.limit:
            length = len(self._exporting.rich_text(name, audience, kind.kind).plain)
            if length > kind.limit:
                more = found("limit", audience, f"{length:,}", f"{kind.name} takes {kind.limit:,} characters, and this "
                             f"has {length:,}.")
                result = replace(result, findings=(*result.findings, *more))
        if kind is not None:
            head = leaving_head(self._vault, leaving_draft(self._vault, name, audience), audience)
            result = replace(result, findings=(*result.findings, *untaken(head, kind, audience)))
        return result

    def rendered(self, name: str, audience: str) -> Rendered:
        """Return a draft as it would leave to an audience: what the preview shows."""
        return self._posting.rendered(name, audience)

    def preview(self, name: str, audience: str, outlet: str = "") -> Operation[Preview]:
        """Return a draft as it would leave to an audience, to an ``outlet`` as it will be there. Nothing is asked."""
        settings = self._outlets.find(outlet) if outlet else None
        if settings is None or is_by_hand(settings.kind):
            yield Progress(0, 1)
            return preview_of(self._posting.rendered(name, audience, pictures=True))
        draft = yield from self._made(leaving_draft(self._vault, name, settings.audience), settings)
        return self._outlets.preview(outlet, draft)

    def clash(self, name: str, outlet_name: str, secret: str = "") -> Operation[Clash]:
        """Return a draft as it would leave now beside what stands at the outlet. Nothing is changed there.

        Raises NotFound where nothing of it stands there, and as :meth:`publish`.
        """
        yield Progress(0, 1, outlet_name)
        settings, outlet = self._outlets.open(outlet_name, secret)
        loaded = leaving_draft(self._vault, name, settings.audience)
        draft = yield from self._made(loaded, settings)
        there = self._there(loaded, settings, outlet)
        if there is None:
            raise NotFound("“{title}” does not stand at {outlet}.", title=draft.title, outlet=settings.name)
        return clash_of(draft, there, settings.name)

    def keep_theirs(self, clash: Clash) -> str:
        """Keep what stands at an outlet as a draft of its own, with its structure, title, excerpt, tags and categories;
        return its path. Once is enough: the same is not written twice."""
        there, now = clash.there, self._now()
        title, body = f"{there.title or clash.title} ({clash.outlet})", clash.kept()
        head: dict[str, Field] = {"excerpt": there.excerpt or None, "tags": list(there.tags or ()) or None,
                                  "categories": list(there.categories or ()) or None}
        file = VaultFile.new({"id": new_file_id(now), "type": "draft", "title": title, "lang": clash.language or None,
                              "created": stamp(now), **head}, body)
        for card in self._vault.cards(("draft",), limit=100_000):
            known = self._vault.load(card.path).file if card.title == title else None
            if known is not None and known.body.strip() == body.strip() and all(
                    known.list_field(key) == file.list_field(key) for key in head):
                return card.path
        return self._vault.create("drafts", title, file).path

    def publish(self, name: str, outlet_name: str, secret: str = "", dry_run: bool = False,
                over: str = "") -> Operation[Published]:
        """Send a draft to an outlet as a draft; a second time updates the same one.

        With ``dry_run`` nothing is asked or sent: the result says what sending would do. ``over`` is the version of a
        :meth:`clash` that a person saw: it is kept as a draft of its own, and then written over. Raises Refused when
        the draft is private, shows what is, or must be mended first; ForeignEdit when it was changed at the outlet
        since; NetworkProblem when it cannot be reached.
        """
        yield Progress(0, 2, outlet_name)
        settings = self._outlets.find(outlet_name)
        loaded = leaving_draft(self._vault, name, settings.audience)
        self._refuse_unmended(loaded, settings)
        draft = yield from self._made(loaded, settings)
        by_hand = is_by_hand(settings.kind)
        if dry_run:
            self._refuse_copy(loaded)
            return self._by_hand(loaded, settings, draft) if by_hand else self._expected(loaded, settings, draft)
        if by_hand:
            with self._turns.take(loaded.path):
                loaded = self._with_id(leaving_draft(self._vault, loaded.path, settings.audience))
                self._refuse_copy(loaded)
                handed = self._by_hand(loaded, settings, draft)
                if handed.action != "unchanged":
                    self._record(loaded, settings, draft, Remote("", "", "", draft.title, draft.html, "draft", ""))
            yield Changed("shared", (loaded.path,))
            return handed
        settings, outlet = self._outlets.open(outlet_name, secret)
        yield Progress(1, 2, draft.title)
        with self._turns.take(loaded.path):
            loaded = self._with_id(leaving_draft(self._vault, loaded.path, settings.audience))
        with self._turns.take(loaded.file.text_field("id")):
            published = yield from self._send(loaded.path, settings, outlet, over)
        yield Changed("shared", (loaded.path,))
        return published

    def refuse_unfit(self, name: str, outlet_name: str) -> None:
        """Raise what :meth:`publish` would before anything is asked there: Refused where the draft is private, shows
        what is, must be mended first, or is a copy; NotFound."""
        settings = self._outlets.find(outlet_name)
        loaded = leaving_draft(self._vault, name, settings.audience)
        self._refuse_unmended(loaded, settings)
        self._refuse_copy(loaded)

    def _there(self, loaded: Loaded, settings: OutletSettings, outlet: Outlet) -> Remote | None:
        """What stands at an outlet of a draft, by its number or else by its mark."""
        draft_id = loaded.file.text_field("id")
        there, _ = standing_of(outlet, self._memory(loaded, settings))
        return there or (outlet.find(marker_of(draft_id, settings.name)) if draft_id else None)

    def _send(self, path: str, settings: OutletSettings, outlet: Outlet, over: str) -> Operation[Published]:
        """Send a draft while nobody else does, and note what left."""
        loaded = leaving_draft(self._vault, path, settings.audience)  # as it is now
        self._refuse_copy(loaded)
        draft = yield from self._made(loaded, settings)
        last = next(self._records(loaded.file.text_field("id"), settings), None)
        draft = replace(draft, taken_off=taken_off(last, draft))
        known = self._known(loaded, settings)
        facts = self._outlets.preview(settings.name, draft).facts
        there = self._there(loaded, settings, outlet) if over else None
        if there is not None and there.version == over:  # what somebody wrote is never lost
            self.keep_theirs(clash_of(draft, there, settings.name))
            yield Changed("drafts", ())
        published, remote = send(draft, loaded.file.text_field("id"), settings, outlet, self._journal, known, over)
        try:
            if published.action != "unchanged" or not self._is_recorded(loaded, settings, draft, remote):
                self._record(loaded, settings, draft, remote, goes_along(draft, facts, remote))
            self._remember(path, settings.name, published.remote_id)
        except StorageProblem as problem:
            raise Refused("“{title}” stands at {outlet} as a draft now, but that could not be noted in your PKM "
                          "folder: {reason} Publish it once more then: it is noted, and not sent twice.",
                          title=draft.title, outlet=settings.name, reason=problem) from problem
        return published

    def _made(self, loaded: Loaded, settings: OutletSettings) -> Operation[Rendered]:
        """A draft as it leaves to an outlet, with its file where the outlet takes one."""
        draft = self._posting.rendered(loaded.path, settings.audience, settings.kind)
        kind = KINDS.get(settings.kind)
        if kind is None or not kind.target:
            return draft
        wanted = Wanted("markdown", cast(Target, kind.target))
        made = yield from self._exporting.export(loaded.path, wanted, settings.audience)
        return replace(draft, file=made.data)

    def _refuse_unmended(self, loaded: Loaded, settings: OutletSettings) -> None:
        if not whole_text(self._vault, loaded, settings.audience).text.strip():
            raise Refused("“{title}” holds nothing that may leave to {outlet}, so nothing was sent. Write something "
                          "first.", title=self._vault.find(loaded.path).title, outlet=settings.name)
        first = [one for one in self.check(loaded.path, settings.audience).findings if one.level == "must"]
        if first:
            raise Refused("“{title}” was not sent to {outlet}, mend this first: {message} ({count} in all, see: pkm "
                          "check {path} --outlet {outlet})", title=self._vault.find(loaded.path).title,
                          outlet=settings.name, message=first[0].message, count=len(first),
                          path=loaded.file.text_field("id") or loaded.path)

    def _refuse_copy(self, loaded: Loaded) -> None:
        """Of two files with one id only the one that keeps it is sent: the other would change the post of the first."""
        draft_id = loaded.file.text_field("id")
        if draft_id and self._vault.find(loaded.path).file_id != draft_id:
            raise Refused("{path} is a copy with the id of {other}. Take the lines “id” and “outlets” out of it, then "
                          "publish it as a draft of its own.", path=loaded.path, other=self._vault.find(draft_id).path)

    def _with_id(self, loaded: Loaded) -> Loaded:
        if loaded.file.text_field("id"):
            return loaded
        # Never sent from here, whatever its front matter was copied from: those posts are another draft's.
        file = loaded.file.with_field("outlets", None).with_field("id", new_file_id(self._now()))
        saved = self._vault.save(loaded.path, file, loaded.digest)
        return Loaded(loaded.path, file, saved.digest)

    def _expected(self, loaded: Loaded, settings: OutletSettings, draft: Rendered) -> Published:
        memory = self._memory(loaded, settings)
        if not memory:
            return Published("", settings.address, "", "created", draft.cut)
        last = memory[0]
        action: Literal["unchanged", "updated"] = "unchanged" if last[2] == content_digest(draft) else "updated"
        return Published(last[0], settings.address, "", action, draft.cut)

    def _by_hand(self, loaded: Loaded, settings: OutletSettings, draft: Rendered) -> Published:
        """What handing a draft over to a person is: the first time, again with other words, or with the same."""
        last = next(self._records(loaded.file.text_field("id"), settings), None)
        action: Literal["created", "updated", "unchanged"] = "created"
        if last is not None:
            action = "unchanged" if last.text_field("digest") == content_digest(draft) else "updated"
        return Published("", last.text_field("published_url") if last else "", settings.address, action, draft.cut)

    def _memory(self, loaded: Loaded, settings: OutletSettings) -> Sequence[Sent]:
        last = self._journal.last(loaded.file.text_field("id"), place_of(settings))
        return remembered(last, self._known(loaded, settings))

    def _known(self, loaded: Loaded, settings: OutletSettings) -> Sequence[Sent]:
        """What the vault remembers of sendings, the latest first: it outlives the database, and knows other machines.

        A draft without an id was never sent from here, whatever its front matter was copied from.
        """
        draft_id = loaded.file.text_field("id")
        for line in loaded.file.list_field("outlets") if draft_id else ():
            name, _, remote_id = line.rpartition(" ")
            if name == settings.name and remote_id:
                return [(remote_id, file.text_field("version"), file.text_field("digest"))
                        for file in self._records(draft_id, settings) if file.text_field("remote") == remote_id
                        ] or [(remote_id, "", "")]
        return ()

    def _is_recorded(self, loaded: Loaded, settings: OutletSettings, draft: Rendered, remote: Remote) -> bool:
        sent = (remote.remote_id, content_digest(draft))
        return any((file.text_field("remote"), file.text_field("digest")) == sent
                   for file in self._records(loaded.file.text_field("id"), settings))

    def _records(self, draft_id: str, settings: OutletSettings) -> Iterator[VaultFile]:
        """The records of what left of a draft to an outlet, the latest first, whatever the times of their files."""
        for card in sorted(self._vault.cards(("shared",), limit=100_000), key=lambda card: card.file_id, reverse=True):
            file = self._vault.load(card.path).file
            if (file.text_field("draft"), file.text_field("outlet"), file.text_field("address")) == (
                    draft_id, settings.name, settings.address):
                yield file

    def _record(self, loaded: Loaded, settings: OutletSettings, draft: Rendered, remote: Remote,
                along: Mapping[str, Field] | None = None) -> None:
        """Keep what left, exactly as it left, with what went ``along`` beside the text, and where to."""
        now = self._now()
        last = next(self._records(loaded.file.text_field("id"), settings), None)
        # the latest is the last by its id, also where the clock stood still or was put back
        number = new_file_id_after(last.text_field("id"), now) if last else new_file_id(now)
        file = VaultFile.new({
            "id": number, "type": "shared", "title": draft.title, "draft": loaded.file.text_field("id"),
            "lang": draft.language or None,
            "outlet": settings.name, "address": settings.address, "audience": settings.audience,
            "remote": remote.remote_id, "url": remote.url, "version": remote.version,
            "digest": content_digest(draft), "created": stamp(now),
            **(along or {}), **self._fate(last, settings),
        }, draft.markdown)
        self._vault.create("shared", f"{now.astimezone():%Y-%m-%d} {draft.title}", file)

    def _fate(self, last: VaultFile | None, settings: OutletSettings) -> dict[str, str]:
        """Where a draft can be read: what a person said once holds for what they paste or send there later."""
        if last is None:
            return {}
        names = ["published_url", "published_by"] if last.text_field("published_by") == BY_HAND else []
        if is_by_hand(settings.kind):
            names = ["fate", "published_url", "published_by", "published_seen"]
        kept = {key: last.text_field(key) for key in names}
        return {key: value for key, value in kept.items() if value}

    def _remember(self, path: str, outlet: str, remote_id: str) -> None:
        loaded = self._vault.load(path)
        lines = [line for line in loaded.file.list_field("outlets") if line.rpartition(" ")[0] != outlet]
        wanted = [*lines, f"{outlet} {remote_id}"]
        if list(loaded.file.list_field("outlets")) != wanted:
            self._vault.save(path, loaded.file.with_field("outlets", wanted), loaded.digest)
