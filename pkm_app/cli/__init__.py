"""The command line: the same services as the window, without a display. No verb loads Qt."""

from pkm_app.cli.root import main

__all__ = ["main"]
