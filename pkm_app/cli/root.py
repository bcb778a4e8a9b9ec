"""The ``pkm`` command itself: global options before or after the verb, exit codes, one sentence for a problem."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from pkm_app import __version__
from pkm_app.base.errors import Problem
from pkm_app.cli.context import Settings, tame

_FLAGS = ("json", "quiet")


def _global_options() -> list[click.Parameter]:
    return [
        click.Option(["--vault"], metavar="DIR", envvar="PKM_VAULT", help="Your PKM folder."),
        click.Option(["--data"], metavar="DIR", envvar="PKM_DATA",
                     help="One profile: data, settings and cache in this folder."),
        click.Option(["--json"], is_flag=True, help="One JSON document on standard output."),
        click.Option(["--quiet"], is_flag=True, help="Say nothing beside the result."),
    ]


def _take(ctx: click.Context, params: dict[str, Any]) -> None:
    settings = ctx.ensure_object(Settings)
    for name in ("vault", "data"):
        # what stands nearer to the verb wins; the environment comes last
        given = params.pop(name, None)
        typed = ctx.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
        if given and (typed or not getattr(settings, name)):
            setattr(settings, name, given)
    for name in _FLAGS:
        if params.pop(name, False):
            setattr(settings, name, True)


class Verb(click.Command):
    """A verb, with the global options allowed after it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params = [*self.params, *_global_options()]

    def invoke(self, ctx: click.Context) -> Any:
        """Take the global options out of the parameters, then run the verb with the settings."""
        _take(ctx, ctx.params)
        return super().invoke(ctx)


class VerbGroup(click.Group):
    """Verbs under one word, like ``outlet add``."""

    command_class = Verb


class Root(VerbGroup):
    """All verbs."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params = [*self.params, *_global_options()]

    def invoke(self, ctx: click.Context) -> Any:
        """Take the global options that stand before the verb."""
        _take(ctx, ctx.params)
        return super().invoke(ctx)


@click.group(cls=Root, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pkm")
@click.pass_context
def pkm(ctx: click.Context) -> None:
    """Seek, Sense, Share: a workbench for personal knowledge mastery.

    Without a verb the window opens.
    """
    if ctx.invoked_subcommand is None:
        settings = ctx.ensure_object(Settings)
        from pkm_app.app import open_window

        ctx.exit(open_window(vault=settings.vault, data=settings.data))


def _add_verbs() -> None:
    from pkm_app.cli import seek, sense, share

    for module in (seek, sense, share):
        for command in module.VERBS:
            pkm.add_command(command)


def main(args: list[str] | None = None) -> None:
    """Run one command line and exit with its code: 0 done, 1 refused or failed, 2 wrong usage, 3 in part."""
    _add_verbs()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    settings = Settings()
    try:
        code = pkm.main(args=args, prog_name="pkm", standalone_mode=False, obj=settings)
    except click.exceptions.Abort:
        _fail(settings, "Stopped. What was done until now is kept.")
        code = 1
    except click.ClickException as wrong:
        wrong.show()
        code = wrong.exit_code
    except Problem as problem:
        _fail(settings, str(problem))
        code = problem.exit_code
    except KeyboardInterrupt:
        _fail(settings, "Stopped. What was done until now is kept.")
        code = 1
    except BrokenPipeError:  # the reader of our output has gone, as with `pkm articles | head`
        sys.stderr.close()
        code = 0
    sys.exit(code if isinstance(code, int) else 0)


def _fail(settings: Settings, sentence: str) -> None:
    if settings.json:
        click.echo(json.dumps({"error": sentence}, ensure_ascii=False))
    click.echo(tame(sentence), err=True)
