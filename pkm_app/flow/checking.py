"""The check of a draft with all that the vault knows, each finding at its place in one of the draft's files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from pkm_app.base.errors import Ambiguous, NotFound, Problem
from pkm_app.content.private import Cut
from pkm_app.content.quotation import quotation
from pkm_app.content.repainting import begins_as_picture
from pkm_app.content.wikilinks import WikiLink
from pkm_app.flow.exporting import language_of
from pkm_app.flow.finding_places import Places
from pkm_app.flow.kept_words import refuse_kept_words
from pkm_app.flow.leaving import WholeText, chapters, leaving_draft, leaving_head, whole_text
from pkm_app.flow.links import linked_file, resolver
from pkm_app.flow.sources import article_behind
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.model import FileCard, Highlight, Loaded
from pkm_app.sense.ports import Vault
from pkm_app.share.check import check_draft
from pkm_app.share.findings import Known
from pkm_app.share.jumps import Jumps
from pkm_app.share.model import CheckResult, Finding, Mend
from pkm_app.share.ports import Pictures
from pkm_app.share.targets import Resolve

_REMEMBERED = 500  # pictures of which it is known whether they can be opened
_LEAST = 25  # characters of a quotation by which its highlight is known again


class Checking:
    """Checks drafts. ``names`` gives the words only the team may read, ``has_changed`` says whether the source of a
    highlight reads otherwise by now, ``opens`` whether a picture can be decoded to its end: asked where strangers'
    material may do harm, once for each picture; ``newer`` gives what stands in the place of a highlight now, and
    ``author_of`` who made a source that names nobody, "" where nobody knows."""

    def __init__(self, vault: Vault, pictures: Pictures, names: Callable[[], Sequence[str]] = tuple,
                 has_changed: Callable[[Highlight], bool] = lambda _highlight: False,
                 opens: Callable[[bytes], bool] = begins_as_picture,
                 newer: Callable[[Highlight], str] = lambda _highlight: "",
                 author_of: Callable[[FileCard], str] = lambda _card: "") -> None:
        self._vault = vault
        self._pictures = pictures
        self._names = names
        self._has_changed = has_changed
        self._opens = opens
        self._newer = newer
        self._author_of = author_of
        self._opened: dict[str, bool] = {}  # by the digest of the bytes

    def check(self, name: str, audience: str, resolve: Resolve | None = None) -> CheckResult:
        """Say what must or should be mended before a draft leaves to an audience; ``resolve`` says what its links lead
        to, where that is known already. Raises Refused for what stays in."""
        loaded = leaving_draft(self._vault, name, audience)
        whole = whole_text(self._vault, loaded, audience)
        refuse_kept_words(self._vault, whole.plain, whole.files)
        head = leaving_head(self._vault, loaded, audience)
        shown = {card.path for card in chapters(self._vault, loaded.path)} - set(whole.files)

        def picture(target: str) -> bytes | None:
            return self._pictures.read(*whole.named(target))

        card = self._vault.find(loaded.path)
        jumps = cache(lambda: Jumps.of_text(whole.text, whole.origins))
        highlight = cache(self._highlight)
        known = Known(
            has_picture=lambda target: picture(target) is not None,
            is_picture=lambda target: self._is_picture(picture(target) or b""),
            not_shown=tuple(sorted(shown)), open_code=whole.open_code, borders=whole.borders,
            names=tuple(self._names()),
            words_of=lambda one: found.exact if (found := highlight(one)) else None,
            has_changed=lambda one: (found := highlight(one)) is not None and self._has_changed(found),
            author_of=lambda link: self._author(link, whole),
            read_on=lambda one: found.made if (found := highlight(one)) else "",
            newer=lambda one: self._newer(found) if (found := highlight(one)) else "",
            credited=self._credited, no_language=not language_of(card, whole.plain),
            leads=lambda link, target: jumps().place(link, target) > 0)
        result = check_draft(whole.text, audience, resolve or resolver(self._vault, loaded.path, whole.origins),
                             Cut(whole.text, whole.cut, whole.unclosed), known, head)
        places = Places(self._vault, whole, audience)
        return replace(result, findings=tuple(
            self._shown(loaded, one) if one.rule == "chapter" else places.placed(one) for one in result.findings))

    def _shown(self, loaded: Loaded, finding: Finding) -> Finding:
        """A chapter that is not shown can be, as the last one."""
        name = finding.where.rpartition("/")[2].removesuffix(".md")
        if self._vault.resolve(name, loaded.path) != finding.where:  # two files of one name: its folder tells which
            name = finding.where.removesuffix(".md")
        body = loaded.file.body
        text = f"{'' if not body or body.endswith(chr(10)) else chr(10)}\n![[{name}]]\n"
        return replace(finding, path=loaded.path, mend=Mend("show", len(body), len(body), text))

    def _is_picture(self, data: bytes) -> bool:
        """Say whether a picture goes along: one that ends in the middle does not, nor one that holds its reader up."""
        if not begins_as_picture(data):
            return False
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self._opened:
            try:
                opened = self._opens(data)
            except Problem:  # of time or memory: what cannot be opened here cannot leave from here
                return False
            if len(self._opened) >= _REMEMBERED:
                self._opened.clear()
            self._opened[digest] = opened
        return self._opened[digest]

    def _highlight(self, highlight_id: str) -> Highlight | None:
        try:
            return self._vault.find_highlight(highlight_id)
        except (NotFound, Ambiguous):
            return None

    def _author(self, link: WikiLink, whole: WholeText) -> str:
        target, path = whole.named(link.target)
        card = linked_file(self._vault, replace(link, target=target), path)
        return self._author_of(card) if card is not None and card.type == "source" else ""

    def _credited(self, words: str) -> str:
        """The quotation with its credit of the highlight whose words these are, "" where there is none, or several."""
        squeezed = _squeezed(words)
        if len(squeezed) < _LEAST:
            return ""
        fitting = [one for one in self._vault.highlights() if _squeezed(one.exact) == squeezed]
        if len(fitting) != 1:
            return ""
        source = self._vault.find(fitting[0].source_path)
        if source.private or source.kind == "conversation":
            return ""
        name = source.path.rpartition("/")[2].removesuffix(".md")
        if self._vault.resolve(name, source.path) != source.path:  # two files of one name: its folder tells them apart
            name = source.path.removesuffix(".md")
        return quotation(words, name, fitting[0].highlight_id, source.author, source.title)


def changed_since(store: ArticleStore, vault: Vault) -> Callable[[Highlight], bool]:
    """Return a function that says whether the article behind a highlight no longer holds its words; blanks, case and
    marks may be others."""
    def has_changed(highlight: Highlight) -> bool:
        article = article_behind(store, vault.find(highlight.source_path).url)
        body = store.body(article.article_id) if article else None
        if body is None or not body.text or highlight.exact in body.text:
            return False
        return _squeezed(highlight.exact) not in _squeezed(body.text)
    return has_changed


def _squeezed(words: str) -> str:
    return "".join(ch for ch in words.casefold() if ch.isalnum())
