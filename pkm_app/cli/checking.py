"""The verbs around the check: looking a draft through, mending it, and the words of one's own house."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from pkm_app.base.errors import NotFound, Refused
from pkm_app.cli.context import Settings, pick
from pkm_app.cli.verbs import Verb
from pkm_app.content.vaultfile import VaultFile
from pkm_app.share.model import CheckResult, Finding
from pkm_app.share.outline import outline, placed
from pkm_app.share.service import AUDIENCES

if TYPE_CHECKING:
    from pkm_app.flow.measuring import Measured
    from pkm_app.sense.service import SenseService
    from pkm_app.share.measure import Measure

_MEASURE = ("own", "quoted", "kept", "sources")


@click.command(cls=Verb)
@click.argument("draft_name", metavar="DRAFT")
@click.option("--outlet", default="", help="Check for the audience of this outlet.")
@click.option("--audience", type=click.Choice(AUDIENCES), default=None)
@click.option("--addresses", is_flag=True, help="Ask every address whether it still answers; nothing else is asked.")
@click.option("--mend", "rules", multiple=True, metavar="RULE",
              help="First put right what this rule found, where your words are not needed; more than once. "
                   "RULE:WAY chooses one of several ways that the check offers.")
@click.pass_context
def check(ctx: click.Context, draft_name: str, outlet: str, audience: str | None, addresses: bool,
          rules: tuple[str, ...]) -> None:
    """Look a draft through before it leaves; exit 1 where something must be mended."""
    settings = ctx.ensure_object(Settings)
    if outlet and audience:
        raise click.UsageError("Give --outlet or --audience, not both.")
    with settings.open() as app:
        whom = app.outlets.find(outlet).audience if outlet else audience or "public"
        if rules:
            settings.say(f"Mended: {app.mending.mend(draft_name, whom, rules)}.")
        result = app.publishing.check(draft_name, whom, outlet)
        findings = list(result.findings)
        if addresses:
            findings += settings.run(app.addresses.tried(draft_name, whom))
        lines = [_line(app.sense.load(one.path).file if one.path else None, one) for one in findings]
        lines.append(f"{'Ready' if result.passed else 'Not yet'}: {result.quoted_share:.0%} quoted.")
        settings.show({"passed": result.passed, "quoted_share": result.quoted_share,
                       "findings": found_rows(findings)},
                      "\n".join(lines))
    if not result.passed:
        ctx.exit(1)


def found_rows(findings: Sequence[Finding]) -> list[dict[str, object]]:
    """Return what was found, as ``--json`` gives it."""
    return [pick(one, "rule", "level", "where", "message") for one in findings]


def tell_findings(settings: Settings, result: CheckResult, command: str) -> None:
    """Say of what is written already what must be mended before it is given on; ``command`` shows all of it."""
    must = [one for one in result.findings if one.level == "must"]
    should = sum(one.level == "should" for one in result.findings)
    if must:
        settings.say(f"Not yet ready to be given on, {len(must)} to be mended first:")
        for one in must:
            where = f"  “{one.where}”" if one.where else ""
            settings.say(f"  {one.message}{where}")
    if must or should:
        settings.say(f"{f'And {should}' if must else f'{should}'} that should be looked at; see: {command}"
                     if should else f"See: {command}")


def _line(file: VaultFile | None, finding: Finding) -> str:
    above = file.to_bytes().count(b"\n") - file.body.count("\n") if file else 0  # lines are those of the file
    body = file.body if file else ""
    where = f"  “{finding.where}”" if finding.where else ""
    place = f"  {finding.path}:{above + body.count(chr(10), 0, finding.start) + 1}" if finding.path else ""
    mend = _ways(finding)
    return f"{finding.level:<6} {finding.message}{where}{place}{mend}"


def _ways(finding: Finding) -> str:
    """How the finding can be mended from here; the first way needs not be named."""
    able = [one for one in finding.mends() if one.caret < 0]
    ways = [f"--mend {finding.rule}" if one is finding.mend else f"--mend {finding.rule}:{one.kind}" for one in able]
    return f"  ({' or '.join(ways)})" if ways else ""


@click.command("internal-names", cls=Verb)
@click.option("--add", "added", multiple=True, metavar="NAME", help="Put a name on the list; more than once.")
@click.option("--remove", "removed", multiple=True, metavar="NAME", help="Take a name off the list; more than once.")
@click.pass_obj
def internal_names(settings: Settings, added: tuple[str, ...], removed: tuple[str, ...]) -> None:
    """Show or change the names of your own house, which the check stops on their way to everybody."""
    with settings.open() as app:
        names = list(app.internal_names.load())
        for name in removed:
            if name not in names:
                raise NotFound("“{name}” is not on the list of names of your own house.", name=name)
            names.remove(name)
        if any(not name.strip() for name in added):
            raise Refused("A name of your own house needs at least one character.")
        if added or removed:
            names = list(app.internal_names.save([*names, *added]))
        settings.show(names, lambda: "\n".join(names) or "No names yet. Add one with: pkm internal-names --add NAME")


@click.command("outline", cls=Verb)
@click.argument("draft_name", metavar="DRAFT")
@click.option("--move", type=int, default=None, metavar="N", help="Move this part, with what stands under it …")
@click.option("--before", type=int, default=None, metavar="M", help="… before that one; one more: the end.")
@click.option("--outlet", default="", help="Count what leaves to this outlet.")
@click.option("--audience", type=click.Choice(AUDIENCES), default=None,
              help="Count what leaves to these; without it, to everybody.")
@click.pass_obj
def outline_(settings: Settings, draft_name: str, move: int | None, before: int | None, outlet: str,
             audience: str | None) -> None:
    """Show the parts of a draft, how many words leave and stay in, and how much is quoted from whom; or order them."""
    if (move is None) != (before is None):
        raise click.UsageError("--move and --before go together.")
    if outlet and audience:
        raise click.UsageError("Give --outlet or --audience, not both.")
    with settings.open() as app:
        whom = app.outlets.find(outlet).audience if outlet else audience or "public"
        card = app.sense.find(draft_name)
        if card.type != "draft":
            raise Refused("“{title}” is not a draft.", title=card.title)
        if move is not None and before is not None:
            _move(app.sense, card.path, move, before)
        found, book = app.measuring.measure(card.path, whom), app.measuring.book(card.path, whom)
        settings.show({"parts": [pick(part, "kind", "level", "title", "own", "quoted", "kept") for part in found.parts],
                       "sources": [pick(one, "credit", "words", "times") for one in found.sources],
                       "audience": whom, "private": found.private, "whole": pick(found.whole, *_MEASURE),
                       "book": pick(book, *_MEASURE) if book else None}, "\n".join(_told(found, book, whom)))


def _move(sense: SenseService, path: str, move: int, before: int) -> None:
    loaded = sense.load(path)
    parts = outline(loaded.file.body)
    if not parts:
        raise Refused("This draft has no parts yet: they begin at headings, quotations and chapters.")
    if not (1 <= move <= len(parts) and 1 <= before <= len(parts) + 1):
        raise Refused("This draft has parts 1 to {most}.", most=len(parts))
    body, _ = placed(loaded.file.body, move - 1, before - 1)
    sense.save(path, body, loaded)


def _told(found: Measured, book: Measure | None, audience: str) -> Iterator[str]:
    for number, part in enumerate(found.parts, start=1):
        kept = f", {part.kept} kept in" if part.kept else ""
        deep = "  " * (min(part.level, 4) - 1)
        yield f"{number:>3}  {deep}{part.title}  ({part.own} own, {part.quoted} quoted{kept})"
    for one in found.sources:
        yield f"{one.words:>6} {'word' if one.words == 1 else 'words'} of {one.credit or 'nobody named'} ({one.times})"
    if found.private:
        yield f"This file is for you alone, so none of it leaves. Words that stay in: {found.whole.kept}."
        return
    for name, sums in (("draft", found.whole), ("book", book)):
        if sums is not None:
            kept = f" Words that stay in: {sums.kept}." if sums.kept else ""
            yield f"Words of the {name} that leave ({audience}): {sums.leaving}, {sums.share:.0%} quoted.{kept}"


VERBS = [check, internal_names, outline_]
