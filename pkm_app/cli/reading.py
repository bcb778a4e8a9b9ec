"""The verbs of reading: highlights that are edited, and Later made ready for the road."""

from __future__ import annotations

from pathlib import Path

import click

from pkm_app.base.errors import Refused
from pkm_app.cli.context import Settings, pick
from pkm_app.cli.counted import counted
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


@click.command(cls=Verb)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write Later as one EPUB to this file, too.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--title", default="", help="What the book is called.")
@click.option("--lang", default="en", type=click.Choice(["en", "nl"]), help="The language of its own words.")
@click.option("--pictures", type=click.Choice(["as-allowed", "all", "none"]), default="as-allowed", show_default=True,
              help="all or none: allow or forbid the pictures of every source from now on.")
@click.pass_context
def road(ctx: click.Context, output: Path | None, force: bool, title: str, lang: str, pictures: str) -> None:
    """Prepare for the road: fetch everything in Later whole, and take it along as a book."""
    settings = ctx.ensure_object(Settings)
    if output is not None and output.exists() and not force:  # said before an hour of fetching, not after it
        raise Refused("{path} exists already; give --force to write over it.", path=output)
    with settings.open() as app:
        names = {article.article_id: article.title for article in app.road.pile()}
        if pictures != "as-allowed":
            app.pictures.allow_all(pictures == "all")
        packed = settings.run(app.road.prepare(), names=names)
        result: dict[str, object] = {
            "articles": packed.articles, "whole": packed.whole, "pictures": packed.pictures,
            "failed": [{"article_id": one.article_id, "title": one.title, "reason": str(one.reason)}
                       for one in packed.missing]}
        words = (f"{packed.whole} of {counted(packed.articles, 'article', 'articles')} "
                 f"{'is' if packed.whole == 1 else 'are'} here whole, with "
                 f"{counted(packed.pictures, 'picture', 'pictures')}.")
        if output is not None:
            title = title or ("Voor onderweg" if lang == "nl" else "For the road")
            book = app.road.book(title, lang, lambda when: when.astimezone().strftime("%Y-%m-%d"))
            result |= {"path": str(output), "bytes": app.write_outside(output, book.data, force=force),
                       "stays": list(book.stays)}
            words += f" Written: {output}"
            for stays in book.stays:
                settings.say(f"“{stays}” stays here: its partner did not agree to be quoted by name.")
        settings.show(result, words)
    if packed.missing:
        ctx.exit(3)


VERBS = [rehighlight, road]
