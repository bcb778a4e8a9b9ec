from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pkm_app.base.errors import Problem, Refused
from pkm_app.seek.model import Subscription
from pkm_app.seek.opml import NotOpml, read_opml
from pkm_app.seek.opmlwrite import write_opml
from pkm_app.seek.subscribing import Subscribing
from tests.fakes.articles import FakeArticles
from tests.fakes.seek import MemorySubscriptions
from tests.seek.conftest import run


def opml(*outlines: str) -> bytes:
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0"><head><title>Mine</title></head><body>'
            + "".join(outlines) + "</body></opml>").encode()


def addresses(data: bytes) -> list[str]:
    return [item.address for item in read_opml(data).subscriptions]


def test_trap_05_a_bare_ampersand_does_not_turn_an_address_into_another():
    data = opml('<outline text="Q & A" xmlUrl="http://a.example/?feed=rss&cat=3&amp;lang=nl&copy"/>')
    (item,) = read_opml(data).subscriptions
    assert item.address == "http://a.example/?feed=rss&cat=3&lang=nl&copy"
    assert item.title == "Q & A"


@pytest.mark.parametrize("scheme", [
    "exec:~/bin/feed", "filter:cat:http://a.example/", "file:///etc/passwd", "javascript:alert(1)", "ftp://a.example/",
    "JavaScript:alert(1)", "java&#10;script:alert(1)", "data:,x", "pkm://follow?x", "/relative", "http://",
    "|/bin/sh", "http://u:p@a.example/",
])
def test_trap_05_only_http_addresses_come_in(scheme):
    read = read_opml(opml(f'<outline text="x" xmlUrl="{scheme}"/><outline text="y" xmlUrl="https://b.example/"/>'))
    assert [item.address for item in read.subscriptions] == ["https://b.example/"]
    assert len(read.refused) == 1
    assert "u:p" not in "".join(read.refused[0])


def test_trap_06_no_entity_is_expanded_and_no_file_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("top secret")
    data = (f'<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY s SYSTEM "file://{secret}"><!ENTITY a "aaaaaaaaaa">'
            '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
            '<opml><body><outline text="&s;&b;" xmlUrl="http://a.example/"/></body></opml>').encode()
    (item,) = read_opml(data).subscriptions
    assert "top secret" not in item.title
    assert "aaaa" not in item.title


def test_careless_files_are_read():
    assert addresses(opml('<outline text="a <b> c" xmlUrl="http://a.example/"/>'
                          '<outline TEXT="x" XMLURL="http://b.example/"/>'
                          '<Outline text="Caf&eacute;&nbsp;&bogus;" xmlurl=" feed:http://c.example/ "/>'
                          '<outline text="\x01\x1f" xmlUrl="http://d.example/"/>')) == [
        "http://a.example/", "http://b.example/", "http://c.example/", "http://d.example/"]
    titles = [s.title for s in read_opml(opml('<outline text="Caf&eacute; &bogus; &#0;&#xD800;x"'
                                              ' xmlUrl="http://c.example/"/>')).subscriptions]
    assert titles == ["Café &bogus; x"]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_is_found(encoding):
    said = "ISO-8859-1" if encoding == "latin-1" else "UTF-8"
    text = (f'<?xml version="1.0" encoding="{said}"?><opml><body><outline text="Café" xmlUrl="http://a.example/"/>'
            "</body></opml>")
    assert read_opml(text.encode(encoding)).subscriptions[0].title == "Café"


def test_an_encoding_that_lies_or_hangs_is_not_believed():
    for claimed in ("punycode", "undefined", "rot13", "utf-16", "us-ascii"):
        data = f'<?xml version="1.0" encoding="{claimed}"?><opml><body><outline text="Café" xmlUrl="http://a.example/"/>'
        assert read_opml(data.encode()).subscriptions[0].address == "http://a.example/"


def test_folders_nest_and_one_feed_may_be_in_two():
    read = read_opml(opml(
        '<outline text="Learning"><outline text="PKM"><outline text="J" xmlUrl="http://a.example/"/></outline></outline>'
        '<outline title="Dutch"><outline text="J" xmlUrl="http://a.example/"/>'
        '<outline text="J again" xmlUrl="http://a.example/"/></outline>'))
    assert [(s.address, s.folder, s.title) for s in read.subscriptions] == [
        ("http://a.example/", "Learning/PKM", "J"), ("http://a.example/", "Dutch", "J")]


def test_a_slash_in_the_name_of_a_folder_parts_nothing():
    mine = opml('<outline text="B / C"><outline text="J" xmlUrl="http://a.example/"/></outline>')
    (item,) = read_opml(mine).subscriptions
    assert item.folder == "B ∕ C"
    for written in (write_opml([item]), write_opml([item], mine)):
        assert read_opml(written).subscriptions == (item,)
        assert b'text="B / C"' in written, "others read it as it was"
        assert written.count(b"<outline") == 2


@pytest.mark.parametrize("data", [b"", b"   ", b"<html><body>no</body></html>", b"\x00\xff" * 100, b"%PDF-1.4",
                                  b"x" * (20 * 1024 * 1024 + 1)])
def test_what_is_no_list_is_said_to_be_none_and_never_an_empty_one(data):
    with pytest.raises(NotOpml):
        read_opml(data)


def test_a_list_cut_short_is_not_whole():
    whole = write_opml([Subscription(f"https://a.example/{n}", f"{n}") for n in range(20)])
    assert read_opml(whole).whole
    assert read_opml(b'<opml version="2.0"/>').whole
    for cut in range(30, len(whole) - 10, 97):
        try:
            assert not read_opml(whole[:cut]).whole
        except NotOpml:
            continue


def test_deep_nesting_is_no_trouble():
    deep = b"<opml><body>" + b'<outline text="x">' * 5000 + b'<outline text="y" xmlUrl="http://a.example/"/>'
    assert len(read_opml(deep).subscriptions) <= 1


def test_writing_keeps_what_other_programs_put_there():
    before = opml(
        '<!-- mine --><outline text="News" isOpen="true"><outline text="A" xmlUrl="http://a.example/" colour="red"/>'
        '<outline text="B" xmlUrl="http://b.example/"/></outline><outline text="script" xmlUrl="exec:~/x"/>'
        '<outline type="link" text="a link" url="http://l.example/"/>')
    after = write_opml([Subscription("http://a.example/", "A!", folder="News", why="Because & so"),
                        Subscription("http://c.example/", "C", folder="News/New")], before)
    text = after.decode()
    assert "b.example" not in text
    for kept in ("<!-- mine -->", 'isOpen="true"', 'colour="red"', "exec:~/x", 'url="http://l.example/"', ">Mine<"):
        assert kept in text
    assert [(s.address, s.title, s.folder, s.why) for s in read_opml(after).subscriptions] == [
        ("http://a.example/", "A!", "News", "Because & so"), ("http://c.example/", "C", "News/New", "")]
    assert write_opml(read_opml(after).subscriptions, after) == after


def test_a_feed_at_a_new_address_keeps_its_place_and_what_others_noted():
    before = opml('<outline text="A" xmlUrl="http://a.example/" colour="red"/><outline text="B" xmlUrl="http://b.example/"/>')
    after = write_opml([Subscription("https://new.example/", "A"), Subscription("http://b.example/", "B")], before)
    assert addresses(after) == ["https://new.example/", "http://b.example/"]
    assert b'colour="red"' in after


def test_a_feed_in_another_folder_takes_along_what_others_noted():
    before = opml('<outline text="One"><outline text="A" xmlUrl="http://a.example/" colour="red"/></outline>'
                  '<outline text="Two"><outline text="A" xmlUrl="http://a.example/" colour="blue"/></outline>')
    after = write_opml([Subscription("http://a.example/", "A", folder="Two"),
                        Subscription("http://a.example/", "A", folder="Three/Four")], before)
    assert [(s.address, s.folder) for s in read_opml(after).subscriptions] == [
        ("http://a.example/", "Two"), ("http://a.example/", "Three/Four")]
    assert b'colour="red"' in after
    assert b'colour="blue"' in after
    assert b"One" not in after


def test_a_folder_that_loses_its_last_feed_goes():
    stays = Subscription("http://b.example/", "B")
    after = write_opml([stays], write_opml([Subscription("http://a.example/", "A", folder="One/Two"), stays]))
    assert b"One" not in after
    assert b"Two" not in after


def test_a_folder_whose_only_feed_is_replaced_stays():
    before = write_opml([Subscription("http://a.example/", "A", folder="One")])
    after = write_opml([Subscription("http://b.example/", "B", folder="One")], before)
    assert [(s.address, s.folder) for s in read_opml(after).subscriptions] == [("http://b.example/", "One")]


def test_an_address_with_a_password_is_never_written():
    with pytest.raises(Refused):
        write_opml([Subscription("http://anne:secret@a.example/")])


words = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12)
subscriptions = st.lists(st.builds(
    Subscription,
    address=st.sampled_from(["https://a.example/", "http://b.example/?a=1&b=<2>", "https://c.example/é", "http://d:8/"]),
    title=words, site=st.sampled_from(["", "https://home.example/"]),
    folder=st.sampled_from(["", "One", "One/Two", "Ré & <x>", " One / /Two ", "\x01", "//"]),
    why=st.text(max_size=20), local=st.booleans(), quiet=st.booleans(),
), max_size=6)


def as_set(items):
    return {(s.address, s.title, s.site, s.folder, s.why, s.local, s.quiet) for s in items}


@given(subscriptions)
@settings(max_examples=50)
def test_what_is_written_is_read_back(items):
    data = write_opml(items)
    etree.fromstring(data)  # well-formed for strict readers
    read = read_opml(data)
    assert not read.refused
    assert read.whole
    assert {(s.address, s.folder) for s in read.subscriptions} >= {(s.address, "") for s in items if not s.folder}
    assert write_opml(read.subscriptions, data) == data
    assert as_set(read_opml(write_opml(read.subscriptions)).subscriptions) == as_set(read.subscriptions)
    assert len(read.subscriptions) <= len(items)


@given(subscriptions)
@settings(max_examples=40)
def test_a_list_that_goes_out_and_comes_in_elsewhere_is_the_same(items):
    """The round trip through another profile: folders within folders, one feed in two of them, and why."""
    there = MemorySubscriptions()
    out = write_opml(read_opml(write_opml(items)).subscriptions)
    run(Subscribing(FakeArticles(), there).take_in(out, allow_private=True))
    again = write_opml(there.load())
    assert {replace(s, local=True) for s in read_opml(again).subscriptions} == {
        replace(s, local=True) for s in read_opml(out).subscriptions}
    elsewhere = MemorySubscriptions()
    run(Subscribing(FakeArticles(), elsewhere).take_in(again, allow_private=True))
    assert elsewhere.load() == there.load()
    assert write_opml(elsewhere.load()) == again


@given(subscriptions, subscriptions)
@settings(max_examples=60)
def test_writing_over_a_file_gives_exactly_the_new_list(old, new):
    fresh = read_opml(write_opml(new)).subscriptions
    over = read_opml(write_opml(new, write_opml(old))).subscriptions
    home = {(s.address, s.folder): s.site for s in over}
    assert {(s.address, s.title, s.folder, s.why, s.local, s.quiet) for s in over} == {
        (s.address, s.title, s.folder, s.why, s.local, s.quiet) for s in fresh}
    assert all(home[s.address, s.folder] == s.site for s in fresh if s.site)


@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda b: b"<opml><body><outline " + b + b"</opml>"))
@settings(max_examples=150)
def test_no_bytes_do_harm(data):
    try:
        read = read_opml(data)
    except Problem:
        return
    assert all(s.address.startswith(("http://", "https://")) for s in read.subscriptions)
    write_opml(read.subscriptions, data)
