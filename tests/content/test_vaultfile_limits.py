"""Front matter made to hang or to fill the memory: refused by counting, before any value is made of it."""

from __future__ import annotations

import pytest
import yaml

from pkm_app.content.frontmatter import MAX_KEYS, MAX_NODES, Unreadable, read_front
from pkm_app.content.vaultfile import parse_vault_file

MERGE_BOMB = "a0: &a0 {k: v}\n" + "".join(
    f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 30))
ALIAS_BOMB = "a0: &a0 [x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
BOMBS = {
    "merge keys": MERGE_BOMB,
    "aliases": ALIAS_BOMB,
    "keys": "".join(f"k{n}:\n" for n in range(8000)),
    "items": "a: [" + "x," * 20000 + "]\n",
    "depth in brackets": "a: " + "[" * 30000,
    "depth in braces": "a: " + "{a: " * 15000,
    "depth in lines": "".join(" " * n + "- \n" for n in range(300)),
    "depth in dashes": "a:\n  " + "- " * 30000,
    "explicit keys": "? " * 30000,
    "size": "a: " + "x" * 70_000,
    "anchors": "".join(f"k{n}: &a{n} *a{n}\n" for n in range(3000)),
    "itself": "a: &a [*a]\n",
    "backslashes": 'a: "' + "\\" * 60_000,
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_trap_11_a_bomb_in_front_matter_is_unreadable_and_its_body_there(bomb: str) -> None:
    file = parse_vault_file(f"---\n{bomb}\n---\nBody\n".encode())
    assert not file.front_readable
    assert file.private
    assert file.body == "Body\n"


def test_trap_11_no_more_is_read_than_the_limits_allow() -> None:
    """Reading stops at the limit: however many keys follow, the parser is not asked for them."""
    asked = 0

    class Counting(yaml.SafeLoader):
        def get_event(self) -> yaml.Event | None:
            nonlocal asked
            asked += 1
            return super().get_event()

    many = "".join(f"k{n}: v\n" for n in range(6000))
    with pytest.raises(Unreadable):
        read_front(many, Counting)
    assert asked < 3 * MAX_KEYS


def test_a_few_aliases_are_read_as_what_they_stand_for() -> None:
    file = parse_vault_file(b"---\nme: &me Ann\nauthor: *me\nboth: [*me, *me]\n<<: {x: 1}\n---\n")
    assert dict(file.front) == {"me": "Ann", "author": "Ann", "both": ["Ann", "Ann"], "<<": {"x": 1}}


def test_the_limits_leave_room_for_what_people_write() -> None:
    keys = "".join(f"key {n}: value\n" for n in range(MAX_KEYS - 1))
    tags = "tags: [" + ", ".join(f"tag{n}" for n in range(MAX_NODES - MAX_KEYS - 1)) + "]\n"
    assert len(read_front(keys + tags)) == MAX_KEYS


def test_numbers_too_long_to_be_numbers_are_text() -> None:
    file = parse_vault_file(b"---\na: " + b"9" * 5000 + b"\nb: 1e999\n---\n")
    assert file.text_field("a") == "9" * 5000
    assert isinstance(file.front["a"], str)
