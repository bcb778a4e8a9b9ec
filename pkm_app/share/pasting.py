"""HTML for the editors into which a draft is pasted: what one has no form for is written as words that stay apart.

An editor keeps the words of markup that it does not know, but runs them together: the cells of a table, the paragraphs
of an item, a mark and the word before it. So each editor gets markup it has a form for, and lines of words otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pkm_app.share.document import (
    Aside,
    Block,
    CodeBlock,
    Document,
    Heading,
    Inline,
    Item,
    Items,
    NoteMark,
    Paragraph,
    Quote,
    Rule,
    Styled,
    Table,
    Text,
)
from pkm_app.share.formats.html import HtmlWriter, escape
from pkm_app.share.wording import word

_YELLOW = "#f8e6a0"  # a yellow of Confluence's palette: it drops any that is not of it

_NAMES = {Heading: "headings", Quote: "quotations", Aside: "callouts", Table: "tables", Rule: "rules"}


@dataclass(frozen=True, slots=True)
class Editor:
    """What an editor has a form for. ``headings``: their first and last level, (0, 0) for none; ``beside``: a list in
    a list follows its item, which is how it reads that; ``roomy``: an item of a list holds more than words, lists and
    code; ``marks``: a highlighter is seen; ``actions`` and ``panels``: Confluence's own."""

    headings: tuple[int, int] = (1, 6)
    quotes: bool = True
    tables: bool = True
    code: bool = True
    rules: bool = True
    beside: bool = False
    roomy: bool = True
    marks: bool = True
    actions: bool = False
    panels: bool = False


class PasteWriter(HtmlWriter):
    """Writes a draft without pictures for an editor."""

    def __init__(self, document: Document, editor: Editor) -> None:
        super().__init__(replace(document, pictures={}), lambda _name: "")
        self._editor = editor
        self._inside = 0  # how many lists the block to write is in
        self.bare: set[str] = set()  # what was written as words though the editor has a form for it elsewhere

    def title(self) -> str:
        """Return the title."""
        return self.block(Heading(0, (Text(self._document.title),)))

    def body(self) -> str:
        """Return what stands below the title; footnotes last, by the number they have in the text."""
        blocks = list(self._document.blocks)
        if self._document.notes:
            blocks.append(Heading(1, (Text(word("notes", self._document.language)),)))
        for number, note in enumerate(self._document.notes, 1):
            mark = Text(f"[{number}] ")
            first = note[0] if note else None
            if isinstance(first, Paragraph):
                blocks += [replace(first, inner=(mark, *first.inner)), *note[1:]]
            else:
                blocks += [Paragraph((mark,)), *note]
        return self.blocks(blocks)

    def block(self, block: Block) -> str:
        """Return one block, in the editor's form for it or as lines of words."""
        editor = self._editor
        if self._inside and not editor.roomy and not isinstance(block, Paragraph | Items | CodeBlock):
            self.bare.add(_NAMES[type(block)])
            return self._words(block)  # it would end the list
        if isinstance(block, Heading) and editor.headings[1]:
            level = min(max(block.level + 1, editor.headings[0]), editor.headings[1])
            return f"<h{level}>{self.line(block.inner)}</h{level}>"
        if isinstance(block, Quote) and editor.quotes:
            said = f"\n<p>{self.credit(block.credit)}</p>" if block.credit else ""
            return super().block(replace(block, credit=None)) + said
        if isinstance(block, Aside):
            return self._aside(block)
        if isinstance(block, Items):
            return self._list(block)
        known = {Paragraph: True, Table: editor.tables, CodeBlock: editor.code, Rule: editor.rules}
        return super().block(block) if known.get(type(block)) else self._words(block)

    def _words(self, block: Block) -> str:
        return f"<p>{'<br>'.join(self._lines(block))}</p>"

    def _aside(self, block: Aside) -> str:
        inner = "\n".join(filter(None, [f"<p><strong>{escape(block.title)}</strong></p>", self.blocks(block.blocks)]))
        fits = all(isinstance(one, Paragraph | Items | CodeBlock) for one in block.blocks)
        if self._editor.panels and fits:
            return f'<div data-panel-type="note">{inner}</div>'
        self.bare.add("callouts")
        return inner

    def _list(self, block: Items) -> str:
        if self._editor.actions and _is_actions(block):
            return self._actions(block)
        if not self._editor.beside:
            self._inside += 1
            written = super().block(block)
            self._inside -= 1
            return written
        tag = "ol" if block.ordered else "ul"
        start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
        made = [f"<{tag}{start}>"]
        for item in block.items:
            lines = [line for one in item.blocks if not isinstance(one, Items) for line in self._lines(one)]
            made.append(f"<li>{self._box(item.done)}{'<br>'.join(lines)}</li>")
            made += [self._list(one) for one in item.blocks if isinstance(one, Items)]
        return "\n".join([*made, f"</{tag}>"])

    def _actions(self, block: Items) -> str:
        made = ['<div data-node-type="actionList">']
        for item in block.items:
            first, rest = item.blocks[0], item.blocks[1:]
            assert isinstance(first, Paragraph)
            state = "DONE" if item.done else "TODO"
            made.append(f'<div data-task-local-id="" data-task-state="{state}">{self.line(first.inner)}</div>')
            made += [self._actions(one) for one in rest if isinstance(one, Items)]
        return "\n".join([*made, "</div>"])

    def _box(self, done: bool | None) -> str:
        if done is not None:
            self.bare.add("tasks")
        return super()._box(done)

    def _lines(self, block: Block) -> Iterator[str]:
        """Give the lines of a block the editor has no form for."""
        if isinstance(block, Heading):
            yield f"<strong>{self.line(block.inner)}</strong>"
        elif isinstance(block, Paragraph):
            yield self.line(block.inner)
        elif isinstance(block, Quote):
            lines = self._all_lines(block.blocks)
            said = [self.credit(block.credit)] if block.credit else []
            yield from (f"&gt; {line}" for line in [*lines, *said])
        elif isinstance(block, Aside):
            yield f"<strong>{escape(block.title)}</strong>"
            yield from self._all_lines(block.blocks)
        elif isinstance(block, Items):
            for number, item in enumerate(block.items, block.start):
                mark = f"{number}. " if block.ordered else "- "
                first, *rest = self._all_lines(item.blocks) or [""]
                yield f"{mark}{self._box(item.done)}{first}"
                yield from (f"\u00a0\u00a0{line}" for line in rest)
        elif isinstance(block, CodeBlock):
            for line in block.words.rstrip("\n").split("\n"):
                words = line.lstrip(" ")
                yield "\u00a0" * (len(line) - len(words)) + escape(words, quote=False)
        elif isinstance(block, Table):
            yield f"<strong>{' | '.join(map(self.line, block.head))}</strong>"
            yield from (" | ".join(map(self.line, row)) for row in block.rows)
        else:
            assert isinstance(block, Rule)
            yield "* * *"

    def _all_lines(self, blocks: Sequence[Block]) -> list[str]:
        return [line for block in blocks for line in self._lines(block)]

    def _inline(self, one: Inline) -> str:
        if isinstance(one, Styled) and one.kind == "mark":
            words = self.line(one.inner)
            marked = f'<mark><span style="background-color: {_YELLOW}">{words}</span></mark>'
            return marked if self._editor.marks else words
        if isinstance(one, Styled) and one.kind == "del":
            return f"<s>{self.line(one.inner)}</s>"  # one editor knows no "del", all know this
        if isinstance(one, NoteMark):
            return f"<sup>[{one.number}]</sup>"  # where it is not raised, it still is no part of the word before it
        return super()._inline(one)


def _is_actions(block: Items) -> bool:
    """Whether a list is one of tasks alone, each of one line, with none but such lists in it."""
    def fits(item: Item) -> bool:
        return (item.done is not None and isinstance(next(iter(item.blocks), None), Paragraph)
                and all(isinstance(one, Items) and _is_actions(one) for one in item.blocks[1:]))

    return all(map(fits, block.items))
