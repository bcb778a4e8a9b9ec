"""The services of a window over a small library with real content: for tests of the window and for its pictures.

``Demo(runner, folder)`` makes them. What lies in the vault (notes, sources, highlights, drafts) is real: real files,
real database, real services. Only the stream (feeds and articles), the outlet and the keyring are stand-ins, so that
nothing is fetched and nothing is sent. The clock stands still.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from pkm_app.base.errors import Refused
from pkm_app.base.events import finish
from pkm_app.content.asked import Asked
from pkm_app.flow.addresses import Addresses
from pkm_app.flow.afterwards import Afterwards
from pkm_app.flow.checking import Checking, changed_since
from pkm_app.flow.describing import Describing
from pkm_app.flow.drafting import Drafting
from pkm_app.flow.exporting import Exporting
from pkm_app.flow.highlighting import Highlighting
from pkm_app.flow.marking import Marking
from pkm_app.flow.measuring import Measuring
from pkm_app.flow.newer_words import NewerWords
from pkm_app.flow.offers import Offers
from pkm_app.flow.publishing import Publishing
from pkm_app.flow.search import Found
from pkm_app.flow.sources import Sources
from pkm_app.flow.trace import Tracing
from pkm_app.library.choices import OutletChoices
from pkm_app.library.database import Database
from pkm_app.library.draft_templates import DraftTemplates
from pkm_app.library.filecache import FileCache
from pkm_app.library.internal_names import InternalNames
from pkm_app.library.journal import Journal
from pkm_app.library.outside import write_outside
from pkm_app.library.pictures import VaultPictures
from pkm_app.library.queries import QueriesFile
from pkm_app.library.terms import TermsFiles
from pkm_app.library.turns import SendingTurns
from pkm_app.library.vault import FileVault
from pkm_app.sense.model import Hit
from pkm_app.sense.notes import NewNote
from pkm_app.sense.queries import Queries
from pkm_app.sense.service import SenseService
from pkm_app.sense.terms import Terms
from pkm_app.share.model import OutletSettings
from pkm_app.share.service import OutletService
from pkm_app.ui.services import Finding, Runner, Services, Share
from tests.fakes.exports import DictPictures, HereBuilder, styles
from tests.fakes.seek import ScriptedWeb
from tests.ui.demo_beginning import DemoBeginning
from tests.ui.demo_care import demo_care
from tests.ui.demo_content import NOTES, OWN_WORDS
from tests.ui.demo_desktop import DemoDesktop
from tests.ui.demo_follow import demo_follow
from tests.ui.demo_outlets import DemoOutlets
from tests.ui.demo_reading import demo_reading
from tests.ui.demo_seek import NOW, DemoSeek, now
from tests.ui.demo_taking import demo_taking
from tests.ui.demo_tending import DemoTending
from tests.ui.demo_time import DatedVault, DemoClock, date
from tests.ui.demo_today import demo_today
from tests.ui.demo_writing import demo_writing

__all__ = ["NOW", "Demo", "DemoSeek", "DemoSettings", "now"]


@dataclass
class DemoSettings:
    """Settings that live as long as the test."""

    kept: dict[str, str] = field(default_factory=dict)

    def get(self, key: str, default: str = "") -> str:
        return self.kept.get(key, default)

    def put(self, key: str, value: str) -> None:
        self.kept[key] = value


def marked(text: str, words: str) -> str:
    """Return a text with words marked as snippets mark them."""
    at = text.casefold().find(words) if words else -1
    end = at + len(words)
    while end < len(text) and text[end].isalnum():
        end += 1  # a whole word, as other forms of it are found
    return text if at < 0 else f"{text[:at]}⟦{text[at:end]}⟧{text[end:]}"


class DemoSearch:
    """Finds words in articles and in the titles and first words of files."""

    def __init__(self, seek: DemoSeek, sense: SenseService) -> None:
        self._seek, self._sense = seek, sense

    def search(self, query: str, places: Sequence[str] = (), limit: int = 50, typing: bool = False,
               counts: bool = False) -> Found:
        wanted = " ".join(word for word in query.casefold().split() if ":" not in word)
        kinds = [field.value for field in Asked.of(query).fields if field.name == "kind"] or ["note", "article"]
        tags = {card.file_id: card.tags for card in self._sense.cards()}
        hits = [Hit("note", card.file_id, card.title, card.excerpt, 1.0, card.path, card.created[:10], card.lang)
                for card in self._sense.cards() if wanted in f"{card.title} {card.excerpt}".casefold()]
        found = self._seek.articles("all", search=wanted)
        hits += [Hit("article", a.article_id, a.title, a.excerpt, 1.0, date=f"{a.published:%Y-%m-%d}", lang=a.language)
                 for a in found if a.published]
        hits = [replace(hit, snippet=marked(hit.snippet, wanted)) for hit in hits if hit.kind in kinds]
        if not counts:
            return Found(tuple(hits[:limit]))
        facets = {"kind": Counter(hit.kind for hit in hits), "lang": Counter(hit.lang for hit in hits if hit.lang),
                  "year": Counter(hit.date[:4] for hit in hits if hit.date),
                  "tag": Counter(tag for hit in hits for tag in tags.get(hit.id, ()))}
        return Found(tuple(hits[:limit]), "sociaal" if wanted == "social" else "", len(hits),
                     {name: tuple(counter.most_common()) for name, counter in facets.items()})


class DemoSecrets:
    """A keyring that forgets with the test. ``there`` False: a system without one."""

    def __init__(self, there: bool = True) -> None:
        self.there = there
        self.kept: dict[str, str] = {}

    def get(self, settings: OutletSettings) -> str | None:
        self._look()
        return self.kept.get(settings.name)

    def put(self, settings: OutletSettings, secret: str) -> None:
        self._look()
        self.kept[settings.name] = secret

    def forget(self, settings: OutletSettings) -> None:
        self.kept.pop(settings.name, None)

    def _look(self) -> None:
        if not self.there:
            raise Refused("There is no keyring here that can keep a password.")


class Demo:
    """A library in ``folder``. ``more`` adds that many articles, ``empty`` is a first start; ``full`` adds
    highlights, notes, a draft and an outlet; ``dated`` lets files be of its day, and not of the day of the test."""

    def __init__(self, runner: Runner, folder: Path, settings: dict[str, str] | None = None, more: int = 0,
                 empty: bool = False, full: bool = False, dated: bool = False) -> None:
        self.seek = DemoSeek((), ()) if empty else DemoSeek(more=more)
        self.web, self.folder = ScriptedWeb(), folder
        self._database = Database(folder / "pkm.db")
        self._clock = now = DemoClock()
        kind = DatedVault if dated else FileVault
        self.vault = vault = kind(folder / "vault", FileCache(self._database), folder / "history", "demo", now)
        (folder / "vault").mkdir(exist_ok=True)
        vault.prepare()
        self.sense = SenseService(vault, now)
        store: object = self.seek
        sources = Sources(store, vault, now)  # type: ignore[arg-type]  # the part of a store that these ask
        self.highlighting = Highlighting(store, vault, sources, self.sense)  # type: ignore[arg-type]  # likewise
        drafting = Drafting(store, vault, self.sense, sources, now, DraftTemplates(folder / "vault"))  # type: ignore[arg-type]  # likewise
        self.secrets = DemoSecrets()
        self.outlets = OutletService(OutletChoices(folder / "vault"), self.secrets, DemoOutlets())
        exporting = Exporting(vault, DictPictures(), HereBuilder(), styles)
        kept = DemoSettings(dict(settings or {}))
        names = InternalNames(folder / "vault")
        newer = NewerWords(store, vault, self.highlighting, self.sense)  # type: ignore[arg-type]  # likewise
        publishing = Publishing(vault, self.outlets, Journal(self._database), DictPictures(), now,
                                SendingTurns(folder), exporting, Checking(
                                    vault, DictPictures(), names.load, changed_since(store, vault), newer=newer.now))  # type: ignore[arg-type]  # likewise
        taking = demo_taking(self.seek, vault, sources, self.highlighting, self.sense, self.web)
        writing = demo_writing(folder / "vault", vault, self._database)
        share = Share(
            drafting, publishing, exporting, self.outlets,
            lambda path, data: write_outside(Path(path), data, True, folder / "vault"),
            names, Addresses(vault, self.web),
            Offers(store, vault, DemoSearch(self.seek, self.sense).search),  # type: ignore[arg-type]  # likewise
            Afterwards(vault, self.outlets, self.sense, taking.passages, now),
            Tracing(store, vault, sources).trace,  # type: ignore[arg-type]  # likewise
            Measuring(vault), Describing(vault, self.sense, VaultPictures(folder / "vault")), newer)
        self.services = Services(
            beginning=DemoBeginning(str(folder / "vault")),
            today=demo_today(self.seek, vault, taking, drafting, writing, self._database),
            seek=self.seek, marking=Marking(self.seek, sources), highlighting=self.highlighting,
            tending=DemoTending(self.seek),
            make_care=partial(demo_care, folder, vault, self._database, self.highlighting),
            taking=taking,
            make_reading=partial(demo_reading, self.seek, vault, sources, self.web, folder, kept),
            search=DemoSearch(self.seek, self.sense), sense=self.sense,
            finding=Finding(Queries(QueriesFile(folder / "vault")), Terms(TermsFiles(folder / "vault"))),
            writing=writing,
            make_follow=partial(demo_follow, self.seek, folder / "vault"),
            make_share=lambda: share,
            runner=runner, settings=kept, now=now, version="0.1.0", desktop=DemoDesktop())
        if full:
            self._fill(drafting, vault, folder)

    def close(self) -> None:
        """End what was begun."""
        self._database.close()

    def _fill(self, drafting: Drafting, vault: FileVault, folder: Path) -> None:
        ids = []
        for number, (title, words, colour, comment) in enumerate(OWN_WORDS):
            self._clock.back = timedelta(minutes=10 * (len(OWN_WORDS) - number))
            article = next(a for a in self.seek.articles("all") if a.title == title)
            ids.append(self.highlighting.add(article, words, "", "", comment, colour).highlight_id)
        notes = []
        for number, (title, body, tags, lang, maturity) in enumerate(NOTES):
            note = NewNote(title, body, tags, lang, maturity=maturity)
            notes.append(self.sense.new_note(note, ids[:1] if number == len(NOTES) - 1 else ())[0])
        for title in ("What is Social Learning?", "10 ways to use your ESN for social learning"):
            article = next(a for a in self.seek.articles("all") if a.title == title)
            self.services.marking.set([article], "kept")
        self._clock.back = timedelta()
        drafting.new_draft([notes[-1], ids[2]], "Friday’s Finds, 20 November")
        drafting.new_draft([notes[0]], "Yammer als leerplek")
        for number, path in enumerate(sorted((folder / "vault").rglob("*.md"))):
            date(path, NOW - timedelta(hours=7 * number + 1))
        finish(vault.scan())
        self.outlets.add(OutletSettings("blog", "wordpress", "https://blog.example.org/", "anne", "public"), "right")
