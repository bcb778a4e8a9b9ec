"""Pages and times: as they are typed, as they stand in a text, and the address that opens there."""

import pytest

from pkm_app.base.errors import Refused
from pkm_app.content.places import (
    NOWHERE,
    address_at,
    kind_of,
    page_mark,
    parted,
    place_at,
    read_place,
    time_mark,
    without_marks,
)


@pytest.mark.parametrize(("typed", "kind", "place"), [
    ("14", "pdf", "p. 14"), ("p. 14", "", "p. 14"), ("blz. 73", "book", "p. 73"), ("pagina 7", "book", "p. 7"),
    ("14-15", "book", "pp. 14–15"), ("xiv", "book", "p. xiv"), ("12:40", "video", "12:40"), ("1:02:03", "", "1:02:03"),
    ("12m40s", "video", "12:40"), ("760", "podcast", "12:40"), ("1u2m3s", "podcast", "1:02:03"), ("", "book", ""),
])
def test_what_is_typed_is_read_as_a_place(typed: str, kind: str, place: str) -> None:
    assert read_place(typed, kind) == place


@pytest.mark.parametrize(("typed", "kind"), [("chapter two", "book"), ("p. 3", "video"), ("12:4", "video"), ("-3", "")])
def test_what_is_no_place_is_refused(typed: str, kind: str) -> None:
    with pytest.raises(Refused, match="is no place in a source"):
        read_place(typed, kind)


@pytest.mark.parametrize("typed", ["99:99", "12:60", "1:60:00"])
def test_what_no_clock_shows_is_no_time(typed: str) -> None:
    with pytest.raises(Refused, match="is no time"):
        read_place(typed, "podcast")
    assert read_place("90:59", "podcast") == "1:30:59"


def test_words_stand_at_the_place_above_them() -> None:
    text = "Before\n\np. 14\n\nFirst words.\n\np. 15\n\nLast words."
    first, last = text.index("First"), text.index("Last")
    assert place_at(text, 0, 6) == ""
    assert place_at(text, first, first + 5) == "p. 14"
    assert place_at(text, last, len(text)) == "p. 15"
    assert place_at(text, first, len(text)) == "pp. 14–15"
    assert without_marks(text[first:]) == "First words.\n\nLast words."


def test_words_below_a_line_of_stars_stand_nowhere() -> None:
    text = f"12:40\n\nSaid then.\n\n{NOWHERE}\n\nSaid some time."
    assert place_at(text, text.index("Said then"), text.index("Said then") + 4) == "12:40"
    assert place_at(text, text.index("some time"), len(text)) == ""


@pytest.mark.parametrize(("address", "kind", "place", "opens"), [
    ("https://www.youtube.com/watch?v=abc", "video", "12:40", "https://www.youtube.com/watch?v=abc&t=760s"),
    ("https://youtu.be/abc", "video", "1:00:05", "https://youtu.be/abc?t=3605s"),
    ("https://youtu.be/abc?t=5", "video", "12:40", "https://youtu.be/abc?t=760s"),
    ("https://pod.example/one.mp3", "podcast", "12:40", "https://pod.example/one.mp3#t=760"),
    ("https://vimeo.com/1", "video", "0:07", "https://vimeo.com/1#t=7"),
    ("https://pod.example/episode-1", "podcast", "12:40", "https://pod.example/episode-1"),
    ("https://tube.example/w/aBcDeFgHiJkLmNoPqRsTuV", "video", "12:40", "https://tube.example/w/aBcDeFgHiJkLmNoPqRsTuV"),
    ("https://a.example/report.pdf", "pdf", "pp. 14–15", "https://a.example/report.pdf#page=14"),
    ("https://a.example/post", "page", "12:40", "https://a.example/post"),
    ("https://a.example/post", "video", "", "https://a.example/post"),
    ("urn:pkm:article:abc", "book", "p. 73", "urn:pkm:article:abc"),
])
def test_the_address_opens_at_the_place(address: str, kind: str, place: str, opens: str) -> None:
    assert address_at(address, kind, place) == opens


def test_the_time_in_an_address_is_told_apart() -> None:
    assert parted("https://youtu.be/abc?t=760") == ("https://youtu.be/abc", "12:40")
    assert parted("https://www.youtube.com/watch?v=a&t=12m40s") == ("https://www.youtube.com/watch?v=a", "12:40")
    assert parted("https://pod.example/a.mp3#t=760") == ("https://pod.example/a.mp3", "12:40")
    assert parted("https://a.example/post?t=3#part") == ("https://a.example/post?t=3#part", "")


@pytest.mark.parametrize(("address", "kind"), [
    ("https://www.youtube.com/watch?v=a", "video"), ("https://www.youtube.com/@jarche", "page"),
    ("https://vimeo.com/1", "video"), ("https://pod.example/a.MP3", "podcast"), ("https://jarche.com/2020/a/", "page"),
])
def test_an_address_tells_what_it_shows(address: str, kind: str) -> None:
    assert kind_of(address) == kind


def test_marks_are_written_as_the_vault_has_them() -> None:
    assert (page_mark("14"), page_mark("14", "15"), page_mark("14", "14")) == ("p. 14", "pp. 14–15", "p. 14")
    assert (time_mark(760), time_mark(3723), time_mark(7)) == ("12:40", "1:02:03", "0:07")


@pytest.mark.parametrize("address", ["http://[::1", "https://[x]/video.mp4", "http://a\u2100b/"])
def test_what_is_no_address_breaks_nothing(address: str) -> None:
    assert (kind_of(address), parted(address)) == ("page", (address, ""))
    assert address_at(address, "video", "12:40") == address
