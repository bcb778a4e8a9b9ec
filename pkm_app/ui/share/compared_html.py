"""A comparison of what was sent with what stands there, for reading."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from pkm_app.share.aftermath import Piece, is_changed
from pkm_app.ui.i18n import tr
from pkm_app.ui.share.true_preview import FACTS


def as_html(pieces: Sequence[Piece]) -> str:
    """Return a comparison for reading: what was taken out and put in says so in words, too."""
    if not is_changed(pieces):
        return f"<p><em>{escape(tr('It stands there as it was sent.'))}</em></p>"
    shown = []
    for piece in pieces:
        words = escape(f"{tr(FACTS[piece.what])}: {piece.words}" if piece.what else piece.words)
        if piece.kind == "out":
            shown.append(f"<p><em>{escape(tr('Taken out there:'))}</em> <del>{words}</del></p>")
        elif piece.kind == "in":
            shown.append(f"<p><em>{escape(tr('Put in there:'))}</em> <strong>{words}</strong></p>")
        else:
            shown.append(f"<p>{words}</p>")
    return "".join(shown)
