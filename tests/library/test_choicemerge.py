"""Two devices chose while apart: both choices are there afterwards, the same on each."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkm_app.library.choicemerge import merge_choices, united_toml
from pkm_app.library.subscriptions import Subscriptions

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
COPY = ".sync-conflict-20261126-090000-ABCDEFG"
OPML = ('<?xml version="1.0"?><opml version="2.0"><head/><body>{}</body></opml>')
OUTLINE = '<outline type="rss" text="{0}" xmlUrl="https://{0}.example/feed"/>'


@pytest.mark.parametrize(("mine", "other", "united"), [
    ('# mine\n[[outlet]]\nname = "a"\n', '[[outlet]]\nname = "b"\n',
     '# mine\n[[outlet]]\nname = "a"\n\n[[outlet]]\nname = "b"\n'),
    ('words = ["a", "B"]\n', 'words = ["b", "c"]\nmore = 1\n', 'words = ["a", "B", "c"]\nmore = 1\n'),
    ('[rhythm]\ndays = 7\n', '[rhythm]\ndays = 3\nhour = 9\n', '[rhythm]\ndays = 7\nhour = 9\n'),
    ('[[s]]\nname = "x"\nquery = "1"\n', '[[s]]\nname = "x"\nquery = "2"\n', '[[s]]\nname = "x"\nquery = "1"\n'),
    ("", 'a = 1\n', "a = 1\n"),
])
def test_what_either_says_stands_in_it(mine: str, other: str, united: str) -> None:
    assert united_toml(mine.encode(), other.encode()) == united.encode()


@pytest.mark.parametrize(("mine", "other"), [("a =", "b = 1"), ("a = 1", "b ="), ("\udcff", "a = 1")])
def test_what_cannot_be_read_is_left_to_a_person(mine: str, other: str) -> None:
    assert united_toml(*(text.encode("utf-8", "surrogateescape") for text in (mine, other))) is None


VALUES = st.one_of(st.integers(-9, 9), st.booleans(), st.text(max_size=5), st.lists(st.text(max_size=3), max_size=3))
TABLES = st.dictionaries(st.text(min_size=1, max_size=4), st.one_of(
    VALUES, st.dictionaries(st.sampled_from(["name", "x", "y"]), VALUES, max_size=3),
    st.lists(st.dictionaries(st.sampled_from(["name", "x"]), st.text(max_size=3), min_size=1), max_size=3)), max_size=4)


@given(TABLES, TABLES)
def test_nothing_of_either_is_lost_and_twice_is_as_once(one: dict, two: dict) -> None:
    mine, other = (united_toml(b"", _toml(value)) for value in (one, two))
    assert mine is not None
    assert other is not None
    both = united_toml(mine, other)
    assert both is not None
    found = tomllib.loads(both.decode())
    assert set(found) == set(tomllib.loads(mine.decode())) | set(tomllib.loads(other.decode()))
    assert united_toml(both, other) == both


def _toml(value: dict) -> bytes:
    from pkm_app.library.choicemerge import _written

    return _written(value).encode("utf-8", "replace")


def test_both_lists_of_whom_i_follow_come_together_and_the_copies_go(tmp_path: Path) -> None:
    vault, locks = tmp_path / "vault", tmp_path / "data"
    (vault / ".pkm").mkdir(parents=True)
    locks.mkdir()
    (vault / "subscriptions.opml").write_text(OPML.format(OUTLINE.format("a") + OUTLINE.format("c")))
    (vault / f"subscriptions{COPY}.opml").write_text(OPML.format(OUTLINE.format("b") + OUTLINE.format("a")))
    (vault / ".pkm" / f"outlets{COPY}.toml").write_text('[[outlet]]\nname = "b"\n')
    told = merge_choices(vault, NOW)
    assert [str(problem).split()[0] for problem in told] == ["outlets.toml", "subscriptions.opml"]
    assert [one.title for one in Subscriptions(vault, locks).load()] == ["a", "c", "b"]
    assert (vault / ".pkm" / "outlets.toml").read_text() == '[[outlet]]\nname = "b"\n'
    assert len([path for path in (vault / ".trash").rglob("*") if path.is_file()]) == 2
    assert merge_choices(vault, NOW) == []


def test_a_copy_that_cannot_be_read_stays_and_is_told(tmp_path: Path) -> None:
    (tmp_path / ".pkm").mkdir()
    (tmp_path / ".pkm" / "muted.toml").write_text("words = []\n")
    copy = tmp_path / ".pkm" / f"muted{COPY}.toml"
    copy.write_text("words = [\n")
    assert "cannot be read" in str(merge_choices(tmp_path, NOW)[0])
    assert copy.exists()
    assert merge_choices(tmp_path / "nowhere", NOW) == []


def test_the_second_version_of_a_template_becomes_one_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / ".pkm" / "templates"
    folder.mkdir(parents=True)
    for name, words in {"My way.md": "Mine.\n", f"My way{COPY}.md": "Theirs.\n", "Same.md": "x", f"Same{COPY}.md": "x",
                        f"Alone{COPY}.md": "Alone.\n", "My way 2.md": "Another.\n"}.items():
        (folder / name).write_text(words)
    told = merge_choices(tmp_path, NOW)
    assert [str(problem) for problem in told] == [
        "The template My way.md was changed on two devices at once; the second version is called My way 3.md now."]
    assert {path.name: path.read_text() for path in folder.iterdir()} == {
        "My way.md": "Mine.\n", "My way 2.md": "Another.\n", "My way 3.md": "Theirs.\n", "Same.md": "x",
        "Alone.md": "Alone.\n"}
    assert merge_choices(tmp_path, NOW) == []
