"""What every verb is: a command with the global options before or after it, and arguments that are text."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from pkm_app import __version__
from pkm_app.cli.context import Settings
from pkm_app.cli.table import VERBS

_FLAGS = ("json", "quiet")


def _global_options() -> list[click.Parameter]:
    def version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
        if wanted and not ctx.resilient_parsing:
            click.echo(f"pkm, version {__version__}")
            ctx.exit()

    return [
        click.Option(["--vault"], metavar="DIR", envvar="PKM_VAULT", help="Your PKM folder."),
        click.Option(["--data"], metavar="DIR", envvar="PKM_DATA",
                     help="One profile: data, settings and cache in this folder."),
        click.Option(["--json"], is_flag=True, help="One JSON document on standard output."),
        click.Option(["--quiet"], is_flag=True, help="Say nothing beside the result and what failed."),
        click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=version,
                     help="Show the version and exit."),
    ]


def _take(ctx: click.Context) -> None:
    """Take the global options out of the parameters and into the settings, which all verbs of the line share."""
    settings = ctx.ensure_object(Settings)
    for name in ("vault", "data"):
        # what stands nearer to the end of the line wins; the environment comes last
        given = ctx.params.pop(name, None)
        typed = ctx.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
        if given and (typed or not getattr(settings, name)):
            setattr(settings, name, given)
    for name in _FLAGS:
        if ctx.params.pop(name, False):
            setattr(settings, name, True)


def _refuse_half_characters(ctx: click.Context) -> None:
    """Words that are not UTF-8 come in as half characters, which no file, address or database can hold."""
    for name, value in ctx.params.items():
        for word in value if isinstance(value, tuple) else (value,):
            if isinstance(word, str) and any("\ud800" <= char <= "\udfff" for char in word):
                raise click.UsageError(f"{name.rstrip('_').upper()} is not text in UTF-8.", ctx)


class Verb(click.Command):
    """A verb, with the global options allowed after it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params = [*self.params, *_global_options()]

    def invoke(self, ctx: click.Context) -> Any:
        """Take the global options out of the parameters, then run the verb with the settings."""
        _take(ctx)
        _refuse_half_characters(ctx)
        return super().invoke(ctx)


class VerbGroup(click.Group):
    """Verbs under one word, like ``outlet add``, and ``pkm`` itself; the global options may stand there too."""

    command_class = Verb

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params = [*self.params, *_global_options()]

    def invoke(self, ctx: click.Context) -> Any:
        """Take the global options that stand before the verb."""
        _take(ctx)
        return super().invoke(ctx)


class LazyVerbs(VerbGroup):
    """``pkm`` itself: knows its verbs by name (``cli.table``), and loads the module of the one that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all verbs."""
        return sorted(name for verbs in VERBS.values() for name in verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the verb of this name; None where there is none."""
        for module, verbs in VERBS.items():
            if cmd_name in verbs:
                loaded: list[click.Command] = import_module(f"pkm_app.cli.{module}").VERBS
                return next(verb for verb in loaded if verb.name == cmd_name)
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs with what they do, and load none of them."""
        said = {name: text for verbs in VERBS.values() for name, text in verbs.items()}
        room = formatter.width - 6 - max(map(len, said))
        with formatter.section("Commands"):
            formatter.write_dl([
                (name, click.Command(name, help=said[name]).get_short_help_str(room)) for name in sorted(said)])
