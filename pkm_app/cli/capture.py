"""The verb that takes in what no feed brings: a page, a file, a passage, a thought."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pkm_app.base.errors import Refused, StorageProblem
from pkm_app.base.events import finish
from pkm_app.cli.context import Settings, standard_input
from pkm_app.cli.verbs import Verb
from pkm_app.flow.captured import CONSENTS, KINDS, Captured, Facts

if TYPE_CHECKING:
    from pkm_app.app.parts import App

_MOST = 64 * 1024 * 1024
_FACTS = (
    ("--kind", "kind", click.Choice(["", *KINDS]), "What it is, where that does not show."),
    ("--title", "title", None, "Its title."),
    ("--author", "author", None, "Who wrote or said it."),
    ("--via", "via", None, "Who tipped you."),
    ("--with", "partner", None, "With whom the conversation was."),
    ("--consent", "consent", click.Choice(["", *CONSENTS]), "What they agreed to: no keeps their words here."),
    ("--lang", "language", None, "nl, en, ..."),
    ("--words", "words", None, "A passage to highlight at once."),
    ("--page", "page", None, "The page it stands on."),
    ("--at", "at", None, "The time it is said at, like 12:40."),
    ("--comment", "comment", None, "What you think of the passage."),
)


def _facts(command: click.Command) -> click.Command:
    for flag, name, kind, words in _FACTS:
        command.params.append(click.Option([flag, name], default="", show_default=False, type=kind, help=words))
    return command


@click.command(cls=Verb)
@click.argument("what", metavar="ADDRESS|FILE|-")
@click.pass_obj
def capture(settings: Settings, /, what: str, **said: str) -> None:
    """Save a web page, a file, or what comes in on standard input.

    A file may be a PDF, a Word document (.docx), a mail (.eml, .msg), a web page, a link (.url, .webloc) or text.
    With - standard input is a thought, kept as a note; with --kind book, video, podcast or conversation it is a
    passage of that. A source that is here already is named by its id or path, and gets one passage more.
    """
    facts = Facts(*(said[name] for name in ("kind", "title", "author", "via", "partner", "consent", "language")))
    if said["page"] and said["at"]:
        raise click.UsageError("Give a page or a time, not both.")
    place, comment = said["page"] or said["at"], said["comment"]
    words = said["words"]
    piped = standard_input() if what == "-" else ""
    with settings.open() as app:
        done = _capture(settings, app, what, facts, words or piped, place, comment)
        _show(settings, done)


def _capture(settings: Settings, app: App, what: str, facts: Facts, words: str, place: str, comment: str) -> Captured:
    facts = facts.checked()
    if what == "-":
        if facts.kind or place:
            return app.passages.add(facts, words, place, comment, datetime.now(UTC))
        return app.capturing.thought(words, facts.title)
    path = _file(what)
    if path is not None:
        return settings.run(app.passages.of_file(_read(path), path.name, words, place, facts, comment))
    if "://" not in what and (words or place) and (known := app.passages.find(what)):
        return app.passages.of_source(known, words, place, comment)
    return settings.run(app.passages.of_address(what, words, place, facts, comment))


def _show(settings: Settings, done: Captured) -> None:
    if done.notice is not None:
        settings.say(str(done.notice))
    if done.note_id:
        settings.show(_value(done), f"{done.note_id}  {done.path}")
        return
    settings.show(_value(done), f"{done.article_id}  {'Here already' if done.known else 'Captured'}: {done.title}  "
                         f"({done.path})" + (f"  {done.highlight_id}" if done.highlight_id else ""))


def _file(what: str) -> Path | None:
    """The file that is meant, None for what reads as an address."""
    if "://" in what or what.lower().startswith(("mailto:", "feed:")):
        return None
    path = Path(what)
    try:
        if path.is_file():
            return path
    except OSError:  # a name too long for any file
        return None
    if path.is_dir():
        raise Refused("{path} is a folder; name a file in it.", path=path)
    return None


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST:
            raise Refused("{path} is larger than 64 MB, too large to be taken in.", path=path)
        return path.read_bytes()
    except OSError as error:
        raise StorageProblem("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error) from None


@click.command(cls=Verb)
@click.pass_context
def inbox(ctx: click.Context) -> None:
    """Take in what lies in the inbox of your PKM folder, and say what stays there and why."""
    settings = ctx.ensure_object(Settings)
    with settings.open() as app:
        app.take_notices()  # what stays is said below, each with its reason
        finish(app.inbox.take_in(again=True))
        taken, left = app.inbox.taken(), app.inbox.left()
        settings.show(
            {"taken": [_value(done) for done in taken],
             "left": [{"name": one.waiting.name, "reason": str(one.problem)} for one in left]},
            "\n".join([*(f"Taken in: {done.title}  ({done.path})" for done in taken),
                       *(f"Stays: {one.waiting.name}: {one.problem}" for one in left)]) or "The inbox is empty.")
    if left:
        ctx.exit(3 if taken else 1)


def _value(done: Captured) -> dict[str, object]:
    if done.note_id:
        return {"note_id": done.note_id, "path": done.path, "title": done.title}
    return {"article_id": done.article_id, "source_id": done.source_id, "path": done.path, "kind": done.kind,
            "title": done.title, "highlight_id": done.highlight_id, "known": done.known}


VERBS = [_facts(capture), inbox]
