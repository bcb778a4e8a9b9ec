"""The verbs of Share: drafts, the check, export, outlets, sending."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shlex import quote

import click

from pkm_app.base.errors import Refused
from pkm_app.cli.asking import ask_secrets, on_terminal
from pkm_app.cli.checking import found_rows, tell_findings
from pkm_app.cli.clash import keep_theirs, show_clash
from pkm_app.cli.context import Settings, pick, secret_line
from pkm_app.cli.verbs import Verb, VerbGroup
from pkm_app.share.formats import FORMATS, TARGETS, Wanted
from pkm_app.share.kinds import KINDS, is_by_hand
from pkm_app.share.model import CheckResult, OutletSettings
from pkm_app.share.service import AUDIENCES
from pkm_app.share.updating import ForeignEdit

_OUTLET = ("name", "kind", "address", "user", "audience")


@click.command(cls=Verb)
@click.option("--template", default="post", show_default=True, metavar="T",
              help="post, finds, ebook, question, wol, case, one of your own, or a file.")
@click.option("--title", default="", help="Without one, the title of the first note.")
@click.option("--from", "names", multiple=True, metavar="ID",
              help="A note, highlight, article or learning question; more than once.")
@click.option("--lang", "language", default="",
              help="Language of the draft: nl or en. Without it that of your words, else that of your settings.")
@click.option("--compiler", "compilers", multiple=True, metavar="NAME", help="Who compiles it; more than once.")
@click.option("--days", default=7, show_default=True, type=click.IntRange(1, 3660),
              help="Finds: what was kept in so many days comes first.")
@click.option("--into", default="", metavar="DRAFT", help="Add a chapter to this eBook instead.")
@click.option("--append", default="", metavar="DRAFT", help="Put what --from names at the end of this draft instead.")
@click.pass_obj
def draft(settings: Settings, template: str, title: str, names: tuple[str, ...], language: str,
          compilers: tuple[str, ...], days: int, into: str, append: str) -> None:
    """Compose a draft of notes, highlights and articles, with credit."""
    if into and append:
        raise click.UsageError("Give --into or --append, not both.")
    with settings.open() as app:
        if append:
            draft_id, path = app.drafting.append(append, names)
        elif into:
            draft_id, path = app.drafting.add_chapter(into, names, title)
        else:
            draft_id, path = app.drafting.new_draft(names, title, template, language, compilers, days,
                                                    app.settings.get("language"))
        settings.show({"draft_id": draft_id, "path": path}, f"{draft_id}  {path}")


@click.command(cls=Verb)
@click.argument("draft_name", metavar="DRAFT")
@click.option("--format", "form", type=click.Choice(FORMATS), required=True)
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), required=True)
@click.option("--audience", type=click.Choice(AUDIENCES), default="public", show_default=True)
@click.option("--for", "target", type=click.Choice(TARGETS), default=None, help="The program the Markdown is for.")
@click.option("--fragment", is_flag=True, help="Of HTML only the text, to go into a page of your own.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@click.pass_obj
def export(settings: Settings, draft_name: str, form: str, file: Path, audience: str, target: str | None,
           fragment: bool, force: bool) -> None:
    """Write a draft to a file outside your PKM folder, and say what the check found for who may read it."""
    if target and form != "markdown":
        raise click.UsageError("--for goes with --format markdown.")
    if fragment and form != "html":
        raise click.UsageError("--fragment goes with --format html.")
    with settings.open() as app:
        app.may_write_outside(file, force)  # before the work, not after it
        wanted = Wanted(form, target or "plain", fragment)  # type: ignore[arg-type]  # click's Choice
        found: list[CheckResult] = []
        done = settings.run(app.exporting.export(draft_name, wanted, audience, lambda leads: found.append(
            app.checking.check(draft_name, audience, leads))))
        written = app.write_outside(file, done.data, force)
        if done.cut:
            settings.say(f"Private parts left out: {done.cut}.")
        [result] = found
        tell_findings(settings, result, f"pkm check {quote(draft_name)} --audience {audience}")
        settings.show({"path": str(file), "bytes": written, "cut": done.cut, "passed": result.passed,
                       "findings": found_rows(result.findings)}, f"Written: {file} ({written} bytes)")


def _outlets(rows: Sequence[OutletSettings]) -> list[dict[str, object]]:
    return [pick(row, *_OUTLET) for row in rows]


@click.group(cls=VerbGroup)
def outlet() -> None:
    """Where drafts can be sent."""


@outlet.command(cls=Verb)
@click.argument("name")
@click.option("--kind", type=click.Choice(tuple(KINDS)), required=True)
@click.option("--address", default="",
              help="The address of the site, wiki, space or mail server; of a static site its folder, or "
                   "git+https://…. Viva Engage, LinkedIn and Teams know their own.")
@click.option("--user", default="", help="Your user name there; Ghost and Micropub want none.")
@click.option("--audience", type=click.Choice(AUDIENCES), default="public", show_default=True)
@click.option("--secret-stdin", is_flag=True,
              help="Read the password from standard input, also on a terminal or without a keyring to keep it in.")
@click.pass_obj
def add(settings: Settings, name: str, kind: str, address: str, user: str, audience: str, secret_stdin: bool) -> None:
    """Set up an outlet; its password is asked, tried, and kept in the keyring."""
    secret = secret_line("Password, key or token", secret_stdin) if KINDS[kind].secret else ""
    if KINDS[kind].target and "://" not in address:
        address = str(Path(address).expanduser().absolute())
    with settings.open() as app:
        wanted = OutletSettings(name, kind, address, user, audience)  # type: ignore[arg-type]  # click's Choice
        asked = secret_stdin or on_terminal()  # then it can be asked at each use as well
        who = app.outlets.add(wanted, secret, keep_secret=not asked)
        if not app.outlets.keeps_secret(" ".join(name.split())):
            settings.say("No keyring here keeps the password: it is asked at each use on a terminal, elsewhere give it "
                         "with --secret-stdin.")
        if KINDS[kind].readable:
            settings.say(f"{KINDS[kind].name} has no drafts: what you place there can be read by all its readers.")
        ready = "drafts go there as files" if KINDS[kind].target else (
            f"signed in as {who}" if who else "you paste it there by hand")
        settings.show(_outlets(app.outlets.outlets()), f"{name}: {ready}.")


@outlet.command("list", cls=Verb)
@click.pass_obj
def list_(settings: Settings) -> None:
    """Show the outlets (never a password)."""
    with settings.open() as app:
        rows = app.outlets.outlets()
        settings.show(_outlets(rows), lambda: "\n".join(
            f"{row.name:<16} {row.kind:<10} {row.audience:<10} {row.user} at {row.address}" for row in rows)
            or "No outlets. Add one with: pkm outlet add NAME --kind wordpress --address A --user U")


@outlet.command("set", cls=Verb)
@click.argument("name")
@click.option("--audience", type=click.Choice(AUDIENCES), required=True)
@click.pass_obj
def set_(settings: Settings, name: str, audience: str) -> None:
    """Say for whom an outlet is from now on."""
    with settings.open() as app:
        changed = app.outlets.set_audience(name, audience)
        settings.show(_outlets(app.outlets.outlets()), f"{changed.name} is for {changed.audience} now.")


@outlet.command(cls=Verb)
@click.argument("name")
@click.pass_obj
def remove(settings: Settings, name: str) -> None:
    """Forget an outlet and its password."""
    with settings.open() as app:
        gone = app.outlets.remove(name)
        settings.show(_outlets(app.outlets.outlets()), f"Forgotten: {gone.name}. What stands there stays there.")


@click.command(cls=Verb)
@click.argument("draft_name", metavar="DRAFT")
@click.option("--outlet", "outlet_name", required=True)
@click.option("--dry-run", is_flag=True, help="Say what would happen; send nothing.")
@click.option("--preview", is_flag=True,
              help="Show what the outlet would get, and what becomes of it there; ask and send nothing.")
@click.option("--secret-stdin", is_flag=True, help="Read the password from standard input instead of the keyring.")
@click.option("--over", default="", metavar="VERSION",
              help="Somebody changed it there: send yours over this version, which is kept here as a draft of its own.")
@click.option("--keep-theirs", "theirs", is_flag=True,
              help="Keep what stands there as a draft of its own; send nothing.")
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), default=None,
              help="For an outlet into which you paste by hand: the text goes here, as HTML into FILE.html.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@click.pass_obj
def publish(settings: Settings, draft_name: str, outlet_name: str, dry_run: bool, preview: bool, secret_stdin: bool,
            over: str, theirs: bool, file: Path | None, force: bool) -> None:
    """Send a draft as a draft; a second time updates the same one."""
    if preview:
        _show_preview(settings, draft_name, outlet_name)
        return
    secret = secret_line("Password, key or token", True) if secret_stdin else ""
    if secret_stdin and not secret:
        raise Refused("No password came in on standard input. Nothing was sent.")
    with settings.open() as app:
        outlet = app.outlets.find(outlet_name)
        by_hand = is_by_hand(outlet.kind)
        if file is not None and not by_hand:
            raise click.UsageError("-o goes with an outlet into which you paste by hand.")
        if file is not None:
            app.may_write_outside(file, force)
        rich = app.exporting.rich_text(draft_name, outlet.audience, outlet.kind) if by_hand else None
        if not (secret or dry_run):
            ask_secrets(app.outlets, [outlet_name],
                        lambda: None if theirs else app.publishing.refuse_unfit(draft_name, outlet_name))
        if theirs:
            keep_theirs(settings, app, draft_name, outlet_name, secret)
            return
        try:
            done = settings.run(app.publishing.publish(draft_name, outlet_name, secret, dry_run, over))
        except ForeignEdit as refused:
            show_clash(settings, app, refused, draft_name, outlet_name, secret)
            raise click.exceptions.Exit(1) from refused
        if done.cut:
            settings.say(f"Private parts left out: {done.cut}.")
        if done.lost:
            settings.say(f"Pictures left out, you may not place them there: {done.lost}. Their words stand there.")
        if done.left_out:
            settings.say(f"Left out, you may not make them there: {', '.join(done.left_out)}. Sending again adds them "
                         "once somebody made them.")
        result = {**pick(done, "remote_id", "url", "edit_url", "action"), "cut": done.cut,
                  **({"left_out": list(done.left_out)} if done.left_out else {})}
        would = "Would be " if dry_run else ""
        if rich is None:
            settings.show(result, f"{would}{done.action}: {done.edit_url or done.url}")
            return
        if file is not None and not dry_run:
            as_page = file.suffix.lower() in (".html", ".htm")
            app.write_outside(file, (rich.html if as_page else rich.plain).encode(), force)
            settings.say(f"Written: {file}.")
        settings.say(f"Paste it at {done.edit_url}. Once it is published there, say where: pkm shared "
                     f"{quote(draft_name)} --outlet {quote(outlet.name)} --address https://…")
        shown = "" if file is not None else rich.plain.rstrip("\n")
        settings.show({**result, "text": rich.plain, "html": rich.html}, shown)


def _show_preview(settings: Settings, draft_name: str, outlet_name: str) -> None:
    """Show what an outlet would get: what is written there, or HTML; what goes along first."""
    with settings.open() as app:
        outlet = app.outlets.find(outlet_name)
        if is_by_hand(outlet.kind):
            rich = app.exporting.rich_text(draft_name, outlet.audience, outlet.kind)
            becomes = {fate: [feature for feature, told in rich.fidelity.items() if told == fate]
                       for fate in ("kept", "changed", "lost")}
            limit = KINDS[outlet.kind].limit
            told = [f"{fate} there: {', '.join(becomes[fate])}" for fate in becomes if becomes[fate]]
            told.append(f"{len(rich.plain)}{f' of {limit}' if limit else ''} characters")
            settings.show({"title": rich.title, "facts": {**becomes, "length": len(rich.plain), "limit": limit or None},
                           "html": rich.html, "source": rich.plain}, "\n".join((*told, "", rich.plain)))
            return
        made = settings.run(app.publishing.preview(draft_name, outlet.audience, outlet_name))
        if made.cut:
            settings.say(f"Private parts left out: {made.cut}.")
        facts = "".join(f"{fact}: {words}\n" for fact, words in made.facts)
        settings.show({"title": made.title, "facts": dict(made.facts), "html": made.html, "source": made.source},
                      f"{facts}\n{made.source or made.html}".strip("\n"))


VERBS = [draft, export, outlet, publish]
