"""Where the program starts: ``python -m pkm_app`` and the ``pkm`` command.

Nothing heavy is imported at the top: a frozen program's worker processes come in here too and must go no further
than ``freeze_support``.
"""

import sys


def main() -> None:
    """Run the command line, which opens the window when no verb is given."""
    if getattr(sys, "frozen", False):  # elsewhere it does nothing, and loading it takes long
        import multiprocessing

        multiprocessing.freeze_support()
    try:
        from pkm_app.cli import main as command_line
    except KeyboardInterrupt:  # Ctrl C while the program is still being read
        raise SystemExit(1) from None
    command_line()


if __name__ == "__main__":
    main()
