"""From a draft to an outlet: cut what is private, turn links into addresses, note what left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Literal, cast

from pkm_app.base.errors import Refused
from pkm_app.base.events import Changed, Operation, Progress
from pkm_app.base.ids import new_file_id
from pkm_app.content.private import Cut
from pkm_app.content.vaultfile import VaultFile
from pkm_app.flow.exporting import Exporting
from pkm_app.flow.kept_words import refuse_kept_words
from pkm_app.flow.leaving import chapters, leaving_draft, whole_text
from pkm_app.flow.links import resolver
from pkm_app.sense.model import Loaded
from pkm_app.sense.notes import stamp
from pkm_app.sense.ports import Vault
from pkm_app.share.check import check_draft
from pkm_app.share.formats import Target, Wanted
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import CheckResult, OutletSettings, Published, Remote, Rendered
from pkm_app.share.ports import Outlet, Pictures, SendJournal, Turns
from pkm_app.share.publish import content_digest, place_of, send
from pkm_app.share.render import render
from pkm_app.share.service import OutletService


class Publishing:
    """Checks and sends drafts."""

    def __init__(self, vault: Vault, outlets: OutletService, journal: SendJournal, pictures: Pictures,
                 now: Callable[[], datetime], turns: Turns, exporting: Exporting) -> None:
        self._vault = vault
        self._exporting = exporting
        self._outlets = outlets
        self._journal = journal
        self._pictures = pictures
        self._now = now
        self._turns = turns

    def check(self, name: str, audience: str) -> CheckResult:
        """Say what must or should be mended before a draft leaves to an audience."""
        loaded = leaving_draft(self._vault, name, audience)
        whole = whole_text(self._vault, loaded, audience)
        refuse_kept_words(self._vault, whole.text)
        shown = {card.path for card in chapters(self._vault, loaded.path)} - set(whole.files)
        cut = Cut(whole.text, whole.cut, whole.unclosed)
        return check_draft(whole.text, audience, resolver(self._vault, loaded.path), cut,
                           lambda target: any(self._pictures.read(target, path) for path in whole.files),
                           tuple(sorted(shown)))

    def rendered(self, name: str, audience: str) -> Rendered:
        """Return a draft as it would leave to an audience: what the preview shows."""
        loaded = leaving_draft(self._vault, name, audience)
        return self._render(loaded, audience)

    def publish(self, name: str, outlet_name: str, secret: str = "", dry_run: bool = False) -> Operation[Published]:
        """Send a draft to an outlet as a draft; a second time updates the same one.

        With ``dry_run`` nothing is asked or sent: the result says what sending would do. Raises Refused when the
        draft is private, shows what is, or changed at the outlet since; NetworkProblem when it cannot be reached.
        """
        yield Progress(0, 2, outlet_name)
        settings = self._outlets.find(outlet_name)
        loaded = leaving_draft(self._vault, name, settings.audience)
        draft = yield from self._made(loaded, settings)
        if dry_run:
            self._refuse_copy(loaded)
            return self._expected(loaded, settings, draft)
        settings, outlet = self._outlets.open(outlet_name, secret)
        yield Progress(1, 2, draft.title)
        with self._turns.take(loaded.path):
            loaded = self._with_id(leaving_draft(self._vault, loaded.path, settings.audience))
        with self._turns.take(loaded.file.text_field("id")):
            published = yield from self._send(loaded.path, settings, outlet)
        yield Changed("shared", (loaded.path,))
        return published

    def _send(self, path: str, settings: OutletSettings, outlet: Outlet) -> Operation[Published]:
        """Send a draft while nobody else does, and note what left."""
        loaded = leaving_draft(self._vault, path, settings.audience)  # as it is now
        self._refuse_copy(loaded)
        draft = yield from self._made(loaded, settings)
        known = self._known(loaded, settings)
        published, remote = send(draft, loaded.file.text_field("id"), settings, outlet, self._journal, known)
        if published.action != "unchanged" or not self._is_recorded(loaded, settings, draft, remote):
            self._record(loaded, settings, draft, remote)
        self._remember(path, settings.name, published.remote_id)
        return published

    def _made(self, loaded: Loaded, settings: OutletSettings) -> Operation[Rendered]:
        """A draft as it leaves to an outlet, with its file where the outlet takes one."""
        draft = self._render(loaded, settings.audience)
        kind = KINDS.get(settings.kind)
        if kind is None or not kind.target:
            return draft
        wanted = Wanted("markdown", cast(Target, kind.target))
        made = yield from self._exporting.export(loaded.path, wanted, settings.audience)
        return replace(draft, file=made.data)

    def _render(self, loaded: Loaded, audience: str) -> Rendered:
        card = self._vault.find(loaded.path)
        whole = whole_text(self._vault, loaded, audience)
        refuse_kept_words(self._vault, whole.text)
        draft = render(card.title, whole.text, card.lang, audience, resolver(self._vault, loaded.path), card.tags)
        return replace(draft, cut=whole.cut + draft.cut)

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
        last = self._journal.last(loaded.file.text_field("id"), place_of(settings)) or self._known(loaded, settings)
        if last is None:
            return Published("", settings.address, "", "created", draft.cut)
        action: Literal["unchanged", "updated"] = "unchanged" if last[2] == content_digest(draft) else "updated"
        return Published(last[0], settings.address, "", action, draft.cut)

    def _known(self, loaded: Loaded, settings: OutletSettings) -> tuple[str, str, str] | None:
        """What the vault remembers of the last sending: it outlives the database.

        A draft without an id was never sent from here, whatever its front matter was copied from.
        """
        draft_id = loaded.file.text_field("id")
        for line in loaded.file.list_field("outlets") if draft_id else ():
            name, _, remote_id = line.rpartition(" ")
            if name == settings.name and remote_id:
                for file in self._records(draft_id, settings):
                    if file.text_field("remote") == remote_id:
                        return remote_id, file.text_field("version"), file.text_field("digest")
                return remote_id, "", ""
        return None

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

    def _record(self, loaded: Loaded, settings: OutletSettings, draft: Rendered, remote: Remote) -> None:
        """Keep what left, exactly as it left, and where to."""
        now = self._now()
        file = VaultFile.new({
            "id": new_file_id(now), "type": "shared", "title": draft.title, "draft": loaded.file.text_field("id"),
            "lang": draft.language or None,
            "outlet": settings.name, "address": settings.address, "audience": settings.audience,
            "remote": remote.remote_id, "url": remote.url, "version": remote.version,
            "digest": content_digest(draft), "created": stamp(now),
        }, draft.markdown)
        self._vault.create("shared", f"{now.astimezone():%Y-%m-%d} {draft.title}", file)

    def _remember(self, path: str, outlet: str, remote_id: str) -> None:
        loaded = self._vault.load(path)
        lines = [line for line in loaded.file.list_field("outlets") if line.rpartition(" ")[0] != outlet]
        wanted = [*lines, f"{outlet} {remote_id}"]
        if list(loaded.file.list_field("outlets")) != wanted:
            self._vault.save(path, loaded.file.with_field("outlets", wanted), loaded.digest)
