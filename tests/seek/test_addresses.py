import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.base.errors import Refused
from pkm_app.seek.addresses import admit, candidates, key, looks_private, same_place, without_password


@pytest.mark.parametrize(("typed", "meant"), [
    ("https://example.org/feed", ["https://example.org/feed"]),
    ("  HTTPS://Example.ORG:443/Feed#top ", ["https://example.org/Feed"]),
    ("feed:https://example.org/feed", ["https://example.org/feed"]),
    ("feed://example.org/feed", ["http://example.org/feed"]),
    ("feed:example.org/rss", ["http://example.org/rss"]),
    ("Feed:example.org:8000/rss", ["http://example.org:8000/rss"]),
    ("feeds://example.org/feed", ["https://example.org/feed"]),
    ("feeds:example.org/feed", ["https://example.org/feed"]),
    ("see feeds://example.org/feed, please", ["https://example.org/feed"]),
    ("feed://https://example.org/feed", ["https://example.org/feed"]),
    ("example.org", ["https://example.org/", "http://example.org/"]),
    ("example.org/blog?a=1&b=2", ["https://example.org/blog?a=1&b=2", "http://example.org/blog?a=1&b=2"]),
    ("example.org:8443/x", ["http://example.org:8443/x", "https://example.org:8443/x"]),
    ("127.0.0.1:8080", ["http://127.0.0.1:8080/", "https://127.0.0.1:8080/"]),
    ("127.0.3.4/feed", ["http://127.0.3.4/feed", "https://127.0.3.4/feed"]),
    ("localhost", ["http://localhost/", "https://localhost/"]),
    ("localhost:8000/feed", ["http://localhost:8000/feed", "https://localhost:8000/feed"]),
    ("[::1]:8000/feed", ["http://[::1]:8000/feed", "https://[::1]:8000/feed"]),
    ("Have a look at https://example.org/blog, it is good", ["https://example.org/blog"]),
    ("(see https://example.org/a_(b))", ["https://example.org/a_(b)"]),
    ("Lees example.org eens", ["https://example.org/", "http://example.org/"]),
    ("<https://example.org/>", ["https://example.org/"]),
    ("“https://example.org/”", ["https://example.org/"]),
    ("@anne@mastodon.example", ["https://mastodon.example/@anne.rss", "https://mastodon.example/@anne"]),
])
def test_what_is_typed_becomes_the_addresses_that_are_meant(typed, meant):
    assert list(candidates(typed)) == meant


@pytest.mark.parametrize("typed", [
    "", "   ", "javascript:alert(1)", "javascript:fetch('https://example.org')", "file:///etc/passwd",
    "exec:~/bin/x", "filter:script:https://example.org/feed", "ftp://example.org/", "mailto:a@example.org",
    "feed:javascript:alert(1)", "feeds:javascript:alert(1)", "feed:file:///etc/passwd", "feed:words",
    "just some words", "https://", "http://[::1", "https://example.org:99999/",
    "data:text/xml,<rss/>",
])
def test_what_cannot_be_followed_is_refused_in_one_sentence(typed):
    with pytest.raises(Refused) as caught:
        candidates(typed)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(("”.", ".", "followed."))


@pytest.mark.parametrize("typed", [
    "https://anne:secret@example.org/feed", "https://anne:sec/ret@example.org/feed", "http://secret@example.org",
    "look: https://anne:secret@example.org/feed",
])
def test_trap_25_a_password_in_an_address_is_refused_and_not_shown(typed):
    with pytest.raises(Refused) as caught:
        candidates(typed)
    assert "secret" not in str(caught.value)
    assert "ret@" not in str(caught.value)


@given(st.text(max_size=60) | st.from_regex(r"(feeds?:|FEED://|https?://|exec:)?[\w@.:/ \[\]()-]{0,30}",
                                            fullmatch=True))
@settings(max_examples=150)
def test_whatever_is_typed_gives_http_addresses_or_a_refusal(typed):
    try:
        meant = candidates(typed)
    except Refused:
        return
    assert meant
    for address in meant:
        assert address.startswith(("http://", "https://"))
        assert "@" not in address.split("/")[2]
        assert admit(address) == address


def test_scheme_and_closing_slash_do_not_make_another_address():
    assert key("http://example.org/feed/") == key("https://example.org/feed")
    assert key("https://example.org/feed") != key("https://example.org/other")


@pytest.mark.parametrize(("address", "same"), [
    ("http://127.0.0.1:8080/feed", True), ("http://127.0.0.1/feed", False), ("http://127.0.0.1:9090/feed", False),
    ("http://localhost:8080/feed", False), ("not an address", False), ("http://[::1", False),
])
def test_only_the_very_host_that_was_typed_is_the_same_place(address, same):
    assert same_place(address, "http://127.0.0.1:8080/") is same


def test_both_usual_ports_are_one_place():
    assert same_place("https://nas.example/feed", "http://nas.example/")


@pytest.mark.parametrize(("address", "private"), [
    ("http://localhost/x", True), ("http://10.1.2.3/", True), ("http://[::1]/", True), ("http://nas.local/", True),
    ("http://192.168.1.1:8080/", True), ("http://100.64.0.1/", True), ("https://example.org/", False),
    ("http://1.1.1.1/", False),
])
def test_what_plainly_is_private(address, private):
    assert looks_private(address) is private


def test_a_shown_address_has_no_password():
    assert without_password("https://u:p@example.org/@anne") == "https://example.org/@anne"


@settings(max_examples=300, deadline=None)
@given(st.from_regex(r"https?://[a-z0-9.\-@:\[\]]{1,12}/[A-Za-z0-9.%/@;?=#:]{0,12}", fullmatch=True))
def test_what_is_quickly_admitted_is_what_a_closer_look_gives(address: str) -> None:
    def outcome(written: str) -> str:
        try:
            return admit(written)
        except Refused as problem:
            return str(problem)

    assert outcome(address) == outcome(f" {address}")
