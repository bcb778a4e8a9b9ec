"""The verbs of Seek: whom I follow, and what came in."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from pkm_app.base.errors import NotFound
from pkm_app.base.events import Failed
from pkm_app.cli.context import Settings, pick
from pkm_app.cli.verbs import Verb
from pkm_app.seek.model import Article, Mark

ARTICLE = ("article_id", "title", "author", "feed_title", "url", "published", "language", "read", "kept", "later",
           "changed")


@click.command(cls=Verb)
@click.argument("address")
@click.option("--folder", default="", help="Put it in this folder (a/b for a folder in a folder).")
@click.option("--why", default="", help="Why I follow.")
@click.pass_obj
def follow(settings: Settings, address: str, folder: str, why: str) -> None:
    """Find the feed behind any address and subscribe to it."""
    with settings.open() as app:
        done = settings.run(app.seek.follow(address, folder=folder, why=why))
        settings.show(pick(done, "feed_id", "title", "address", "new"),
                      f"Following “{done.title}” ({done.new} articles): {done.address}")


@click.command(cls=Verb)
@click.argument("feed")
@click.pass_obj
def unfollow(settings: Settings, feed: str) -> None:
    """End a subscription; what was kept stays."""
    with settings.open() as app:
        gone = app.seek.unfollow(feed)
        settings.show({"feed_id": gone.feed_id}, f"No longer following “{gone.title}”. What you kept stays.")


@click.command(cls=Verb)
@click.argument("names", metavar="[FEED]...", nargs=-1)
@click.option("--force", is_flag=True, help="Fetch also what is not due yet.")
@click.pass_context
def refresh(ctx: click.Context, names: tuple[str, ...], force: bool) -> None:
    """Fetch what is due (all feeds, or those named)."""
    settings = ctx.ensure_object(Settings)
    began = time.monotonic()
    failures: list[Failed] = []
    with settings.open() as app:
        ids = [app.seek.find_feed(name).feed_id for name in names]
        titles = {feed.feed_id: feed.title or feed.address for feed in app.seek.feeds()}
        results = settings.run(app.seek.refresh(ids, force=force), failures, titles)
        for spared in results:  # a host that wishes to be left alone is not asked; why stands with each feed
            if spared.outcome == "waiting" and spared.reason:
                settings.say(f"{titles.get(spared.feed_id, '')}: {spared.reason}")
        settings.show(
            {"feeds": [pick(r, "feed_id", "outcome", "new", "updated", "reason") for r in results],
             "seconds": round(time.monotonic() - began, 3)},
            f"{sum(r.new for r in results)} new, {sum(r.updated for r in results)} changed; "
            f"{len(results)} feeds, {sum(r.outcome == 'failed' for r in results)} failed.")
    failed = sum(r.outcome == "failed" for r in results)
    if failed:
        ctx.exit(3 if failed < len(results) else 1)


@click.command(cls=Verb)
@click.argument("article")
@click.option("--html", "as_html", is_flag=True, help="The cleaned HTML instead of text.")
@click.option("--full", is_flag=True, help="Fetch the whole article from its page first, and keep it.")
@click.option("--highlighted", is_flag=True, help="The version that you highlighted last, if it has changed since.")
@click.pass_obj
def show(settings: Settings, article: str, as_html: bool, full: bool, highlighted: bool) -> None:
    """Show an article."""
    with settings.open() as app:
        found = app.reopening.article(article)
        body = app.full_texts.fetch(found) if full else app.seek.body(found.article_id)
        if body is None:
            raise NotFound("The text of “{title}” is no longer here.", title=found.title)
        if highlighted:
            versions = app.versions.highlighted(found)
            if not versions:
                raise NotFound("You have highlighted nothing in “{title}”, so there is no other version of it.",
                               title=found.title)
            body = replace(body, html=versions[0].html, text=versions[0].text)
        changed = f"Changed on {_day(found.changed)}, after it had come in." if found.changed else ""
        head = "\n".join(line for line in (found.title, _byline(found), found.url, changed) if line)
        settings.show({**pick(found, *ARTICLE), "html": body.html, "text": body.text, "full": body.full},
                      body.html if as_html else f"{head}\n\n{body.text}")


def _marking(name: str, mark: Mark, on: bool, doc: str) -> click.Command:
    def run(settings: Settings, names: tuple[str, ...]) -> None:
        with settings.open() as app:
            found = [app.seek.find_article(article) for article in names]
            app.marking.set(found, mark, on)
            after = [app.seek.find_article(article.article_id) for article in found]
            settings.show([pick(article, *ARTICLE) for article in after], lines(after))

    return Verb(name=name, callback=click.pass_obj(run), help=doc,
                params=[click.Argument(["names"], metavar="ARTICLE...", nargs=-1, required=True)])


@click.command(cls=Verb)
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def opml(settings: Settings, file: Path) -> None:
    """Write subscriptions to an OPML file."""
    with settings.open() as app:
        written = app.write_outside(file, app.seek.export_opml(), force=False)
        settings.show({"path": str(file), "bytes": written}, f"Written: {file}")


def _byline(article: Article) -> str:
    return " · ".join(part for part in (article.author, article.feed_title, _day(article.published)) if part)


def _day(when: datetime | None) -> str:
    return when.astimezone().strftime("%Y-%m-%d") if when else ""


def lines(rows: Sequence[Article]) -> str:
    """Return articles as lines for a person: what is unread, kept and in Later, when, and who wrote it."""
    def line(row: Article) -> str:
        marks = ("•" if not row.read else " ") + ("★" if row.kept else " ") + ("◷" if row.later else " ")
        return f"{row.article_id[:8]} {marks} {_day(row.published):<10}  {row.title}  — {row.author or row.feed_title}"
    return "\n".join(line(row) for row in rows)


VERBS = [
    follow, unfollow, refresh, show, opml,
    _marking("keep", "kept", True, "Keep articles: each gets its source file in your PKM folder."),
    _marking("later", "later", True, "Put articles in Later."),
    _marking("done", "done", True, "Clear articles out of the inbox."),
    _marking("read", "read", True, "Mark articles as read."),
    _marking("unread", "read", False, "Mark articles as unread."),
]

