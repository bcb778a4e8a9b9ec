"""The verbs of the person: what a day begins with, which folder is theirs, and a library to try things out in."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import click

from pkm_app.app import find_beginning, make_sample
from pkm_app.cli.context import Settings, pick
from pkm_app.cli.counted import counted
from pkm_app.cli.verbs import Verb

_MOST = 10


@click.command(cls=Verb)
@click.pass_obj
def today(settings: Settings) -> None:
    """Show what a day begins with: questions, what waits for your words, finds, a year ago, twelve weeks."""
    with settings.open() as app:
        day = app.today
        waiting, number = day.waiting(_MOST)
        year = day.year_ago()
        found: dict[str, Any] = {
            "questions": [{**pick(one.card, "title", "path"), "articles": one.count("source"),
                           "highlights": one.count("highlight"), "notes": one.count("note"),
                           "feeds": one.count("feed")}
                          for one in day.questions()],
            "waiting": [{**pick(one.highlight, "highlight_id", "exact"), "credit": one.credit} for one in waiting],
            "waiting_count": number,
            "finds": [pick(one, "name", "kind", "title", "credit", "highlights") for one in day.finds()],
            "year_ago": {**pick(year, "path", "title", "years"), "since": year.since.isoformat()} if year else None,
            "weeks": [{**pick(one, "number", "came_in", "made_yours", "given_on"), "start": one.start.isoformat()}
                      for one in day.weeks()]}
        settings.show(found, lambda: _in_words(found))


def _in_words(found: dict[str, Any]) -> str:
    lines = [f"?  {one['title']}" for one in found["questions"]]
    lines += [f"…  {one['exact']}  ({one['credit']}, {one['highlight_id']})" for one in found["waiting"]]
    if found["waiting_count"] > len(found["waiting"]):
        lines.append(f"…  and {found['waiting_count'] - len(found['waiting'])} more")
    lines += [f"*  {one['title']}  ({one['credit']})" for one in found["finds"]]
    if found["year_ago"]:
        lines.append(f"<  {found['year_ago']['title']}  ({found['year_ago']['path']})")
    lines.append("week    came in  made yours  given on")
    lines += [f"{one['number']:>4}    {one['came_in']:>7}  {one['made_yours']:>10}  {one['given_on']:>8}"
              for one in found["weeks"]]
    return "\n".join(lines)


@click.command(cls=Verb)
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def use(settings: Settings, folder: Path | None) -> None:
    """Keep FOLDER as your PKM folder from now on; without one, show which is used. An Obsidian vault will do."""
    beginning = find_beginning(settings.vault, settings.data)
    if folder is None:
        settings.show({"path": beginning.folder, "sample": beginning.sample}, beginning.folder)
        return
    path = folder.expanduser().absolute()
    beginning.choose(str(path))
    settings.show({"path": str(path), "sample": False}, f"Your PKM folder is {path} from now on.")


@click.command(cls=Verb)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["en", "nl"]), default="en", show_default=True, help="Of its notes.")
@click.pass_obj
def sample(settings: Settings, folder: Path, lang: str) -> None:
    """Lay a library to try things out in a new or empty FOLDER; it works without a network."""
    done = make_sample(folder, lang)
    path = str(folder.expanduser().absolute())
    settings.show({"path": path, **pick(done, "articles", "notes", "draft_id")},
                  f"{counted(done.articles, 'article', 'articles')}, {counted(done.notes, 'note', 'notes')} and a "
                  "draft that is half made. To see them: "
                  f"pkm --vault {shlex.quote(path)} --data PROFILE today")


VERBS = [today, use, sample]
