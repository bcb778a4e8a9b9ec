"""The verbs of Sense: highlights, notes, and their versions."""

from __future__ import annotations

from collections.abc import Sequence

import click

from pkm_app.cli.context import Settings, pick, plain_value, standard_input
from pkm_app.cli.verbs import Verb
from pkm_app.content.language import guess
from pkm_app.content.places import read_place
from pkm_app.content.tags import clean_tag
from pkm_app.content.wikilinks import has_own_words
from pkm_app.flow.highlighting import COLOURS, PlacedHighlight
from pkm_app.sense.model import FileCard
from pkm_app.sense.notes import MATURITIES, NewNote

_WHERE = {"unchecked": "no text"}  # taken in from elsewhere: the text it was marked in was never here

_NOTE = ("path", "title", "tags", "lang", "maturity", "private", "created", "updated", "excerpt")


@click.command(cls=Verb)
@click.argument("article")
@click.argument("words")
@click.option("--place", default="", help="The page or time they stand at, where the text does not show it.")
@click.option("--prefix", default="", help="Words that stand just before.")
@click.option("--suffix", default="", help="Words that stand just after.")
@click.option("--comment", default="", help="What you think of it.")
@click.option("--colour", type=click.Choice(COLOURS), default="yellow", show_default=True)
@click.pass_obj
def highlight(settings: Settings, article: str, words: str, place: str, prefix: str, suffix: str, comment: str,
              colour: str) -> None:
    """Highlight the place with these words, in an article or a source (named by its id or path)."""
    with settings.open() as app:
        found = app.reopening.article(article)
        done = app.highlighting.add(found, words, prefix, suffix, comment, colour, read_place(place))
        settings.show(pick(done, "highlight_id", "source_path", "exact", "prefix", "suffix"),
                      f"{done.highlight_id} in {done.source_path}")


@click.command(cls=Verb)
@click.argument("highlight_id", metavar="ID")
@click.pass_obj
def unhighlight(settings: Settings, highlight_id: str) -> None:
    """Take a highlight and its comment away; both stay in the history."""
    with settings.open() as app:
        gone = app.sense.remove_highlight(highlight_id)
        settings.show(pick(gone, "highlight_id", "source_path"), f"{gone.highlight_id} is gone from {gone.source_path}")


@click.command(cls=Verb)
@click.argument("article", required=False)
@click.option("--unsensed", is_flag=True, help="Only those without your own words.")
@click.pass_obj
def highlights(settings: Settings, article: str | None, unsensed: bool) -> None:
    """List highlights with where each now stands."""
    with settings.open() as app:
        if article:
            placed: Sequence[PlacedHighlight] = app.highlighting.of_article(
                app.reopening.article(article))
            placed = [p for p in placed if not (unsensed and has_own_words(p.highlight.comment))]
        else:
            placed = app.highlighting.listing(unsensed)
        settings.show([_highlight(p) for p in placed], lambda: "\n".join(
            f"{p.highlight.highlight_id}  {_WHERE.get(p.highlight.where, p.highlight.where):<11} {p.highlight.exact}"
            + (f"\n    {p.highlight.comment}" if p.highlight.comment else "") for p in placed) or "No highlights.")


def _highlight(placed: PlacedHighlight) -> dict[str, object]:
    found = placed.highlight
    anchor = "orphan" if found.where == "unchecked" else found.where
    return {"highlight_id": found.highlight_id, "article_id": placed.article_id, "exact": found.exact,
            "comment": found.comment, "anchor": anchor, "used_in": list(found.used_in),
            "source_path": found.source_path}


@click.command(cls=Verb)
@click.argument("title")
@click.option("--tag", "tags", multiple=True, help="May be given more than once.")
@click.option("--lang", default="", help="nl, en, ...")
@click.option("--private", is_flag=True, help="For me alone.")
@click.option("--maturity", type=click.Choice(["", *MATURITIES]), default="")
@click.option("--quote", "quotes", multiple=True, metavar="HIGHLIGHT", help="Quote it, with its credit.")
@click.option("--template", default="", metavar="T",
              help="Begin from a template: note, question, concept, experiment, tetrad, wol, or one of your own.")
@click.pass_obj
def note(settings: Settings, title: str, tags: tuple[str, ...], lang: str, private: bool, maturity: str,
         quotes: tuple[str, ...], template: str) -> None:
    """Write a note; its text comes from standard input."""
    body = standard_input()
    with settings.open() as app:
        new = NewNote(title, body, tuple(map(clean_tag, tags)), lang, private, maturity)
        if template:
            new = app.writing.templates.begin(template, new, lang or app.settings.get("language") or guess(body))
        note_id, path = app.sense.new_note(new, quotes)
        settings.show({"note_id": note_id, "path": path}, f"{note_id}  {path}")


@click.command(cls=Verb)
@click.option("--tag", default="")
@click.option("--maturity", type=click.Choice(["", *MATURITIES]), default="")
@click.option("--search", default="", help="Only notes found by these words.")
@click.pass_obj
def notes(settings: Settings, tag: str, maturity: str, search: str) -> None:
    """List notes, latest change first."""
    with settings.open() as app:
        cards = app.sense.cards(("note",), tag, maturity, limit=100_000)
        if search:
            order = {hit.path: place for place, hit in enumerate(app.search(search, ("notes",), 1000).hits)}
            cards = sorted((c for c in cards if c.path in order), key=lambda card: order[card.path])
        settings.show([_card(card) for card in cards], lambda: "\n".join(
            f"{card.file_id or '-':<16}  {card.title}  ({card.path})" for card in cards) or "No notes.")


def _card(card: FileCard) -> dict[str, object]:
    return {"note_id": card.file_id, **pick(card, *_NOTE)}


@click.command(cls=Verb)
@click.argument("file")
@click.pass_obj
def delete(settings: Settings, file: str) -> None:
    """Move a note, source or draft to the trash."""
    with settings.open() as app:
        card = app.sense.delete(file)
        settings.show({"path": card.path, "changed": [card.path]}, f"In the trash: {card.path}")


@click.command(cls=Verb)
@click.option("--put-back", metavar="PATH", help="Move this one to where it was.")
@click.pass_obj
def trash(settings: Settings, put_back: str | None) -> None:
    """Show what lies in the trash of your PKM folder, or put a file back from there."""
    with settings.open() as app:
        if put_back:
            path = app.sense.undelete(put_back)
            settings.show({"path": path, "changed": [path]}, f"Put back: {path}")
            return
        found = app.sense.trash()
        settings.show([{"path": one} for one in found], "\n".join(found) or "The trash is empty.")


@click.command(cls=Verb)
@click.argument("file")
@click.option("--restore", type=click.IntRange(1), metavar="N", help="Put version N back as a copy.")
@click.pass_obj
def history(settings: Settings, file: str, restore: int | None) -> None:
    """Show former versions of a file, or put one back as a copy."""
    with settings.open() as app:
        if restore is not None:
            saved = app.sense.restore(file, restore)
            settings.show({"path": saved.path, "changed": [saved.path]}, f"Restored as {saved.path}")
            return
        path, versions = app.sense.history(file)
        settings.show({"path": path, "changed": [], "versions": plain_value(versions)}, lambda: "\n".join(
            f"{v.number:>3}  {v.saved.astimezone():%Y-%m-%d %H:%M:%S}  {v.bytes} bytes" for v in versions)
            or "No former versions.")


VERBS = [highlight, unhighlight, highlights, note, notes, delete, trash, history]
