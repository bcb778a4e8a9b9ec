"""A person's desk for tests: the services and flows over a vault, a stream and a site that takes drafts in memory,
all of which pass the suites of the real ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from pkm_app.base.events import finish
from pkm_app.base.ids import derived_id
from pkm_app.content.clean import clean_html
from pkm_app.content.plaintext import canonical_text
from pkm_app.content.vaultfile import VaultFile
from pkm_app.flow.checking import Checking
from pkm_app.flow.drafting import Drafting
from pkm_app.flow.exporting import Exporting
from pkm_app.flow.highlighting import Highlighting
from pkm_app.flow.marking import Marking
from pkm_app.flow.publishing import Publishing
from pkm_app.flow.sources import Sources
from pkm_app.library.draft_templates import DraftTemplates
from pkm_app.seek.model import Article, Entry, Feed, FeedUpdate
from pkm_app.sense.model import FileCard
from pkm_app.sense.notes import NewNote
from pkm_app.sense.ports import Vault
from pkm_app.sense.service import SenseService
from pkm_app.share.formats import Form, Target, Wanted
from pkm_app.share.model import OutletSettings, Published
from pkm_app.share.service import OutletService
from tests.fakes.articles import FakeArticles
from tests.fakes.exports import DictPictures, HereBuilder, styles
from tests.fakes.outlet import FakeOutlets
from tests.fakes.share import DictJournal, DictSecrets, ListOutlets, ThreadTurns
from tests.fakes.vault import MemoryVault

START = datetime(2026, 11, 20, 13, 12, 3, tzinfo=UTC)
HTML = "<p>Social Learning is about the conversations that surround this.</p><p>The conversations go on.</p>"


class Desk:
    """The outlets are ``blog`` (public) and ``crew`` (team)."""

    def __init__(self, vault: Vault | None = None) -> None:
        self.time = START
        self.vault: MemoryVault = vault or MemoryVault()  # type: ignore[assignment]  # only tests that say so take another
        self.store = FakeArticles()
        self.pictures = DictPictures()
        self.site = FakeOutlets().site
        self.sense = SenseService(self.vault, self.now)
        self.sources = Sources(self.store, self.vault, self.now)
        self.highlighting = Highlighting(self.store, self.vault, self.sources, self.sense)
        self.drafting = Drafting(self.store, self.vault, self.sense, self.sources, self.now,
                                 DraftTemplates(Path("/nowhere")))
        self.outlets = OutletService(ListOutlets(), DictSecrets(), FakeOutlets(self.site))
        for name, audience in (("blog", "public"), ("crew", "team")):
            self.outlets.add(OutletSettings(name, "fake", "https://site.example/", "writer", audience), "right")
        self.lose_database()

    @classmethod
    def over(cls, vault: Vault) -> Desk:
        """A desk over another vault, of which only what the port names may be asked."""
        return cls(vault)

    def lose_database(self) -> None:
        """Begin with a journal that knows nothing."""
        self.journal = DictJournal()
        self.exporting = Exporting(self.vault, self.pictures, HereBuilder(), styles)
        self.publishing = self.checked_by(None)

    def checked_by(self, checking: Checking | None) -> Publishing:
        return Publishing(self.vault, self.outlets, self.journal, self.pictures, self.now, ThreadTurns(),
                          self.exporting, checking)

    def now(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time

    def article(self, html: str = HTML, url: str = "https://blog.example/post", title: str = "An introduction",
                author: str = "Julian Stodd") -> Article:
        feed = Feed("feed0", "https://blog.example/feed", "A blog", "https://blog.example/")
        self.store.put_feed(feed)
        clean = clean_html(html)
        entry = Entry(url or title, url, title, author, START, html=clean, text=canonical_text(clean), language="en")
        article_id = derived_id(feed.address, entry.uid)
        known = self.store.article(article_id) is not None
        update = FeedUpdate(feed, **{"changed" if known else "new": ((article_id, entry),)})
        self.store.apply(update, self.time)
        found = self.store.article(article_id)
        assert found is not None
        return found

    def note(self, title: str = "A note", body: str = "My own words.\n", private: bool = False,
             quotes: tuple[str, ...] = ()) -> str:
        return self.sense.new_note(NewNote(title, body, private=private), quotes)[0]

    def write(self, path: str, body: str, **fields: object) -> FileCard:
        """Another program writes a file."""
        self.vault.outside(path, VaultFile.new(fields, body).to_bytes())  # type: ignore[arg-type]
        return self.vault.find(path)

    def draft(self, body: str, title: str = "What grows", **fields: object) -> str:
        path = f"drafts/{title}.md"
        self.write(path, body, id="01draft000000000", type="draft", title=title, **fields)
        return path

    def body(self, path: str) -> str:
        return self.vault.load(path).file.body

    def export(self, name: str, form: Form = "markdown", audience: str = "public", target: Target = "plain") -> bytes:
        return finish(self.exporting.export(name, Wanted(form, target), audience)).data

    def publish(self, name: str, outlet: str = "blog", dry_run: bool = False) -> Published:
        return finish(self.publishing.publish(name, outlet, dry_run=dry_run))

    def marking(self, seek: object) -> Marking:
        return Marking(seek, self.sources)  # type: ignore[arg-type]
