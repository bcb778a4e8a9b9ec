"""Keeping up without a window."""

from __future__ import annotations

from tests.cli.terminal import Terminal


def titles(reader: Terminal, *words: str) -> list[str]:
    return [row["title"] for row in reader.json("articles", *words)]


def test_articles_are_narrowed(reader: Terminal) -> None:
    everything = [f"Post {n}" for n in (5, 4, 3, 2, 1)]
    assert titles(reader, "--folder", "Blogs", "--author", "stodd") == everything
    assert titles(reader, "--author", "hart") == []
    assert titles(reader, "--lang", "en", "--limit", "2") == everything[:2]
    assert titles(reader, "--lang", "nl") == []
    assert "no folder" in reader.refused("articles", "--folder", "Nowhere")


def test_all_of_a_list_is_read_and_stays_where_it_is(reader: Terminal) -> None:
    assert reader.json("read-all", "--search", "3") == {"read": 1}
    assert titles(reader, "--unread") == ["Post 5", "Post 4", "Post 2", "Post 1"]
    assert reader.json("read-all") == {"read": 4}
    assert len(titles(reader)) == 5, "read is not done"
    assert reader.json("read-all") == {"read": 0}


def test_searches_are_saved_in_the_vault_and_listed_again(reader: Terminal) -> None:
    assert reader.json("saved", "add", "Stodd", "--author", "stodd", "--feed", "Over leren", "--unread") == {
        "name": "Stodd"}
    (row,) = reader.json("saved", "list")
    assert (row["author"], row["unread"], row["feed"].endswith("/feed")) == ("stodd", True, True)
    assert b"[[search]]" in reader.files()[".pkm/seek.toml"]
    reader.run("read", reader.json("articles", "--saved", "stodd")[0]["article_id"])
    assert titles(reader, "--saved", "Stodd") == ["Post 4", "Post 3", "Post 2", "Post 1"]
    assert reader.json("saved", "remove", "stodd") == {"name": "Stodd"}
    assert "Stodd" in reader.refused("articles", "--saved", "Stodd")
    assert "Say what to search for" in reader.refused("saved", "add", "Everything")


def test_words_are_muted_and_heard_again(reader: Terminal) -> None:
    assert reader.json("mute", "add", "post 3") == ["post 3"]
    assert "Post 3" not in titles(reader)
    assert "Post 3" in titles(reader, "--view", "all")
    assert reader.json("mute", "list") == ["post 3"]
    assert reader.json("mute", "remove", "Post 3") == []
    assert "Post 3" in titles(reader)
    assert "not muted" in reader.refused("mute", "remove", "x")


def test_old_articles_go_when_asked_for(reader: Terminal) -> None:
    assert reader.json("prune", "--older", "3650", "--dry-run") == {"pruned": 0, "keep_days": 0}
    assert reader.json("prune", "--older", "3650", "--from-now-on") == {"pruned": 0, "keep_days": 3650}
    assert reader.json("prune", "--never") == {"pruned": 0, "keep_days": 0}
    assert "7 days" in reader.refused("prune", "--older", "2")
    reader.run("prune", code=2)


def test_numbers_beyond_all_reason_are_borne(reader: Terminal) -> None:
    assert reader.json("prune", "--older", "99999999")["pruned"] == 0
    for words in (("articles",), ("search", "x"), ("review",)):
        assert "1000000" in reader.run(*words, "--limit", "99999999999999999999", code=2).err
    assert "http://[::1" in reader.refused("capture", "http://[::1")
