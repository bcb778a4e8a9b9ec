"""The verbs for what left: what became of it, who answered, whom to tell, and one's own feed."""

from __future__ import annotations

from pathlib import Path

import click

from pkm_app.base.errors import Refused
from pkm_app.base.events import Failed
from pkm_app.cli.asking import ask_secrets
from pkm_app.cli.context import Settings, plain_value, secret_line, standard_input
from pkm_app.cli.counted import counted
from pkm_app.cli.verbs import Verb
from pkm_app.share.aftermath import Left, Piece, is_changed

_MARKS = {"same": " ", "out": "-", "in": "+"}


def _line(record: Left) -> str:
    replies = f"  {counted(record.replies, 'reply', 'replies')}" if record.replies else ""
    where = record.url or record.placed_url
    waits = f"  ({f'{record.state}, {record.due}' if record.due else record.state})" if record.state else ""
    line = f"{record.record_id}  {record.fate:<9} {record.outlet:<12} {record.title}  {where}".rstrip()
    return line + waits + replies


@click.command(cls=Verb)
@click.argument("records", metavar="[RECORD]...", nargs=-1)
@click.option("--look", is_flag=True, help="Ask the outlets what became of it.")
@click.option("--compare", is_flag=True, help="Show what was changed there; one record.")
@click.option("--address", default="", help="Note where it can be read; one record, placed by hand.")
@click.option("--outlet", default="", help="Only what left to this outlet.")
@click.option("--secret-stdin", is_flag=True, help="Read the password from standard input instead of the keyring.")
@click.pass_context
def shared(ctx: click.Context, records: tuple[str, ...], look: bool, compare: bool, address: str, outlet: str,
           secret_stdin: bool) -> None:
    """Show what left: placed, published, or gone. A record is named by its id, its path, or its draft."""
    settings = ctx.ensure_object(Settings)
    if (compare or address) and len(records) != 1:
        raise click.UsageError("Name one record with --compare and --address.")
    secret = secret_line("Password, key or token", True) if secret_stdin else ""
    failures: list[Failed] = []
    with settings.open() as app:
        named = [one for name in records for one in app.afterwards.of(name, outlet)] if records else [
            one for one in app.afterwards.left() if not outlet or one.outlet == outlet]
        if (look or compare) and not secret:
            ask_secrets(app.outlets, (one.outlet for one in named if one.remote_id))
        if compare:
            record, pieces = settings.run(app.afterwards.compared(records[0], secret, outlet))
            settings.show({**plain_value(record), "changed": is_changed(pieces), "pieces": plain_value(pieces)},
                          lambda: f"{_line(record)}\n{_compared(pieces)}")
            return
        if address:
            found = [app.afterwards.published_at(records[0], address, outlet)]
        elif look:
            found = list(settings.run(app.afterwards.look(records, secret, outlet), failures))
        else:
            found = named
        settings.show(plain_value(found), lambda: "\n".join(map(_line, found)) or "Nothing has left yet.")
    if failures:
        ctx.exit(3 if len(failures) < len(found) else 1)


def _compared(pieces: tuple[Piece, ...]) -> str:
    if not is_changed(pieces):
        return "It stands there as it was sent."
    return "\n".join(f"{_MARKS[one.kind]} {f'{one.what}: ' if one.what else ''}{one.words}" for one in pieces)


@click.command(cls=Verb)
@click.argument("record")
@click.option("--outlet", default="", help="Of a draft that left to several places, the one where they answered.")
@click.option("--by", required=True, help="Who answered.")
@click.option("--consent", type=click.Choice(["no", "anonymous", "named"]), default="no", show_default=True,
              help="Whether the words may be quoted.")
@click.pass_obj
def reply(settings: Settings, record: str, outlet: str, by: str, consent: str) -> None:
    """Keep an answer to what left; its words come from standard input."""
    words = standard_input()
    with settings.open() as app:
        done = app.afterwards.reply(record, words, by, consent, outlet)
        settings.show({"source_id": done.source_id, "path": done.path, "highlight_id": done.highlight_id},
                      f"{done.source_id}  {done.path}")


@click.command("credit-back", cls=Verb)
@click.argument("draft")
@click.pass_obj
def credit(settings: Settings, draft: str) -> None:
    """Write a ready message to each author whom a draft quotes; you look it over and send it."""
    with settings.open() as app:
        found = app.afterwards.credits(draft)
        settings.show(plain_value(found), lambda: "\n\n".join(
            f"To: {one.author}  {' '.join(one.addresses)}\nSubject: {one.subject}\n\n{one.text}" for one in found)
            or "This draft quotes nobody by name.")


@click.command("outgoing-feed", cls=Verb)
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), required=True)
@click.option("--title", required=True, help="What the feed is called.")
@click.option("--author", required=True, help="Your name.")
@click.option("--address", required=True, help="The address at which the feed will stand.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@click.pass_obj
def feed(settings: Settings, file: Path, title: str, author: str, address: str, force: bool) -> None:
    """Write your own feed: an Atom file of what you published for everybody."""
    from pkm_app.seek.addresses import admit

    if not title.strip() or not author.strip():
        raise Refused("A feed needs a title and an author.")
    with settings.open() as app:
        data = app.afterwards.feed(title.strip(), author.strip(), admit(address.strip()))
        written = app.write_outside(file, data, force)
        entries = len(app.afterwards.for_everybody())
        if not entries:
            settings.say("The feed is empty: of what you sent to a public outlet nothing is known to be published. Ask "
                         "with: pkm shared --look, or say where it stands: pkm shared DRAFT --address https://…")
        settings.show({"path": str(file), "bytes": written, "entries": entries},
                      f"Written: {file} ({entries} entr{'y' if entries == 1 else 'ies'}, {written} bytes)")


VERBS = [shared, reply, credit, feed]
