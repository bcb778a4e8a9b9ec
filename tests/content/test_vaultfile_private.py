"""When in doubt a file is private: what its front matter must say, and what happens when it cannot be read."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import Refused
from pkm_app.content.vaultfile import parse_vault_file


@pytest.mark.parametrize(
    ("line", "private"),
    [
        ("private: true", True), ("private: false", False), ("private: False", False), ("private: yes", True),
        ("private: no", True), ("private: 0", True), ("private:", True), ("private: 'false'", True),
        ("private: []", True), ("Private: true", True), ("private: true\nprivate: false", True), ("title: x", False),
        ('"private": true', True), ("private: !!str false", True), ("x: {private: true}", False),
        ("private: false # I think", False), ("? private\n: true", True), ("a: &t true\nprivate: *t", True),
    ],
)
def test_any_value_but_false_keeps_a_file_in(line: str, private: bool) -> None:
    file = parse_vault_file(f"---\n{line}\n---\nBody\n".encode())
    assert file.front_readable
    assert file.private is private


@pytest.mark.parametrize(
    "data",
    [
        b"---\ntitle: [\n---\nBody\n", b"---\n- a\n- b\n---\nBody\n", b"---\njust words\n---\nBody\n",
        b"---\na: 1\n\tb: 2\n---\nBody\n", b"---\ntitle: caf\xe9\n---\nBody\n", b"---\na: *nowhere\n---\nBody\n",
        b"---\na: b\x00c\n---\nBody\n", b"---\n? [a, b]\n: c\n---\nBody\n", b"---\na: 1\n--- b: 2\n---\nBody\n",
    ],
)
def test_unreadable_front_matter_keeps_the_file_in_and_its_body_editable(data: bytes) -> None:
    file = parse_vault_file(data)
    assert not file.front_readable
    assert file.private
    assert file.front == {}
    assert file.body == "Body\n"
    with pytest.raises(Refused, match="cannot be read"):
        file.with_field("title", "x")
    assert file.with_body("New\n").to_bytes() == data.replace(b"Body\n", b"New\n")


@pytest.mark.parametrize("data", [b"---\nprivate: true\ntitle: x\n", b"---\n", b"\xef\xbb\xbf---\r\nx: 1\r\nBody"])
def test_front_matter_that_is_never_closed_is_body_and_private(data: bytes) -> None:
    file = parse_vault_file(data)
    assert not file.front_readable
    assert file.private
    assert file.body == data.decode("utf-8-sig").replace("\r\n", "\n")


@pytest.mark.parametrize("data", ["private: true".encode("utf-16"), b"\xfe\xff\0-\0-\0-\0\n"])
def test_utf16_is_kept_whole_and_in(data: bytes) -> None:
    file = parse_vault_file(data)
    assert file.to_bytes() == data
    assert file.private
    with pytest.raises(Refused, match="UTF-16"):
        file.with_body("x")
