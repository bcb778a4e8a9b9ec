"""What the first lines of two versions say otherwise is said in words."""

from __future__ import annotations

import pytest

from pkm_app.content.vaultfile import VaultFile, parse_vault_file
from pkm_app.ui.care.said_fields import different_fields
from pkm_app.ui.i18n import Language


def file(front: str, body: str = "Words.\n") -> VaultFile:
    return parse_vault_file(f"---\n{front}\n---\n{body}".encode())


def test_only_what_differs_is_said_and_no_id(english: Language) -> None:
    mine = file("id: 1m7\ntitle: Koffie\nlang: nl\ntags: [leren]\nupdated: \"2026-11-16T09:41:00+01:00\"")
    other = file("id: 1m8\ntitle: Koffie twee\nlang: en\ntags: [leren]\nmaturity: half-baked\nmine: yes indeed")
    assert different_fields(mine, other) == (
        "Title: Koffie\nLanguage: Dutch\n",
        "Title: Koffie twee\nLanguage: English\nHalf-baked\nmine: yes indeed\n")


def test_with_other_ids_the_words_alone_are_compared(english: Language) -> None:
    assert different_fields(file("id: 1"), file("id: 2", "Others.\n")) == ("", "")


@pytest.mark.parametrize(("one", "two"), [("title: a: b", "title: a"), ("id: 1", "id: 2"), ("a: 1 # x", "a: 1")])
def test_what_cannot_be_said_is_shown_as_it_stands(english: Language, one: str, two: str) -> None:
    assert different_fields(file(one), file(two)) is None
