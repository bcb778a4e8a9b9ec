"""The verbs of Seek: whom I follow, and what came in."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pkm_app.base.errors import NotFound
from pkm_app.base.events import Failed
from pkm_app.cli.context import Settings, pick
from pkm_app.cli.counted import counted
from pkm_app.cli.verbs import Verb
from pkm_app.content.plaintext import shown_text
from pkm_app.seek.model import Article, ArticleBody, Mark

if TYPE_CHECKING:
    from pkm_app.flow.versions import ReadVersion

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
                      f"Following “{done.title}” ({counted(done.new, 'article', 'articles')}): {done.address}")


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
            f"{counted(len(results), 'feed', 'feeds')}, {sum(r.outcome == 'failed' for r in results)} failed.")
    failed = sum(r.outcome == "failed" for r in results)
    if failed:
        ctx.exit(3 if failed < len(results) else 1)


@click.command(cls=Verb)
@click.argument("article")
@click.option("--html", "as_html", is_flag=True, help="The cleaned HTML instead of text.")
@click.option("--full", is_flag=True, help="Fetch the whole article from its page first, and keep it.")
@click.option("--highlighted", is_flag=True, help="The version that you highlighted last, if it has changed since.")
@click.option("--versions", "listing", is_flag=True, help="List the versions that you highlighted, the last one first.")
@click.option("--number", "number", type=click.IntRange(1, 1_000_000), help="The version of this number in that list.")
@click.pass_obj
def show(settings: Settings, article: str, as_html: bool, full: bool, highlighted: bool, listing: bool,
         number: int | None) -> None:
    """Show an article."""
    if full and (highlighted or listing or number):
        raise click.UsageError("--full shows the article as it is now, the others show what you highlighted.")
    with settings.open() as app:
        found = app.reopening.article(article)
        body = app.full_texts.fetch(found) if full else app.seek.body(found.article_id)
        if body is None:
            raise NotFound("The text of “{title}” is no longer here.", title=found.title)
        if highlighted or listing or number:
            versions = app.versions.highlighted(found)
            if not versions:
                raise NotFound("You have highlighted nothing in “{title}”, so there is no other version of it.",
                               title=found.title)
            if listing:
                _list_versions(settings, versions)
                return
            body = _version(body, found, versions, number)
        changed = f"Changed on {_day(found.changed)}, after it had come in." if found.changed else ""
        head = "\n".join(line for line in (found.title, _byline(found), found.url, changed) if line)
        settings.show({**pick(found, *ARTICLE), "html": body.html, "text": body.text, "full": body.full},
                      body.html if as_html else f"{head}\n\n{shown_text(body.html) or body.text}")


def _version(body: ArticleBody, article: Article, versions: Sequence[ReadVersion], number: int | None) -> ArticleBody:
    """The version of this number, else the last one that reads otherwise than the article now, else the last one."""
    if number is not None and number > len(versions):
        raise NotFound("“{title}” has one version that you highlighted; `show ARTICLE --versions` tells of it."
                       if len(versions) == 1 else
                       "“{title}” has {count} versions that you highlighted; `show ARTICLE --versions` lists them.",
                       title=article.title, count=len(versions))
    chosen = (versions[number - 1] if number is not None
              else next((one for one in versions if not one.as_now), versions[0]))
    return replace(body, html=chosen.html, text=chosen.text)


def _list_versions(settings: Settings, versions: Sequence[ReadVersion]) -> None:
    rows = [{"version": number, "as_now": one.as_now, "highlighted": max(
        (placed.highlight.made for placed in one.placed), default=""), "highlights": list(one.highlight_ids)}
            for number, one in enumerate(versions, start=1)]
    settings.show(rows, "\n".join(
        f"{number}  {max((placed.highlight.made for placed in one.placed), default='')[:10]:<10}  "
        f"{'as it is now' if one.as_now else 'as it was then'}  {one.placed[0].highlight.exact[:60]}"
        for number, one in enumerate(versions, start=1)))


def _marking(name: str, mark: Mark, on: bool, doc: str, off: str = "") -> click.Command:
    """A verb that sets a mark; where ``off`` says what taking it away is, it does so with --off."""
    def run(settings: Settings, names: tuple[str, ...], away: bool = False) -> None:
        with settings.open() as app:
            found = [app.seek.find_article(article) for article in names]
            app.marking.set(found, mark, on and not away)
            after = [app.seek.find_article(article.article_id) for article in found]
            settings.show([pick(article, *ARTICLE) for article in after], lines(after))

    options = [click.Option(["--off", "away"], is_flag=True, help=off)] if off else []
    return Verb(name=name, callback=click.pass_obj(run), help=doc,
                params=[click.Argument(["names"], metavar="ARTICLE...", nargs=-1, required=True), *options])


@click.command(cls=Verb)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.pass_obj
def opml(settings: Settings, file: Path, force: bool) -> None:
    """Write subscriptions to an OPML file."""
    with settings.open() as app:
        written = app.write_outside(file, app.seek.export_opml(), force)
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
    _marking("keep", "kept", True, "Keep articles: each gets its source file in your PKM folder.",
             "Keep them no longer; their source files stay."),
    _marking("later", "later", True, "Put articles in Later.", "Take them out of Later."),
    _marking("done", "done", True, "Clear articles out of the inbox.", "Put them back into the inbox."),
    _marking("read", "read", True, "Mark articles as read."),
    _marking("unread", "read", False, "Mark articles as unread."),
]

