import pytest

from pkm_app.base.errors import NetworkProblem, NotAFeed, NotFound, Problem
from pkm_app.seek.addresses import candidates
from pkm_app.seek.discover import discover
from tests.fakes.seek import LocalReader, Page, ScriptedWeb, html, rss
from tests.seek.conftest import run


def find(web, typed, by_hand=True):
    return run(discover(web, LocalReader(), candidates(typed), by_hand))[0]


def page(*links):
    return Page(html(*links), "text/html; charset=utf-8")


def test_a_feed_is_its_own_answer():
    web = ScriptedWeb({"https://site.example/feed": Page(rss(1))})
    found = find(web, "https://site.example/feed")
    assert (found.address, found.parsed.title, len(web.requests)) == ("https://site.example/feed", "A blog", 1)


def test_a_page_names_its_feed():
    web = ScriptedWeb({"https://site.example/": page("/posts.xml"), "https://site.example/posts.xml": Page(rss(1))})
    found = find(web, "site.example")
    assert (found.address, found.site) == ("https://site.example/posts.xml", "https://site.example/")


def test_the_first_feed_named_is_taken_but_comments_come_last():
    web = ScriptedWeb({
        "https://site.example/": page("/comments/feed/", "/broken.xml", "/one.xml", "/two.xml"),
        "https://site.example/comments/feed/": Page(rss(1, title="Comments")),
        "https://site.example/broken.xml": page(),
        "https://site.example/one.xml": Page(rss(1, title="One")),
        "https://site.example/two.xml": Page(rss(1, title="Two")),
    })
    assert find(web, "site.example").parsed.title == "One"


@pytest.mark.parametrize("place", ["/feed/", "/rss", "/atom.xml", "/feed.xml", "/index.xml", "/blog/feed/"])
def test_well_known_places_are_tried_when_the_page_is_silent(place):
    web = ScriptedWeb({"https://site.example/blog/": page(), f"https://site.example{place}": Page(rss(1))})
    assert find(web, "site.example/blog/").address == f"https://site.example{place}"
    assert all(request.address.startswith("https://site.example/") for request in web.requests)


def test_a_bare_name_is_tried_with_https_and_then_http():
    web = ScriptedWeb({"http://site.example/": Page(rss(1)),
                       "https://site.example/": Page(problem=NetworkProblem("No.", "unreachable"))})
    assert find(web, "site.example").address == "http://site.example/"
    assert [request.address for request in web.requests] == ["https://site.example/", "http://site.example/"]
    only_https = ScriptedWeb({"http://site.example/": Page(rss(1)),
                              "https://site.example/": Page(problem=NetworkProblem("No.", "certificate"))})
    with pytest.raises(NetworkProblem):
        find(only_https, "https://site.example/")


def test_a_permanent_redirect_is_followed_into_the_subscription_and_another_not():
    for permanent, address in ((True, "https://new.example/feed"), (False, "https://site.example/feed")):
        web = ScriptedWeb({"https://site.example/feed": Page(to="https://new.example/feed", permanent=permanent),
                           "https://new.example/feed": Page(rss(1))})
        found = find(web, "https://site.example/feed")
        assert found.address == address
        assert found.typed is (not permanent)


def test_trap_09_only_the_host_that_was_typed_may_be_private():
    links = ["http://127.0.0.1:8080/a.xml", "http://127.0.0.1:9999/b.xml", "http://10.0.0.1/c.xml",
             "http://localhost:8080/d.xml", "https://evil.example/e.xml"]
    web = ScriptedWeb({"http://127.0.0.1:8080/": page(*links)})
    with pytest.raises(NotFound):
        find(web, "127.0.0.1:8080")
    assert {r.address for r in web.requests if r.typed} == {
        "http://127.0.0.1:8080/", links[0],
        *(f"http://127.0.0.1:8080/{path}" for path in ("feed/", "rss", "atom.xml", "feed.xml", "index.xml", "rss.xml"))}
    assert {r.address for r in web.requests if not r.typed} == set(links[1:])


def test_trap_09_nothing_is_typed_when_no_person_typed_it():
    web = ScriptedWeb({"https://site.example/": page("/posts.xml"), "https://site.example/posts.xml": Page(rss(1))})
    found = find(web, "https://site.example/", by_hand=False)
    assert not found.typed
    assert not any(request.typed for request in web.requests)


@pytest.mark.parametrize("link", [
    "javascript:alert(1)", "file:///etc/passwd", "http://u:p@site.example/feed", "data:text/xml,x", "exec:x",
])
def test_what_a_page_names_is_admitted_like_anything_foreign(link):
    web = ScriptedWeb({"https://site.example/": page(link)})
    with pytest.raises(NotFound):
        find(web, "https://site.example/")
    assert not any("u:p" in request.address for request in web.requests)


def test_a_page_with_a_thousand_feeds_costs_a_few_requests():
    web = ScriptedWeb({"https://site.example/": page(*(f"/{n}.xml" for n in range(1000)))})
    with pytest.raises(NotFound):
        find(web, "https://site.example/")
    assert len(web.requests) <= 20


@pytest.mark.parametrize(("pages", "typed", "kind", "told"), [
    ({}, "https://nowhere.example/", NetworkProblem, ["nowhere.example cannot be reached"]),
    ({}, "nowhere.example", NetworkProblem, ["nowhere.example cannot be reached"]),
    ({"https://site.example/": Page(html(), "text/html")}, "site.example", NotFound,
     ["https://site.example/", "without a feed", "/atom.xml"]),
    ({"https://site.example/": Page(html("/f.xml"), "text/html")}, "site.example", NotFound,
     ["https://site.example/f.xml", "404"]),
    ({"https://site.example/x": Page(b"plain words", "application/rss+xml")}, "https://site.example/x", NotAFeed,
     ["feed"]),
    ({"https://site.example/x": Page(problem=NetworkProblem("It is larger than {mb} MB.", "too-big", mb=20))},
     "https://site.example/x", NetworkProblem, ["larger than 20 MB"]),
    ({"https://site.example/x": Page(problem=NetworkProblem("No answer in 30 seconds.", "timeout"))},
     "https://site.example/x", NetworkProblem, ["30 seconds"]),
    ({"https://site.example/x": Page(b"")}, "https://site.example/y", NetworkProblem, ["404"]),
])
def test_what_failed_is_said_in_one_sentence(pages, typed, kind, told):
    with pytest.raises(kind) as caught:
        find(ScriptedWeb(pages), typed)
    assert isinstance(caught.value, Problem)
    assert "\n" not in str(caught.value)
    for words in told:
        assert words in str(caught.value)


def test_the_better_reason_is_told():
    web = ScriptedWeb({"https://site.example/": Page(problem=NetworkProblem("No way.", "unreachable")),
                       "http://site.example/": Page(problem=NetworkProblem("Forbidden.", "http", status=403))})
    with pytest.raises(NetworkProblem, match="Forbidden"):
        find(web, "site.example")


def test_a_site_that_falls_silent_is_not_knocked_at_again():
    silent = Page(problem=NetworkProblem("Silence.", "timeout"))
    web = ScriptedWeb({"https://site.example/": page(), "https://site.example/feed/": silent})
    with pytest.raises(NotFound):
        find(web, "https://site.example/")
    assert len(web.requests) == 2
