"""Taking in what no feed brings: a web page, a file, a thought. Each source becomes an article of the stream with its
source file, so that it is read, highlighted, noted and credited like any other."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol
from urllib.parse import unquote

from pkm_app.base.errors import NetworkProblem, Problem, Refused
from pkm_app.base.events import Changed, Operation, Progress
from pkm_app.base.ids import derived_id
from pkm_app.content.address import parts_of
from pkm_app.content.places import TIMED_KINDS, is_recording, kind_of, parted, read_place
from pkm_app.content.vaultfile import VaultFile, parse_vault_file
from pkm_app.flow.captured import Captured, Facts, source_file, told
from pkm_app.flow.sources import Sources, article_behind
from pkm_app.seek.addresses import admit, candidates
from pkm_app.seek.document import Document, paragraphs, stem
from pkm_app.seek.model import CAPTURED, Article, Entry, FetchRequest, FetchResponse
from pkm_app.seek.ports import ArticleStore, Fetcher
from pkm_app.sense.model import FileCard, Loaded
from pkm_app.sense.notes import NewNote
from pkm_app.sense.ports import Vault
from pkm_app.sense.service import SenseService

_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"
_FILE_KINDS = {"page": "page", "pdf": "pdf", "mail": "mail"}


class DocumentReader(Protocol):
    """Reads strangers' files away from the window (work.documents calls seek.documents in a process)."""

    def read(self, data: bytes, name: str, content_type: str = "", address: str = "") -> Document:
        """Read a file. Raises Unreadable, or another Problem when a limit of time or memory was hit."""


class Originals(Protocol):
    """Keeps the very files that were taken in, in the vault (library.originals)."""

    def keep(self, data: bytes, name: str) -> str:
        """Write the file to the attachments under a free name; give its path in the vault. Raises StorageProblem."""


def addresses(typed: str) -> tuple[str, ...]:
    """Return the web addresses meant by what was typed or pasted, the likeliest first. Raises Refused for none."""
    text = typed.strip()
    if text.lower().startswith(("http://", "https://")) and not any(map(str.isspace, text)):
        fragment = text.partition("#")[2]
        return (admit(text) + (f"#{fragment}" if fragment.startswith("t=") else ""),)
    return candidates(text)


class Capturing:
    """Captures pages, files and thoughts."""

    def __init__(self, fetcher: Fetcher, reader: DocumentReader, store: ArticleStore, vault: Vault, sources: Sources,
                 sense: SenseService, originals: Originals, now: Callable[[], datetime]) -> None:
        self._fetcher = fetcher
        self._reader = reader
        self._store = store
        self._vault = vault
        self._sources = sources
        self._sense = sense
        self._originals = originals
        self._now = now

    def address(self, typed: str, facts: Facts | None = None, by_person: bool = True) -> Operation[Captured]:
        """Fetch a page and take it in; one that is here already is not fetched again.

        ``by_person`` says that a person typed this very address, which alone allows private and local ones. Raises
        Refused for what is no address, NetworkProblem, and the reader's problems; then nothing was taken in.
        """
        facts = (facts or Facts()).checked()
        likely = [parted(one)[0] for one in addresses(typed)]
        address = likely[0]
        kind = facts.kind or kind_of(address)
        known = self._known(address, facts)
        if known is not None:
            return known
        if kind in TIMED_KINDS and (facts.title or is_recording(address)):
            document = Document("page", title=stem(unquote(parts_of(address).path)))
        else:
            yield Progress(0, 2, address)
            response = self._fetch(likely, by_person)
            address = parted(response.address)[0] if response.address else address
            known = self._known(address, facts)
            if known is not None:
                return known
            yield Progress(1, 2, address)
            name = unquote(parts_of(address).path.rpartition("/")[2]) or parts_of(address).hostname or address
            document = self._reader.read(response.body, name, response.content_type, address)
        done = self.take(_as_page(document), facts, address, kind if document.kind != "pdf" else facts.kind or "pdf")
        yield Changed("articles", (done.article_id,))
        yield Changed("sources", (done.path,))
        return done

    def _fetch(self, likely: Sequence[str], by_person: bool) -> FetchResponse:
        first: NetworkProblem | None = None
        for address in likely:  # of a bare host both schemes are meant
            try:
                return self._fetcher.fetch(FetchRequest(address, typed=by_person, accept=_ACCEPT))
            except NetworkProblem as problem:
                first = first or problem
        raise first or Refused("There is no web address in “{text}”.", text="")

    def file(self, data: bytes, name: str, facts: Facts | None = None) -> Captured:
        """Take in a file; the same bytes again add nothing. A file of words becomes a note.

        Raises Unreadable, and NetworkProblem for a link: its address must be fetched by :meth:`address`.
        """
        facts = (facts or Facts()).checked()
        article_id = derived_id("captured", hashlib.sha256(data).hexdigest())
        url = f"urn:pkm:article:{article_id}"
        known = self._known(url, facts)
        if known is not None:
            return known
        document = self._reader.read(data, name)
        if document.kind == "link":
            raise LinkInside(document.address)
        if document.kind == "words" and not facts.kind:
            return self.thought(document.text, facts.title or document.title)
        original = self._originals.keep(data, name)
        return self.take(_as_page(document), facts, url, facts.kind or _FILE_KINDS.get(document.kind, "page"),
                         original)

    def thought(self, text: str, title: str = "") -> Captured:
        """Write a note of a text, as it is; front matter in it stays, its title is the first line unless given."""
        if not text.strip():
            raise Refused("There is nothing to capture: no words came in.")
        file = parse_vault_file(text.encode("utf-8", "replace"))
        first = next((line.strip().lstrip("#").strip() for line in file.body.split("\n") if line.strip()), "")
        title = title.strip() or file.text_field("title") or (first if len(first) <= 80 else first[:80].rpartition(
            " ")[0] + "…") or "Untitled"
        if file.front and file.front_readable and file.text_field("type") in ("", "note"):
            saved = self._vault.create("notes", title, file)
            return Captured("note", title, saved.path, note_id=self._vault.find(saved.path).file_id)
        note_id, path = self._sense.new_note(NewNote(title, text.strip("\n") + "\n"))
        return Captured("note", title, path, note_id=note_id)

    def take(self, document: Document, facts: Facts, url: str, kind: str, original: str = "") -> Captured:
        """Write a document's source file, keep what it says, and put it into the stream, in this order."""
        kind = facts.kind or kind
        loaded = self.source(document, facts, url, kind, original)
        self._vault.put_snapshot(loaded.file.text_field("id"), document.html)
        article_id = self.put(loaded, document)
        return Captured(kind, loaded.file.text_field("title"), loaded.path, article_id, loaded.file.text_field("id"),
                        notice=document.notice)

    def as_recording(self, done: Captured) -> Captured:
        """Note that a source is a recording, because words of it stand at a time; one of another kind stays so."""
        if done.kind not in ("article", "page"):
            return done
        loaded = self._vault.load(done.path)
        likely = kind_of(loaded.file.text_field("url"))
        kind = likely if likely in TIMED_KINDS else "podcast"
        self._vault.save(loaded.path, loaded.file.with_field("kind", kind), loaded.digest)
        return replace(done, kind=kind)

    def source(self, document: Document, facts: Facts, url: str, kind: str, original: str = "") -> Loaded:
        """Return the source file of an address, made or told anew."""
        card = self._vault.by_url(url)
        if card is not None:
            return self._told(card, facts)
        file = source_file(document, facts, kind, url, self._now(), original)
        if not file.text_field("title"):
            raise Refused("A source needs a title.")
        author, title = file.text_field("author"), file.text_field("title")
        saved = self._vault.create("sources", f"{author} - {title}" if author else title, file)
        return Loaded(saved.path, file, saved.digest)

    def put(self, loaded: Loaded, document: Document) -> str:
        """Put what a source says into the stream; return the article's id."""
        file = loaded.file
        url = file.text_field("url")
        behind = article_behind(self._store, url)
        own = url.rpartition(":")[2] if url.startswith("urn:pkm:article:") else derived_id("captured", url)
        article_id = behind.article_id if behind else own
        site = document.site or (parts_of(url).hostname or "").removeprefix("www.")
        digest = hashlib.sha256(document.html.encode("utf-8", "replace")).hexdigest()[:16]
        body = self._store.body(article_id) if behind and behind.feed_id != CAPTURED else None
        digest = body.digest if body else digest  # by which its feed sees whether the post itself changed
        self._store.put_captured(article_id, Entry(
            uid=article_id, url=url if "://" in url else "", title=file.text_field("title"),
            author=file.text_field("author"), published=document.published, html=document.html, text=document.text,
            language=file.text_field("lang"), digest=digest), site, self._now())
        return article_id

    def _known(self, url: str, facts: Facts) -> Captured | None:
        """What is here of an address already; what a person says of it this time is taken over."""
        article = article_behind(self._store, url)
        card = self._vault.by_url(url)
        if article is None or (card is None and not article.url):
            return None
        loaded = self._told(card, facts) if card else self._keep(article, facts)
        return Captured(loaded.file.text_field("kind") or "article", loaded.file.text_field("title"), loaded.path,
                        article.article_id, loaded.file.text_field("id"), known=True)

    def _keep(self, article: Article, facts: Facts) -> Loaded:
        loaded = self._sources.keep(article)
        return self._told(self._vault.find(loaded.path), facts)

    def _told(self, card: FileCard, facts: Facts) -> Loaded:
        loaded = self._vault.load(card.path)
        file: VaultFile = told(loaded.file, facts)
        if not file.text_field("id"):
            loaded = self._sources.with_id(loaded)
            file = told(loaded.file, facts)
        if file.to_bytes() == loaded.file.to_bytes():
            return loaded
        saved = self._vault.save(loaded.path, file, loaded.digest)
        return Loaded(loaded.path, file, saved.digest)


class LinkInside(Problem):
    """A file holds nothing but a web address, which is to be fetched."""

    def __init__(self, address: str) -> None:
        super().__init__("This file holds nothing but the address {address}.", address=address)
        self.address = address


def place_for(facts: Facts, place: str, address: str = "") -> str:
    """Return a place as a person gave it, or as it stands in the address of a recording. Raises Refused."""
    kind = facts.kind or (kind_of(address) if address else "")
    return read_place(place, kind) or (parted(address)[1] if address else "")


def _as_page(document: Document) -> Document:
    """A page or file of plain words is read as paragraphs."""
    if document.kind != "words":
        return document
    from pkm_app.content.plaintext import canonical_text

    html = paragraphs(document.text)
    return replace(document, kind="page", html=html, text=canonical_text(html))
