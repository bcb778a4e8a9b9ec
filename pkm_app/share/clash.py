"""Two versions of a draft: what stands at an outlet, where somebody changed it, and what would be sent there now."""

from __future__ import annotations

from dataclasses import dataclass

from pkm_app.content.difference import Piece, differences
from pkm_app.share.aftermath import plain_words, words_sent, words_there
from pkm_app.share.model import Remote, Rendered

_LARGE = 400_000  # characters of both, beyond which the differences are not looked for


@dataclass(frozen=True, slots=True)
class Clash:
    """``theirs`` are the words that stand at ``outlet`` in this ``version``, ``mine`` those that would be sent; both
    begin with their titles where those differ. ``pieces`` are both with their differences: "gone" is only theirs,
    "new" only mine. ``url`` is where a person edits it there."""

    outlet: str
    title: str
    language: str
    version: str
    url: str
    theirs: str
    mine: str
    pieces: tuple[Piece, ...]


def clash_of(draft: Rendered, there: Remote, outlet: str) -> Clash:
    """Return both versions of a draft."""
    theirs, mine = words_there(there, draft.language).strip(), words_sent(draft.markdown, draft.language).strip()
    if plain_words(there.title) != plain_words(draft.title):
        theirs, mine = f"{there.title}\n\n{theirs}", f"{draft.title}\n\n{mine}"
    if len(theirs) + len(mine) > _LARGE:
        pieces = [Piece("gone", theirs), Piece("new", mine)]
    else:
        pieces = differences(theirs, mine)
    return Clash(outlet, draft.title, draft.language, there.version, there.edit_url or there.url, theirs, mine,
                 tuple(pieces))
