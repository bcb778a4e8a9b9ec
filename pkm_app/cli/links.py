"""The verbs that follow links: from and to a file, what is related, and where something came from."""

from __future__ import annotations

from collections.abc import Iterator

import click

from pkm_app.base.events import finish
from pkm_app.cli.context import Settings, plain_value
from pkm_app.cli.verbs import Verb
from pkm_app.flow.trace import Node


@click.command(cls=Verb)
@click.argument("note", required=False, default="")
@click.option("--broken", is_flag=True, help="Only links that lead to nothing; without a note, of all files.")
@click.pass_obj
def links(settings: Settings, note: str, broken: bool) -> None:
    """Show the links from and to a file, and where it is named without a link."""
    if not note and not broken:
        raise click.UsageError("Name a note, or give --broken.")
    with settings.open() as app:
        rows: list[dict[str, object]] = []
        card = app.sense.find(note) if note else None
        if card and not broken:
            rows += [{"direction": "to", "path": place.leads_to, "target": place.target, "broken": not place.leads_to,
                      "title": app.sense.find(place.leads_to).title if place.leads_to else "",
                      "context": place.context} for place in app.linking.outgoing(card.path)]
            for direction, places in (("from", app.linking.backlinks(card.path)),
                                      ("mention", app.linking.mentions(card.path))):
                rows += [{"direction": direction, "path": place.path, "target": place.target, "broken": False,
                          "title": place.title, "context": place.context} for place in places]
        else:
            rows += [{"direction": "to", "path": place.path, "target": place.target, "broken": True,
                      "title": place.title, "context": place.context}
                     for place in app.linking.broken(card.path if card else "")]
        settings.show(rows, lambda: "\n".join(
            f"{row['direction']:<8} {row['title'] or '(nothing) ' + str(row['target'])}  {row['path']}\n"
            f"    {row['context']}" for row in rows) or "No links.")


@click.command(cls=Verb)
@click.argument("note")
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=20, show_default=True)
@click.pass_obj
def related(settings: Settings, note: str, limit: int) -> None:
    """Show what else speaks of the same: by links, tags and words in common."""
    with settings.open() as app:
        finish(app.indexer.drain())
        found = app.relating.related(note, limit)
        settings.show(plain_value(found), lambda: "\n".join(
            f"{one.kind:<7} {one.title}  ({', '.join(one.why)})  {one.path}" for one in found) or "Nothing.")


@click.command(cls=Verb)
@click.argument("id_", metavar="ID|ADDRESS|WORDS")
@click.pass_obj
def trace(settings: Settings, id_: str) -> None:
    """Show where a highlight, note or article was used, and what a draft rests on.

    What left is found by its address as well, and by a sentence of it: whose words these are, and where they are from.
    """
    with settings.open() as app:
        node = app.tracing.trace(id_)
        settings.show(plain_value(node), lambda: "\n".join(_tree(node)))


def _tree(node: Node, depth: int = 0, mark: str = "") -> Iterator[str]:
    place = "  ".join(filter(None, (node.path, node.url))) or node.id
    yield f"{'   ' * depth}{mark}{node.kind} {node.title}{f' — {node.author}' if node.author else ''}  {place}"
    for other in node.rests_on:
        yield from _tree(other, depth + 1, "rests on ")
    for other in node.used_in:
        yield from _tree(other, depth + 1, "used in ")


VERBS = [links, related, trace]
