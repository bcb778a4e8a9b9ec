"""Looking back: which notes ask for it, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from pkm_app.base.errors import Refused
from pkm_app.content.vaultfile import VaultFile
from pkm_app.sense.review import Review, Rhythm
from pkm_app.sense.service import SenseService
from tests.fakes.vault import MemoryVault

NOW = datetime(2026, 11, 20, 13, 12, 3, tzinfo=UTC)


@dataclass
class Kept:
    """A rhythm in memory."""

    rhythm: Rhythm = field(default_factory=Rhythm)

    def load(self, unasked: bool = False) -> Rhythm:
        return self.rhythm

    def save(self, rhythm: Rhythm) -> None:
        self.rhythm = rhythm


@pytest.fixture
def vault() -> MemoryVault:
    made = MemoryVault(NOW)

    def note(name: str, created: str, updated: str = "", **more: object) -> None:
        fields = {"id": name.lower(), "type": "note", "title": name, "created": created, "updated": updated or created,
                  **more}
        made.outside(f"notes/{name}.md", VaultFile.new(fields, "Words.\n").to_bytes())  # type: ignore[arg-type]

    note("Marked", "2026-11-19T10:00:00+00:00", tags=["Review", "other"])
    note("Year", "2025-11-21T10:00:00+00:00")
    note("Three", "2023-11-18T10:00:00+00:00", "2024-01-01T10:00:00+00:00")
    note("NotYear", "2025-11-01T10:00:00+00:00")
    note("Half", "2026-09-01T10:00:00+00:00", "2026-10-01T10:00:00+00:00", maturity="half-baked")
    note("Fresh", "2026-11-10T10:00:00+00:00", maturity="half-baked")
    note("Baked", "2026-01-10T10:00:00+00:00", maturity="baked")
    note("Lately", "2026-01-10T10:00:00+00:00", "2026-10-10T10:00:00+00:00", maturity="baked")
    made.outside("notes/odd.md", b"---\ncreated: yesterday\nupdated: [1]\nmaturity: baked\n---\nWords.\n")
    return made


@pytest.fixture
def review(vault: MemoryVault) -> Review:
    return Review(SenseService(vault, lambda: NOW), Kept(), lambda: NOW)


def test_each_note_is_asked_for_once_with_its_reason(review: Review) -> None:
    found = {item.title: (item.why, item.years) for item in review.listing()}
    assert found == {"Marked": ("marked", 0), "Year": ("year-ago", 1), "Three": ("year-ago", 3),
                     "Half": ("half-baked", 0), "Baked": ("still-true", 0)}
    assert [item.title for item in review.listing(limit=2)] == ["Marked", "Three"]


def test_what_was_seen_asks_for_nothing(review: Review, vault: MemoryVault) -> None:
    for name in ("half", "baked", "year"):
        assert review.seen(name).written
    assert vault.load("notes/Baked.md").file.text_field("reviewed") == "2026-11-20"
    assert {item.title for item in review.listing()} == {"Marked", "Three"}


def test_a_marked_note_of_a_year_ago_is_one_as_well(review: Review, vault: MemoryVault) -> None:
    file = vault.load("notes/Three.md").file
    vault.outside("notes/Three.md", file.with_field("tags", ["review"]).to_bytes())
    assert {item.title: item.why for item in review.listing()}["Three"] == "marked"
    found = review.year_ago()
    assert found is not None
    assert (found.title, found.why, found.years) == ("Three", "year-ago", 3)


def test_what_was_answered_does_not_ask_again_tomorrow(vault: MemoryVault) -> None:
    day = NOW

    def now() -> datetime:
        return day

    review = Review(SenseService(vault, now), Kept(), now)
    review.seen("three")
    review.mark("year", True)
    for _ in range(6):
        day += timedelta(days=1)
        assert review.year_ago() is None


def test_a_note_ripens_or_goes_back(review: Review, vault: MemoryVault) -> None:
    review.ripen("baked", "half-baked")
    assert vault.load("notes/Baked.md").file.text_field("maturity") == "half-baked"
    review.ripen("half", "")
    assert "maturity" not in vault.load("notes/Half.md").file.front
    with pytest.raises(Refused):
        review.ripen("half", "ripe")


def test_the_mark_is_a_tag_like_any_other(review: Review, vault: MemoryVault) -> None:
    review.mark("fresh", True)
    assert vault.load("notes/Fresh.md").file.list_field("tags") == ("review",)
    review.mark("marked", False)
    assert vault.load("notes/Marked.md").file.list_field("tags") == ("other",)
    assert [item.title for item in review.listing() if item.why == "marked"] == ["Fresh"]
    review.mark("fresh", False)
    assert "tags" not in vault.load("notes/Fresh.md").file.front
    vault.outside("notes/In.md", b"Words with #review in them.\n")
    with pytest.raises(Refused, match="in the text"):
        review.mark("notes/In.md", False)


@pytest.mark.parametrize(("days", "last", "time"), [
    (7, "", True), (7, "2026-11-13", True), (7, "2026-11-14", False), (0, "", False), (30, "2026-10-25", False),
    (7, "nonsense", True),
])
def test_the_rhythm_is_the_persons(review: Review, days: int, last: str, time: bool) -> None:
    review.set_rhythm(days)
    assert review.is_time(last) is time


def test_an_odd_rhythm_is_refused(review: Review) -> None:
    with pytest.raises(Refused):
        review.set_rhythm(-1)
    assert review.rhythm() == Rhythm(7)
