"""The verbs of reading: highlights that are edited."""

from __future__ import annotations

import click

from pkm_app.base.errors import Refused
from pkm_app.cli.context import Settings, pick
from pkm_app.cli.verbs import Verb


@click.command(cls=Verb)
@click.argument("highlight_id")
@click.option("--colour", default="", help="yellow, green, blue or pink.")
@click.option("--words", default="", help="Highlight these words of the article instead.")
@click.option("--prefix", default="", help="What stands before the words.")
@click.option("--suffix", default="", help="What stands after the words.")
@click.option("--join", "others", multiple=True, metavar="ID", help="Join this highlight to it; may be repeated.")
@click.pass_obj
def rehighlight(settings: Settings, highlight_id: str, colour: str, words: str, prefix: str, suffix: str,
                others: tuple[str, ...]) -> None:
    """Change a highlight: its colour, its words, or several into one. Its id and comment stay."""
    if not (colour or words or others):
        raise Refused("Say what to change: --colour, --words or --join.")
    with settings.open() as app:
        edits, highlight = app.highlight_edits, app.vault.find_highlight(highlight_id)
        if words:
            article = app.highlighting.article_of(highlight)
            edits.reshape(article, highlight.highlight_id,
                          *app.highlighting.place(article, words, prefix, suffix))
        if others:
            edited = edits.join(app.highlighting.article_of(highlight), (highlight.highlight_id, *others))
            highlight = edited.highlight
        if colour:
            edits.recolour(highlight.highlight_id, colour)
        now = app.vault.find_highlight(highlight.highlight_id)
        settings.show(pick(now, "highlight_id", "source_path", "exact", "colour", "comment"),
                      f"{now.highlight_id}  {now.colour}  {now.exact}")


VERBS = [rehighlight]
