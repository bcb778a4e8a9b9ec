"""What holds for every verb: where the global options stand, what goes to which stream, how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from pkm_app import __version__
from pkm_app.cli.context import plain_value, tame
from pkm_app.cli.root import pkm
from pkm_app.cli.table import VERBS
from tests.cli.terminal import Terminal
from tests.cli.verb_table import found


def all_verbs(group: click.Group = pkm, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    lines: list[tuple[str, ...]] = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        lines += all_verbs(command, (*before, name)) if isinstance(command, click.Group) else [(*before, name)]
    return lines


@pytest.mark.parametrize("line", all_verbs(), ids=" ".join)
def test_every_verb_explains_itself_and_takes_the_global_options(line: tuple[str, ...], terminal: Terminal) -> None:
    for option in ("--help", "-h"):
        said = terminal.run(*line, option)
        assert said.out.startswith("Usage: pkm " + " ".join(line))
        for known in ("--vault", "--data", "--json", "--quiet", "--version"):
            assert known in said.out
    assert terminal.run(*line, "--version").out == f"pkm, version {__version__}\n"
    command: click.Command = pkm
    for word in line:
        assert isinstance(command, click.Group)
        below = command.get_command(click.Context(command), word)
        assert below is not None
        command = below
    assert command.help


def test_global_options_stand_anywhere_and_the_last_one_counts(terminal: Terminal, tmp_path: Path) -> None:
    def vault(name: str) -> str:
        return str(tmp_path / name)

    for number, words in enumerate((
            ("--vault", vault("a"), "note", "N"), ("note", "N", "--vault", vault("a")),
            ("--vault", vault("b"), "note", "--vault", vault("a"), "N"))):
        terminal.run(*words)
        assert len(list((tmp_path / "a" / "notes").iterdir())) == number + 1
    assert not (tmp_path / "b").exists()
    assert not terminal.vault.exists()
    for words in (("--json", "outlet", "list"), ("outlet", "--json", "list"), ("outlet", "list", "--json")):
        assert json.loads(terminal.run(*words).out) == []


def test_the_environment_counts_where_nothing_is_typed(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("note", "N")
    assert (terminal.vault / "notes" / "N.md").is_file()
    assert {p.name for p in terminal.data.iterdir()} == {"data", "config", "cache"}
    assert all(p.stat().st_mode & 0o777 == 0o700 for p in terminal.data.iterdir())
    terminal.run("note", "N", "--data", str(tmp_path / "other"))
    assert (tmp_path / "other" / "data" / "pkm.db").is_file()
    assert "inside one another" in terminal.refused("notes", "--data", str(terminal.vault / "data"))


@pytest.mark.parametrize("line", [
    ("nonsense",), ("note",), ("articles", "--view", "attic"), ("articles", "--limit", "0"), ("--nonsense",),
    ("export", "x"), ("outlet", "add", "x"), ("outlet",), ("history", "x", "--restore", "0"),
])
def test_wrong_usage_is_two_with_the_way_to_help(terminal: Terminal, line: tuple[str, ...]) -> None:
    said = terminal.run(*line, code=2)
    assert said.out == ""
    assert "Usage: pkm" in said.err


@pytest.mark.parametrize("line", [("show", "x"), ("check", "x"), ("delete", "x"), ("history", "x"), ("keep", "x"),
                                  ("unhighlight", "x"), ("unfollow", "x"), ("outlet", "remove", "x"),
                                  ("export", "x", "--format", "html", "-o", "/tmp/x"), ("refresh", "x"),
                                  ("publish", "x", "--outlet", "y"), ("highlight", "x", "y"), ("highlights", "x")])
def test_what_is_not_there_is_one_sentence_and_one_document(terminal: Terminal, line: tuple[str, ...]) -> None:
    sentence = terminal.refused(*line)
    said = terminal.run(*line, "--json", "--quiet", code=1)
    assert json.loads(said.out) == {"error": sentence}


def test_json_is_one_document_and_everything_else_goes_beside_it(terminal: Terminal, tmp_path: Path) -> None:
    for n in range(3):
        terminal.run("note", f"N{n}", stdin="words")
    (terminal.vault / "notes" / "N0.md").unlink()
    said = terminal.run("notes", "--json")
    assert len(json.loads(said.out)) == 2
    assert "N0.md" in said.err
    (terminal.vault / "notes" / "N1.md").unlink()
    assert terminal.run("notes", "--quiet").err == ""


def test_words_that_are_not_text_are_wrong_usage(terminal: Terminal) -> None:
    for line in (("note", "a\udcff"), ("search", "\udcff"), ("draft", "--from", "\udcff"), ("keep", "x", "\udcff")):
        assert "UTF-8" in terminal.run(*line, code=2).err


def test_strangers_words_do_not_drive_the_terminal() -> None:
    assert tame("a\x1b[31mb\x07c\u202ed\r\ne\tf") == "a[31mbcd \ne\tf"
    assert tame("10\u00a0000\u2009m") == "10 000 m"
    assert tame("می\u200cخواهم 👩\u200d💻") == "می\u200cخواهم 👩\u200d💻"


def test_values_become_what_json_knows() -> None:
    assert plain_value({"a": (1, [True, None])}) == {"a": [1, [True, None]]}


def test_the_table_of_verbs_says_what_the_verbs_say() -> None:
    """A verb that is new, gone or described anew: ``python -m tests.cli.verb_table`` writes the table."""
    assert found() == VERBS


def test_the_help_is_what_it_would_be_if_every_verb_were_loaded(terminal: Terminal) -> None:
    formatter = click.Context(pkm, terminal_width=78).make_formatter()
    click.Group.format_commands(pkm, click.Context(pkm), formatter)
    shown = click.Context(pkm, terminal_width=78).make_formatter()
    pkm.format_commands(click.Context(pkm), shown)
    assert shown.getvalue() == formatter.getvalue()
    assert "\n  articles " in terminal.run("--help").out
