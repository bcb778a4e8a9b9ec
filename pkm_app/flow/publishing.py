"""From a draft to a file or an outlet: cut what is private, turn links into addresses, note what left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from pkm_app.base.errors import Ambiguous, NotFound, Refused
from pkm_app.base.events import Changed, Operation, Progress
from pkm_app.base.ids import new_file_id
from pkm_app.content.vaultfile import VaultFile
from pkm_app.content.wikilinks import WikiLink
from pkm_app.flow.drafting import refuse_without_consent
from pkm_app.sense.model import FileCard, Loaded
from pkm_app.sense.notes import stamp
from pkm_app.sense.ports import Vault
from pkm_app.share.check import check_draft
from pkm_app.share.model import CheckResult, OutletSettings, Published, Remote, Rendered
from pkm_app.share.ports import SendJournal
from pkm_app.share.publish import content_digest, send
from pkm_app.share.render import LinkTarget, render, standalone_html, standalone_markdown
from pkm_app.share.service import AUDIENCES, OutletService

FORMATS = ("markdown", "html")


class Publishing:
    """Checks, exports and sends drafts."""

    def __init__(self, vault: Vault, outlets: OutletService, journal: SendJournal, style: str,
                 now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._outlets = outlets
        self._journal = journal
        self._style = style
        self._now = now

    def check(self, name: str, audience: str) -> CheckResult:
        """Say what must or should be mended before a draft leaves to an audience."""
        loaded = self._draft(name, audience)
        return check_draft(loaded.file.body, audience, self._resolver(loaded.path))

    def rendered(self, name: str, audience: str) -> Rendered:
        """Return a draft as it would leave to an audience: what the preview shows."""
        loaded = self._draft(name, audience)
        return self._render(loaded, audience)

    def export(self, name: str, form: str, audience: str = "public") -> tuple[bytes, int]:
        """Return a draft as the bytes of a file, and how many private parts were cut."""
        if form not in FORMATS:
            raise Refused("“{form}” is no format: choose from {known}.", form=form, known=", ".join(FORMATS))
        draft = self.rendered(name, audience)
        text = standalone_html(draft, self._style) if form == "html" else standalone_markdown(draft)
        return text.encode(), draft.cut

    def publish(self, name: str, outlet_name: str, secret: str = "", dry_run: bool = False) -> Operation[Published]:
        """Send a draft to an outlet as a draft; a second time updates the same one.

        With ``dry_run`` nothing is asked or sent: the result says what sending would do. Raises Refused when the
        draft is private, shows what is, or changed at the outlet since; NetworkProblem when it cannot be reached.
        """
        yield Progress(0, 4, outlet_name)
        settings = self._outlets.find(outlet_name)
        loaded = self._with_id(self._draft(name, settings.audience))
        draft = self._render(loaded, settings.audience)
        if dry_run:
            return self._expected(loaded, settings, draft)
        settings, outlet = self._outlets.open(outlet_name, secret)
        known = self._known(loaded, settings.name)
        published, remote = yield from send(
            draft, loaded.file.text_field("id"), settings.name, outlet, self._journal, known)
        if published.action != "unchanged":
            self._record(loaded, settings, draft, remote)
        self._remember(loaded.path, settings.name, published.remote_id)
        yield Changed("shared", (loaded.path,))
        return published

    def _draft(self, name: str, audience: str) -> Loaded:
        if audience not in AUDIENCES:
            raise Refused("“{audience}” is no audience: choose public, community or team.", audience=audience)
        card = self._vault.find(name)
        loaded = self._vault.load(card.path)
        if loaded.file.private:
            raise Refused("“{title}” is for you alone, so it cannot leave. Nothing was written or sent.",
                          title=card.title)
        if card.type != "draft":
            raise Refused("“{title}” is not a draft. Make one of it with: pkm draft --from {id}",
                          title=card.title, id=card.file_id or card.path)
        return loaded

    def _render(self, loaded: Loaded, audience: str) -> Rendered:
        card = self._vault.find(loaded.path)
        return render(card.title, loaded.file.body, card.lang, audience, self._resolver(loaded.path), card.tags)

    def _resolver(self, from_path: str) -> Callable[[WikiLink], LinkTarget]:
        def resolve(link: WikiLink) -> LinkTarget:
            card = self._target(link, from_path)
            if card is None:
                return LinkTarget("missing", title=link.target)
            if card.private:
                return LinkTarget("private", title=card.title)
            if card.type == "source":
                refuse_without_consent(self._vault, card)
                return LinkTarget("source", card.url, card.title)
            return LinkTarget("own", title=card.title)
        return resolve

    def _target(self, link: WikiLink, from_path: str) -> FileCard | None:
        if not link.target:
            return self._vault.find(from_path)
        path = self._vault.resolve(link.target, from_path)
        try:
            return self._vault.find(path) if path else None
        except (NotFound, Ambiguous):  # it went away between the two looks: a link to nothing
            return None

    def _with_id(self, loaded: Loaded) -> Loaded:
        if loaded.file.text_field("id"):
            return loaded
        file = loaded.file.with_field("id", new_file_id(self._now()))
        saved = self._vault.save(loaded.path, file, loaded.digest)
        return Loaded(loaded.path, file, saved.digest)

    def _expected(self, loaded: Loaded, settings: OutletSettings, draft: Rendered) -> Published:
        last = self._journal.last(loaded.file.text_field("id"), settings.name) or self._known(loaded, settings.name)
        if last is None:
            return Published("", settings.address, "", "created", draft.cut)
        action: Literal["unchanged", "updated"] = "unchanged" if last[2] == content_digest(draft) else "updated"
        return Published(last[0], settings.address, "", action, draft.cut)

    def _known(self, loaded: Loaded, outlet: str) -> tuple[str, str, str] | None:
        """What the vault remembers of the last sending: it outlives the database."""
        for line in loaded.file.list_field("outlets"):
            name, _, remote_id = line.rpartition(" ")
            if name == outlet and remote_id:
                return self._last_record(loaded.file.text_field("id"), outlet, remote_id) or (remote_id, "", "")
        return None

    def _last_record(self, draft_id: str, outlet: str, remote_id: str) -> tuple[str, str, str] | None:
        for card in self._vault.cards(("shared",)):
            file = self._vault.load(card.path).file
            if (file.text_field("draft"), file.text_field("outlet"), file.text_field("remote")) == (
                    draft_id, outlet, remote_id):
                return remote_id, file.text_field("version"), file.text_field("digest")
        return None

    def _record(self, loaded: Loaded, settings: OutletSettings, draft: Rendered, remote: Remote) -> None:
        """Keep what left, exactly as it left, and where to."""
        now = self._now()
        file = VaultFile.new({
            "id": new_file_id(now), "type": "shared", "title": draft.title, "draft": loaded.file.text_field("id"),
            "outlet": settings.name, "audience": settings.audience, "remote": remote.remote_id, "url": remote.url,
            "version": remote.version, "digest": content_digest(draft), "created": stamp(now),
        }, draft.markdown)
        self._vault.create("shared", f"{now.astimezone():%Y-%m-%d} {draft.title}", file)

    def _remember(self, path: str, outlet: str, remote_id: str) -> None:
        loaded = self._vault.load(path)
        lines = [line for line in loaded.file.list_field("outlets") if line.rpartition(" ")[0] != outlet]
        wanted = [*lines, f"{outlet} {remote_id}"]
        if list(loaded.file.list_field("outlets")) != wanted:
            self._vault.save(path, loaded.file.with_field("outlets", wanted), loaded.digest)
