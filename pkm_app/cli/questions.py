"""The verbs for learning questions and people."""

from __future__ import annotations

import click

from pkm_app.cli.context import Settings, standard_input
from pkm_app.cli.counted import counted
from pkm_app.cli.verbs import VerbGroup
from pkm_app.flow.people import Person
from pkm_app.flow.questions import Question


@click.group(cls=VerbGroup)
def question() -> None:
    """What you would like to find out, and what serves it."""


@question.command("ask")
@click.argument("title")
@click.pass_obj
def ask(settings: Settings, title: str) -> None:
    """Write a learning question; more about it may come from standard input."""
    body = standard_input()
    with settings.open() as app:
        note_id, path = app.questions.ask(title, body)
        settings.show({"note_id": note_id, "path": path}, f"{note_id}  {path}")


@question.command("list")
@click.option("--all", "everything", is_flag=True, help="Also those that are answered.")
@click.pass_obj
def list_questions(settings: Settings, everything: bool) -> None:
    """Show questions and how much hangs on each."""
    with settings.open() as app:
        rows = app.questions.listing(everything)
        settings.show([_question(row) for row in rows], lambda: "\n".join(
            f"{row.card.file_id:<16}  {len(row.served):>3}  {row.card.title}"
            + (" (answered)" if row.card.question == "answered" else "") for row in rows)
            or "No learning questions yet. Ask one with: pkm question ask TITLE")


@question.command("show")
@click.argument("name", metavar="QUESTION")
@click.pass_obj
def show_question(settings: Settings, name: str) -> None:
    """Show what hangs on a question."""
    with settings.open() as app:
        found = app.questions.find(name)
        lines = [f"{one.kind:<9}  {one.title}  ({one.name})" for one in found.served]
        settings.show(_question(found), "\n".join([found.card.title, *(lines or ["Nothing hangs on it yet."])]))


@question.command("attach")
@click.argument("name", metavar="QUESTION")
@click.argument("things", metavar="THING...", nargs=-1, required=True)
@click.pass_obj
def attach(settings: Settings, name: str, things: tuple[str, ...]) -> None:
    """Let articles, highlights, notes, sources, people or feeds that you follow serve a question."""
    with settings.open() as app:
        for thing in things:
            app.questions.attach(name, thing)
        found = app.questions.find(name)
        settings.show(_question(found), _served(found))


@question.command("detach")
@click.argument("name", metavar="QUESTION")
@click.argument("things", metavar="THING...", nargs=-1, required=True)
@click.pass_obj
def detach(settings: Settings, name: str, things: tuple[str, ...]) -> None:
    """Take things off a question again."""
    with settings.open() as app:
        for thing in things:
            app.questions.detach(name, thing)
        found = app.questions.find(name)
        settings.show(_question(found), _served(found))


@question.command("answer")
@click.argument("name", metavar="QUESTION")
@click.option("--reopen", is_flag=True, help="It is open again.")
@click.pass_obj
def answer(settings: Settings, name: str, reopen: bool) -> None:
    """Mark a question as answered."""
    with settings.open() as app:
        card = app.questions.answer(name, not reopen)
        settings.show({"note_id": card.file_id, "path": card.path, "question": card.question},
                      f"{'Open again' if reopen else 'Answered'}: {card.title}")


def _question(row: Question) -> dict[str, object]:
    return {
        "note_id": row.card.file_id, "path": row.card.path, "title": row.card.title, "question": row.card.question,
        "sources": row.count("source"), "highlights": row.count("highlight"), "notes": row.count("note"),
        "people": row.count("person"), "feeds": row.count("feed"),
        "served": [{"kind": one.kind, "id": one.name, "title": one.title, "path": one.path} for one in row.served]}


@click.group(cls=VerbGroup)
def person() -> None:
    """Pages of authors and colleagues."""


@person.command("add")
@click.argument("who", metavar="NAME|ARTICLE|SOURCE|FEED")
@click.option("--handle", default="", help="How they are called on a network, like @name@server.")
@click.option("--feed", "feeds", multiple=True, help="A feed of theirs that you follow.")
@click.pass_obj
def add_person(settings: Settings, who: str, handle: str, feeds: tuple[str, ...]) -> None:
    """Make the page of a person, for you alone."""
    with settings.open() as app:
        card = app.people.add(who, handle, feeds)
        settings.show({"person_id": card.file_id, "path": card.path, "name": card.title},
                      f"{card.file_id}  {card.path}")


@person.command("list")
@click.pass_obj
def list_people(settings: Settings) -> None:
    """Show the pages of people."""
    with settings.open() as app:
        rows = app.people.listing()
        named = [{"person_id": row.file_id, "path": row.path, "name": row.title} for row in rows]
        settings.show(named, lambda: "\n".join(
            f"{row.file_id:<16}  {row.title}  ({row.path})" for row in rows) or "No pages of people yet.")


@person.command("show")
@click.argument("name", metavar="PERSON")
@click.pass_obj
def show_person(settings: Settings, name: str) -> None:
    """Show a person: feeds, what you highlighted, where you used it."""
    with settings.open() as app:
        found = app.people.page(name)
        settings.show(_person(found), lambda: "\n".join(_lines(found)))


def _person(found: Person) -> dict[str, object]:
    return {
        "person_id": found.card.file_id, "path": found.card.path, "name": found.card.title, "handle": found.handle,
        "feeds": list(found.feeds), "sources": [one.path for one in found.sources],
        "highlights": [{"highlight_id": one.highlight_id, "exact": one.exact, "comment": one.comment}
                       for one in found.highlights],
        "used_in": list(found.used_in)}


def _lines(found: Person) -> list[str]:
    head = found.card.title + (f"  {found.handle}" if found.handle else "")
    return [head, *(f"feed       {one}" for one in found.feeds), *(f"source     {one.title}" for one in found.sources),
            *(f"highlight  {one.exact}" for one in found.highlights), *(f"used in    {one}" for one in found.used_in)]


def _served(found: Question) -> str:
    return f"{counted(len(found.served), 'thing serves', 'things serve')} “{found.card.title}”."


VERBS: list[click.Command] = [question, person]
