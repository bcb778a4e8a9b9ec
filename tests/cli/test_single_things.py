"""What is said of a single thing, on the command line."""

from __future__ import annotations

from tests.cli.terminal import Terminal


def test_one_file_that_is_gone_is_one(terminal: Terminal) -> None:
    paths = [terminal.json("note", title, stdin="Words.\n")["path"] for title in ("One", "Two", "Three")]
    terminal.run("notes")
    (terminal.vault / paths[0]).unlink()
    said = terminal.run("notes").err
    assert f"A file is gone from your PKM folder: {paths[0]}. `pkm history` can put it back." in said
    for path in paths[1:]:
        (terminal.vault / path).unlink()
    assert "2 files are gone from your PKM folder" in terminal.run("notes").err


def test_one_article_one_feed(reader: Terminal) -> None:
    article = reader.json("articles")[0]["article_id"]
    reader.json("question", "ask", "How?")
    assert reader.run("question", "attach", "How?", article).out == "1 thing serves “How?”.\n"
    assert "1 feed, 0 failed." in reader.run("refresh").out
