"""The verbs of Discover: recommended sources, and the posts that the eBook quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pkm_app.base.errors import Problem
from pkm_app.base.events import Failed
from pkm_app.cli.context import Settings, pick, plain_value, tell
from pkm_app.cli.verbs import Verb

if TYPE_CHECKING:
    from pkm_app.seek.recommend import Recommended

_SOURCE = ("id", "name", "people", "homepage", "feed", "feed_evidence", "language", "chapter", "also_in", "section",
           "cited_for", "followed", "post_title", "post_url", "post_kind", "last_known")
_ACTS = {"following": "following", "follow": "follow", "look": "try", "site": "site only", "none": ""}


@click.command(cls=Verb)
@click.argument("names", metavar="[ID]...", nargs=-1)
@click.option("--chapter", default="", help="Only what this chapter of the eBook names; also: beside the eBook.")
@click.option("--lang", default="", type=click.Choice(["", "nl", "en"]), help="Only sources in this language.")
@click.option("--search", default="", help="Only what holds these words.")
@click.option("--look", is_flag=True, help="Ask their sites now whether a feed answers, and when the last post was.")
@click.pass_context
def catalogue(ctx: click.Context, names: tuple[str, ...], chapter: str, lang: str, search: str, look: bool) -> None:
    """Show the recommended sources, the living first. Nothing is followed by it."""
    settings = ctx.ensure_object(Settings)
    failures: list[Failed] = []
    with settings.open() as app:
        def listing() -> list[Recommended]:
            if names:
                return [app.recommending.card(name) for name in names]
            return list(app.recommending.cards(chapter, lang, search))

        rows = listing()
        if look:
            wanted = [row.source.id for row in rows if row.act in ("look", "follow", "following")]
            settings.run(app.recommending.look(wanted), failures, {row.source.id: row.source.name for row in rows})
            rows = listing()
        settings.show([_plain(row) for row in rows], lambda: "\n".join(map(_line, rows)) or "No source fits that.")
    if failures:
        ctx.exit(3 if len(failures) < len(wanted) else 1)


@click.command("reading-list", cls=Verb)
@click.argument("names", metavar="[ID]...", nargs=-1)
@click.option("--chapter", default="", help="Only what this chapter of the eBook quotes.")
@click.pass_context
def reading_list(ctx: click.Context, names: tuple[str, ...], chapter: str) -> None:
    """Show the posts that the eBook quotes or that belong beside it; with ids of sources, take theirs in for Later."""
    settings = ctx.ensure_object(Settings)
    with settings.open() as app:
        if not names:
            rows = app.reading_list.posts(chapter)
            facts = ("id", "name", "chapter", "post_title", "post_url", "post_kind")
            settings.show([{**pick(source, *facts), "here": here} for source, here in rows], lambda: "\n".join(
                f"{source.id:<30} {'here' if here else '':<5} {source.post_title}  — {source.name}"
                + (" (beside it: not quoted)" if source.post_kind == "related" else "")
                for source, here in rows) or "No posts are known of that chapter.")
            return
        done, failed = [], 0
        for name in names:
            try:
                taken = settings.run(app.reading_list.take(name))
            except Problem as problem:
                failed += 1
                tell(f"{name}: {problem}")
                continue
            done.append({"id": name, "article_id": taken.article_id, "title": taken.title, "path": taken.path})
        settings.show(done, "\n".join(f"In Later: {row['title']}" for row in done))
    if failed:
        ctx.exit(3 if done else 1)


def _plain(row: Recommended) -> dict[str, object]:
    return {**pick(row.source, *_SOURCE), "act": row.act, "address": row.address,
            "last_post": plain_value(row.last_post), "reason": str(row.problem or "")}


def _line(row: Recommended) -> str:
    known = f"~{row.source.last_known}" if row.source.last_known else ""
    when = row.last_post.strftime("%Y-%m-%d") if row.last_post else known
    return f"{row.source.id:<34} {row.source.language or '-':<6} {_ACTS[row.act]:<9} {when:<10}  {row.source.name}"


VERBS = [catalogue, reading_list]
