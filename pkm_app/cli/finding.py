"""The verbs that find: one search over everything, searches that are saved, and the list of terms for the same."""

from __future__ import annotations

import click

from pkm_app.cli.context import Settings, pick, plain_value
from pkm_app.cli.verbs import Verb, VerbGroup
from pkm_app.flow.search import PLACES, Found
from pkm_app.sense.terms import TermGroup

_HIT = ("kind", "id", "title", "snippet", "score", "path")


@click.command(cls=Verb)
@click.argument("query", required=False, default="")
@click.option("--in", "places", default="", metavar="PLACES", help=",".join(PLACES))
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=20, show_default=True)
@click.option("--counts", is_flag=True, help="Count all there is by kind, tag, language and year as well.")
@click.option("--saved", default="", metavar="NAME", help="Search for what was saved under this name.")
@click.option("--save", "keep", default="", metavar="NAME", help="Save this search under a name as well.")
@click.pass_obj
def search(settings: Settings, query: str, places: str, limit: int, counts: bool, saved: str, keep: str) -> None:
    """Search everything at once, Dutch and English.

    All words must be found; the very words come first, then other forms of them, words they are a part of, other terms
    for the same. "words in a row", begin*, nearl~ (spelled nearly so), -without. Narrow by tag: author: lang: maturity:
    source: kind: before: after: year: is:private.
    """
    wanted = [place.strip() for place in places.split(",") if place.strip()]
    if unknown := set(wanted) - set(PLACES):
        raise click.BadParameter(f"{', '.join(sorted(unknown))}: choose from {', '.join(PLACES)}.", param_hint="--in")
    if not query and not saved:
        raise click.UsageError("Say what to search for, or give --saved NAME.")
    with settings.open() as app:
        if saved:
            query = f"{app.queries.named(saved).query} {query}".strip()
        if keep:
            app.queries.save(keep, query)
        found = app.search(query, wanted, limit, counts)
        if found.trouble is not None:
            settings.say(str(found.trouble))
        document: dict[str, object] = {"results": [pick(hit, *_HIT) for hit in found.hits],
                                       "did_you_mean": found.did_you_mean}
        if counts:
            document |= {"total": found.total, "counts": {name: dict(rows) for name, rows in found.facets.items()}}
        settings.show(document, lambda: _lines(found))


def _lines(found: Found) -> str:
    lines = [f"{hit.kind:<9} {hit.id[:16]:<16}  {hit.title}\n    {hit.snippet}" for hit in found.hits]
    lines += [f"{name}: " + ", ".join(f"{value} {number}" for value, number in rows)
              for name, rows in found.facets.items() if rows]
    if found.did_you_mean:
        lines.append(f"Did you mean: {found.did_you_mean}?")
    return "\n".join(lines) or "Nothing found."


@click.group(cls=VerbGroup)
def searches() -> None:
    """Saved searches over everything; `pkm search --save NAME` saves one."""


@searches.command("list")
@click.pass_obj
def list_searches(settings: Settings) -> None:
    """List them."""
    with settings.open() as app:
        rows = app.queries.listing()
        settings.show(plain_value(rows), lambda: "\n".join(f"{row.name}: {row.query}" for row in rows)
                      or "No searches are saved.")


@searches.command("rename")
@click.argument("name")
@click.argument("new")
@click.pass_obj
def rename_search(settings: Settings, name: str, new: str) -> None:
    """Give one another name."""
    with settings.open() as app:
        saved = app.queries.rename(name, new)
        settings.show(plain_value(saved), f"{saved.name}: {saved.query}")


@searches.command("remove")
@click.argument("name")
@click.pass_obj
def remove_search(settings: Settings, name: str) -> None:
    """Forget one; nothing else changes."""
    with settings.open() as app:
        saved = app.queries.remove(name)
        settings.show(plain_value(saved), f"Forgotten: {saved.name}")


@click.group(cls=VerbGroup)
def terms() -> None:
    """Terms that mean the same: searching for one finds the others, in Dutch and English."""


@terms.command("list")
@click.option("--own", is_flag=True, help="Only your own.")
@click.pass_obj
def list_terms(settings: Settings, own: bool) -> None:
    """List them, your own first."""
    with settings.open() as app:
        rows = [group for group in app.terms.listing() if group.own or not own]
        settings.show(plain_value(rows), lambda: "\n".join(map(_group, rows)) or "No terms.")


@terms.command("add")
@click.argument("words", metavar="TERM TERM...", nargs=-1, required=True)
@click.pass_obj
def add_terms(settings: Settings, words: tuple[str, ...]) -> None:
    """Say that terms mean the same; a term that is in a group of yours brings the others into it."""
    with settings.open() as app:
        group = app.terms.add(words)
        settings.show(plain_value(group), _group(group))


@terms.command("remove")
@click.argument("term")
@click.pass_obj
def remove_terms(settings: Settings, term: str) -> None:
    """Take the group with this term away; one that came with the program does not count any more."""
    with settings.open() as app:
        group = app.terms.remove(term)
        settings.show(plain_value(group), f"Does not count any more: {_group(group)}")


@terms.command("restore")
@click.argument("term")
@click.pass_obj
def restore_terms(settings: Settings, term: str) -> None:
    """Let a group that came with the program count again."""
    with settings.open() as app:
        group = app.terms.restore(term)
        settings.show(plain_value(group), f"Counts again: {_group(group)}")


def _group(group: TermGroup) -> str:
    return ("* " if group.own else "- " if group.off else "  ") + " = ".join(group.terms)


VERBS = [search, searches, terms]
