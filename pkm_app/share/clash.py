"""Two versions of a draft: what stands at an outlet, where somebody changed it, and what would be sent there now."""

from __future__ import annotations

from dataclasses import dataclass

from pkm_app.content.difference import Piece, differences
from pkm_app.share.aftermath import markdown_there
from pkm_app.share.along import Differs, beside
from pkm_app.share.model import Remote, Rendered
from pkm_app.share.structure import texts

_LARGE = 400_000  # characters of both, beyond which the differences are not looked for


@dataclass(frozen=True, slots=True)
class Clash:
    """``theirs`` are the words that stand at ``outlet`` in this ``version``, ``mine`` those that would be sent, both as
    Markdown where the words are the same. ``pieces`` are both with their differences: "gone" is only theirs, "new" only
    mine. ``beside`` is what differs beside the text. ``there`` is the post as it stands, ``url`` where a person edits
    it there."""

    outlet: str
    title: str
    language: str
    version: str
    url: str
    theirs: str
    mine: str
    pieces: tuple[Piece, ...]
    beside: tuple[Differs, ...]
    there: Remote

    def kept(self) -> str:
        """Return the text that stands there as Markdown, with its structure."""
        return markdown_there(self.there)


def clash_of(draft: Rendered, there: Remote, outlet: str) -> Clash:
    """Return both versions of a draft."""
    mine, theirs = texts(draft.markdown, there, draft.language)
    if len(theirs) + len(mine) > _LARGE:
        pieces = [Piece("gone", theirs), Piece("new", mine)]
    else:
        pieces = differences(theirs, mine)
    return Clash(outlet, draft.title, draft.language, there.version, there.edit_url or there.url, theirs, mine,
                 tuple(pieces), beside(draft, there), there)
