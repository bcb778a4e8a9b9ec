from __future__ import annotations

from dataclasses import replace

import pytest

from pkm_app.share.model import OutletSettings, Rendered
from pkm_app.share.publish import content_digest, marker_of, place_of

DRAFT = Rendered("T", "<p>x</p>", "x", "en", 0, "x", ("a", "b"))


@pytest.mark.parametrize("other", [
    {"title": "U"}, {"html": "<p>y</p>"}, {"language": "nl"}, {"excerpt": "y"}, {"tags": ("a",)}, {"tags": ("a b",)},
])
def test_whatever_an_outlet_is_given_counts(other: dict[str, object]) -> None:
    assert content_digest(replace(DRAFT, **other)) != content_digest(DRAFT)  # type: ignore[arg-type]


def test_what_an_outlet_is_not_given_does_not_count() -> None:
    assert content_digest(replace(DRAFT, markdown="other", cut=3)) == content_digest(DRAFT)


def test_each_draft_has_a_mark_of_its_own_at_each_outlet() -> None:
    marks = {marker_of(draft, name) for draft in ("d1", "d2") for name in ("blog", "crew")}
    assert len(marks) == 4
    assert all(mark.isascii() and mark.replace("-", "").isalnum() and mark == mark.lower() for mark in marks)
    assert marker_of("d1", "blog") == marker_of("d1", "blog")


def test_the_same_name_elsewhere_is_another_place() -> None:
    here = OutletSettings("blog", "wordpress", "https://one.example/", "writer")
    assert place_of(here) != place_of(replace(here, address="https://two.example/"))
    assert place_of(here) == place_of(replace(here, user="editor"))
