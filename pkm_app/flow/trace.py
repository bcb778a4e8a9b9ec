"""Where something was used, and what it rests on: from an address to a highlight, a note, a draft, and what left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from pkm_app.base.errors import Ambiguous, NotFound
from pkm_app.content.quotation import read_quotations
from pkm_app.content.wikilinks import links
from pkm_app.flow.left_words import Passage, left_at, passages, squeezed
from pkm_app.flow.named import article_named
from pkm_app.flow.sources import Sources
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.linking import linked_file
from pkm_app.sense.model import FileCard, Highlight
from pkm_app.sense.ports import Vault

_HIGHLIGHT = re.compile(r"hl-[a-z0-9]*")
_ADDRESS = re.compile(r"\]\(<?(https?://[^\s<>]+?)>?\)")
_DEEP = 12
_MANY = 2000


@dataclass(slots=True)
class Node:
    """One thing of the tree. ``used_in`` are things made of it, ``rests_on`` things it is made of; a highlight rests on
    the ``version`` of its source that was read. Where a thing comes up a second time it stands there without what
    follows, so that no circle runs on."""

    kind: str
    id: str
    title: str
    path: str = ""
    url: str = ""
    used_in: list[Node] = field(default_factory=list)
    rests_on: list[Node] = field(default_factory=list)
    author: str = ""


class Tracing:
    """Follows credits and links in both directions."""

    def __init__(self, store: ArticleStore, vault: Vault, sources: Sources) -> None:
        self._store = store
        self._vault = vault
        self._sources = sources

    def trace(self, name: str) -> Node:
        """Return the tree of a highlight, a file or an article, by id, beginning of an id, or path; of what left also
        by the address at which it stands, or by a sentence of it.

        Raises NotFound, Ambiguous.
        """
        if _HIGHLIGHT.fullmatch(name):
            highlight = self._vault.find_highlight(name)
            node = self._of_highlight(highlight)
            self._uses_of_highlight(highlight, node, set(), 0)
            node.rests_on.append(_of_card(self._vault.find(highlight.source_path)))
            return node
        try:
            card = self._vault.find(name)
        except NotFound:
            left = left_at(self._vault, name) if "://" in name else None
            if left is not None:
                return self.trace(left.path)
            told = passages(self._vault, name)
            if told:
                return self._of_words(name, told)
            article = article_named(self._store, name)
            node = Node("article", article.article_id, article.title, url=article.url)
            loaded = self._sources.existing(article)
            if loaded:
                node.used_in = [self._forward(self._vault.find(loaded.path), set(), 1)]
            return node
        node = self._forward(card, set(), 0)
        node.rests_on = self._backward(card, {card.path}, 0)
        return node

    def _of_words(self, words: str, told: list[Passage]) -> Node:
        """The tree of words that left: of whom they are, and the texts in which they stand."""
        node = Node("passage", told[0].record.file_id, told[0].words, told[0].record.path)
        for passage in told:
            node.used_in.append(self._forward(passage.record, set(), 1))
            rests = self._backward(passage.record, {passage.record.path}, 1)
            if passage.quotation is not None:
                quoted = squeezed(passage.quotation.text)
                rests = [source for source in _all_below(rests) if any(
                    one.kind == "highlight" and squeezed(one.title) in (quoted, squeezed(words))
                    for one in source.rests_on)] or rests
                for source in rests:
                    source.rests_on = [one for one in source.rests_on
                                       if one.kind != "highlight" or squeezed(one.title) in (quoted, squeezed(words))]
            known = {one.path for one in node.rests_on}
            node.rests_on += [one for one in rests if one.path not in known]
        return node

    def _forward(self, card: FileCard, seen: set[str], depth: int) -> Node:
        node = self._node(card)
        if card.path in seen or depth > _DEEP or len(seen) > _MANY:
            return node
        seen.add(card.path)
        used: set[str] = set()
        for highlight in self._vault.highlights(card.path) if card.type == "source" else ():
            child = self._of_highlight(highlight)
            self._uses_of_highlight(highlight, child, seen, depth + 1)
            used.update(highlight.used_in)
            node.used_in.append(child)
        for path in self._vault.backlinks(card.path):
            if path not in used:
                with suppress(NotFound):
                    node.used_in.append(self._forward(self._vault.find(path), seen, depth + 1))
        if card.type == "draft" and card.file_id:
            node.used_in += [self._forward(record, seen, depth + 1) for record in self._left(card.file_id)]
        return node

    def _node(self, card: FileCard) -> Node:
        """A file as it stands in a tree; of what left the address at which it can be read, where that is known."""
        node = _of_card(card)
        if card.type == "shared":
            node.url = self._vault.load(card.path).file.text_field("published_url") or node.url
        return node

    def _left(self, draft_id: str) -> list[FileCard]:
        """The records of what left of a draft, the earliest first."""
        cards = self._vault.cards(("shared",), limit=_MANY)
        found = [card for card in cards if self._vault.load(card.path).file.text_field("draft") == draft_id]
        return sorted(found, key=lambda card: card.file_id)

    def _uses_of_highlight(self, highlight: Highlight, node: Node, seen: set[str], depth: int) -> None:
        for path in highlight.used_in:
            with suppress(NotFound):
                node.used_in.append(self._forward(self._vault.find(path), seen, depth + 1))

    def _backward(self, card: FileCard, seen: set[str], depth: int) -> list[Node]:
        if card.type == "shared":
            parents: list[Node] = []
            with suppress(NotFound, Ambiguous):
                draft = self._vault.find(self._vault.load(card.path).file.text_field("draft"))
                node = _of_card(draft)
                node.rests_on = self._backward(draft, seen | {draft.path}, depth + 1)
                parents.append(node)
            return parents + self._by_words(card, parents)
        found: dict[str, Node] = {}
        for link in links(self._vault.load(card.path).file.body):
            target = linked_file(self._vault, link, card.path) if link.target else None
            if target is None or target.path == card.path or depth > _DEEP or len(seen) > _MANY:
                continue
            parent = found.get(target.path)
            if parent is None:
                parent = found[target.path] = _of_card(target)
                if target.path not in seen:
                    seen.add(target.path)
                    if target.type != "source":
                        parent.rests_on = self._backward(target, seen, depth + 1)
            if link.block.startswith("hl-"):
                with suppress(NotFound, Ambiguous):
                    parent.rests_on.append(self._of_highlight(self._vault.find_highlight(link.block)))
        return list(found.values())

    def _by_words(self, card: FileCard, under_draft: list[Node]) -> list[Node]:
        """The sources that what left quotes by their address, with the highlights whose words these are: also where
        the draft was changed since, or is gone. Those that the draft leads to are not told twice."""
        known = {node.path for node in _all_below(under_draft)}
        found: dict[str, Node] = {}
        body = self._vault.load(card.path).file.body
        for one in read_quotations(body):
            for address in _ADDRESS.findall(body[one.start : one.end]):
                source = self._vault.by_url(address)
                if source is None or source.path in known:
                    continue
                node = found.setdefault(source.path, _of_card(source))
                node.rests_on += [self._of_highlight(marked) for marked in self._vault.highlights(source.path)
                                  if squeezed(marked.exact) == squeezed(one.text)]
        return list(found.values())

    def _of_highlight(self, highlight: Highlight) -> Node:
        node = Node("highlight", highlight.highlight_id, highlight.exact, highlight.source_path)
        if highlight.digest and highlight.digest in self._vault.snapshots_of(highlight.source_id):
            path = f"sources/snapshots/{highlight.source_id}/{highlight.digest}.html"
            node.rests_on = [Node("version", highlight.digest, highlight.made[:10], path)]
        return node


def _of_card(card: FileCard) -> Node:
    return Node(card.type, card.file_id, card.title, card.path, card.url, author=card.author)


def _all_below(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _all_below(node.rests_on)
