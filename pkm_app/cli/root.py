"""The ``pkm`` command itself: its verbs, its exit codes, and one sentence for each problem."""

from __future__ import annotations

import errno
import json
import os
import sys

import click

from pkm_app.app import open_window
from pkm_app.base.errors import Problem
from pkm_app.cli.context import Settings, Unheard, tell, write
from pkm_app.cli.verbs import LazyVerbs

STOPPED = "Stopped. What was done until now is kept."


@click.group(cls=LazyVerbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def pkm(ctx: click.Context) -> None:
    """Seek, Sense, Share: a workbench for personal knowledge mastery.

    Without a verb the window opens.
    """
    if ctx.invoked_subcommand is None:
        settings = ctx.ensure_object(Settings)
        ctx.exit(open_window(vault=settings.vault, data=settings.data))


def main(args: list[str] | None = None) -> None:
    """Run one command line and exit with its code: 0 done, 1 refused or failed, 2 wrong usage, 3 in part."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    settings = Settings()
    try:
        # make_context and invoke instead of click's main, which ends a broken pipe with exit 1
        with pkm.make_context("pkm", list(sys.argv[1:] if args is None else args), obj=settings) as ctx:
            pkm.invoke(ctx)
        code = 0
    except click.exceptions.Exit as end:
        code = end.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        code = _fail(settings, STOPPED)
    except click.ClickException as wrong:
        wrong.show()
        code = wrong.exit_code
    except Problem as problem:
        code = _fail(settings, str(problem), problem.exit_code)
    except Unheard as unheard:
        code = _unheard(settings, unheard)
    except OSError as error:  # what click itself writes: help and version
        if error.filename is not None or error.errno not in (errno.EPIPE, errno.EINVAL, errno.ENOSPC, errno.EIO):
            raise
        code = _unheard(settings, Unheard(error))
    sys.exit(code)


def _fail(settings: Settings, sentence: str, code: int = 1) -> int:
    if settings.json:
        try:
            write(json.dumps({"error": sentence}, ensure_ascii=False))
        except Unheard as unheard:
            _close_output(unheard)
    tell(sentence)
    return code


def _unheard(settings: Settings, unheard: Unheard) -> int:
    """Where standard output takes no more: the reader has gone (``pkm articles | head``), or its disk is full."""
    _close_output(unheard)
    if unheard.reader_has_gone:
        return 0
    settings.json = False
    return _fail(settings, f"The result could not be written out: {unheard}.")


def _close_output(unheard: Unheard) -> None:
    """Give what is left to nobody, so that Python's own flush at the end meets no closed door."""
    if sys.stdout is None:
        raise unheard
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
