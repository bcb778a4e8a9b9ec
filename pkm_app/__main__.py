"""Where the program starts: ``python -m pkm_app`` and the ``pkm`` command.

Nothing is imported at the top: a frozen program's worker processes come in here too and must go no further
than ``freeze_support``.
"""


def main() -> None:
    """Run the command line, which opens the window when no verb is given."""
    import multiprocessing

    multiprocessing.freeze_support()
    from pkm_app.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
