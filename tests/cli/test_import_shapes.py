"""The shapes in which exports really come: archives, words of others, what was deleted, tables of a spreadsheet."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from tests.cli.terminal import Terminal
from tests.cli.test_import_verbs import POCKET, put, texts


def sources(terminal: Terminal) -> dict[str, str]:
    return {name: text for name, text in texts(terminal).items() if name.startswith("sources/")}


def annotation(words: str, text: str, **more: Any) -> dict[str, Any]:
    selectors = [{"type": "TextQuoteSelector", "exact": words}] if words else []
    return {"uri": "https://example.org/post", "user": "acct:me@hypothes.is", "text": text, "tags": [],
            "document": {"title": ["Een bericht"]}, "target": [{"selector": selectors}], **more}


def test_what_was_deleted_in_readwise_stays_away(terminal: Terminal) -> None:
    book = {"title": "T", "author": "A", "category": "articles", "source_url": "https://r.example/1", "highlights": [
        {"text": "I was deleted", "is_deleted": True}, {"text": "I live"}, {"text": "Discarded", "is_discard": True}]}
    gone = {"title": "Gone", "is_deleted": True, "highlights": [{"text": "gone"}]}
    empty = {"title": "Emptied", "highlights": [{"text": "gone too", "is_deleted": True}]}
    file = put(terminal, "r.json", json.dumps({"results": [book, gone, empty]}))
    assert terminal.json("import", file) == {"added": 1, "known": 0, "failed": []}
    assert [row["exact"] for row in terminal.json("highlights")] == ["I live"]


def test_what_others_wrote_is_credited_to_them(terminal: Terminal) -> None:
    jane = {"user": "acct:jane@hypothes.is", "user_info": {"display_name": "Jane Doe"}}
    value = {"export_userid": "acct:me@hypothes.is", "annotations": [
        annotation("wijsheid van de menigte", "Eigen gedachte.", id="a1"),
        annotation("", "I disagree.", references=["a1"], **jane),
        annotation("others mark too", "Her note", **jane),
        annotation("", "On the whole.", user="acct:piet@hypothes.is")]}
    terminal.run("import", put(terminal, "h.json", json.dumps(value)))
    text = sources(terminal)["sources/Een bericht.md"]
    assert "Eigen gedachte.\n\n> I disagree.\n>\n> — Jane Doe\n" in text
    assert "> Her note\n>\n> — Jane Doe" in text
    assert "> On the whole.\n>\n> — piet\n\n> wijsheid" in text
    assert [row["exact"] for row in terminal.json("highlights", "--unsensed")] == ["others mark too"]


def test_a_document_of_ones_own_disk_comes_by_its_title(terminal: Terminal) -> None:
    disk = {"uri": "urn:x-pdf:abc", "document": {"title": ["A paper"], "link": [{"href": "file:///home/me/p.pdf"}]},
            "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "words of a page"},
                                     {"type": "PageSelector", "index": 3, "label": "4"}]}]}
    net = {**annotation("on the net", ""), "uri": "urn:x-pdf:def",
           "document": {"title": ["Other"], "link": [{"href": "https://example.org/p.pdf"}]}}
    via = {**annotation("via words", ""), "uri": "https://via.hypothes.is/https://v.example/a",
           "document": {"title": ["Via"]}}
    file = put(terminal, "h.json", json.dumps({"annotations": [{**annotation("", ""), **disk}, net, via]}))
    assert terminal.json("import", file)["added"] == 3
    found = sources(terminal)
    assert "kind: pdf" in found["sources/A paper.md"]
    assert "> words of a page\n>\n> p. 4\n" in found["sources/A paper.md"]
    assert "/home" not in "".join(found.values())
    assert "url: https://example.org/p.pdf" in found["sources/Other.md"]
    assert "url: https://v.example/a" in found["sources/Via.md"]
    assert terminal.json("import", file)["known"] == 3


def test_the_table_of_hypothesis_is_known(terminal: Terminal) -> None:
    table = ("Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags\n2024-04-01T10:00:00.000Z,me,Een bericht,"
             'https://example.org/post,Public,Annotation,"wijsheid, van","Mooi, hè?","a,b"\n'
             "2024-04-01T10:00:00.000Z,me,Een bericht,https://example.org/post,Public,Page note,,Hele pagina,\n")
    assert terminal.json("import", put(terminal, "h.csv", table))["added"] == 1
    text = sources(terminal)["sources/Een bericht.md"]
    assert "Hele pagina\n\n> wijsheid, van\n\n^hl-" in text
    assert "Mooi, hè?\n\n#a #b" in text


def test_an_archive_of_pocket_is_read_as_it_came(terminal: Terminal) -> None:
    said = [{"created_at": 1695321000, "quote": "Said"}]
    marks = [{"url": "https://a.example/1", "title": "One", "highlights": said}]
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("part_000000.csv", POCKET)
        archive.writestr("annotations/part_000000.json", json.dumps(marks))
        archive.writestr("collections/x.json", "[]")
    file = terminal.folder / "pocket.zip"
    file.write_bytes(data.getvalue())
    assert terminal.json("import", str(file), "--dry-run")["added"] == 3
    terminal.run("import", str(file))
    found = sources(terminal)
    assert sorted(found) == ["sources/One.md", "sources/Two.md"]
    assert "> Said\n\n^hl-" in found["sources/One.md"]
    assert terminal.json("import", str(file))["added"] == 0
    file.write_bytes(data.getvalue()[:-40])
    assert "cannot be unpacked" in terminal.refused("import", str(file))
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("Notes/A.md", "x")
    assert "take in the folder" in terminal.refused("import", str(file))


def test_the_older_page_of_instapaper_is_known(terminal: Terminal) -> None:
    page = ('<!DOCTYPE html><html><head><title>Instapaper: Export</title></head><body><h1>Unread</h1><ol>'
            '<li><a href="https://i.example/1">One</a></li></ol><h1>Werk</h1><ol>'
            '<li><a href="https://i.example/2">Two</a></li></ol></body></html>')
    assert terminal.json("import", put(terminal, "i.html", page))["added"] == 2
    assert "tags: [Werk]" in sources(terminal)["sources/Two.md"]
    marks = "".join(path.read_text() for path in (terminal.vault / ".pkm" / "marks").glob("*.jsonl"))
    assert marks.count('"later"') == 1


def test_a_table_that_a_spreadsheet_saved_is_read(terminal: Terminal) -> None:
    file = terminal.folder / "excel.csv"
    rows = "Highlight;Book Title;Book Author\r\nCafé, één keer;Zoë;B\r\n"
    for number, coding in enumerate(("cp1252", "utf-16", "utf-8-sig")):
        file.write_bytes(rows.encode(coding))
        assert terminal.json("import", str(file))["added"] == (0 if number else 1)
    assert "> Café, één keer\n" in sources(terminal)["sources/B - Zoë.md"]


def test_the_same_words_at_two_pages_are_two_highlights(terminal: Terminal) -> None:
    head = "Highlight,Book Title,Note,Location Type,Location\n"
    twice = head + "Same,B,first,page,12\nSame,B,second,page,99\nSame,B,third,page,99\n"
    terminal.run("import", put(terminal, "a.csv", twice))
    assert [row["comment"] for row in terminal.json("highlights")] == ["first", "second\n\nthird"]
    assert terminal.json("import", put(terminal, "a.csv", twice))["known"] == 1


def test_a_later_export_adds_what_was_not_said_yet_and_changes_nothing_else(terminal: Terminal) -> None:
    first = {"annotations": [annotation("one", ""), annotation("two", "mine")]}
    terminal.run("import", put(terminal, "h.json", json.dumps(first)))
    later = {"annotations": [annotation("one", "now a thought"), annotation("two", "another"),
                             annotation("", "About all of it.")]}
    file = put(terminal, "h2.json", json.dumps(later))
    assert terminal.json("import", file)["added"] == 1
    text = sources(terminal)["sources/Een bericht.md"]
    assert [row["comment"] for row in terminal.json("highlights")] == ["now a thought", "mine"]
    assert text.index("About all of it.") < text.index("> one")
    assert terminal.json("import", file)["known"] == 1
    terminal.run("undo")
    assert [row["comment"] for row in terminal.json("highlights")] == ["", "mine"]


def test_what_was_never_here_has_not_lost_its_place(terminal: Terminal) -> None:
    terminal.run("import", put(terminal, "r.csv", "Highlight,Book Title,Tags\nWords,Book,pkm\n"))
    assert not [one for one in terminal.json("doctor") if one["rule"] == "orphan"]
    assert "no text" in terminal.run("highlights").out
    assert len(terminal.json("highlights", "--unsensed")) == 1  # a tag is no thought yet


def test_an_address_without_a_title_gives_a_name_to_read(terminal: Terminal) -> None:
    terminal.run("import", put(terminal, "p.csv", "title,url,time_added,tags,status\n,https://www.a.example/b/c,1,,\n"))
    assert list(sources(terminal)) == ["sources/a.example-b-c.md"]


def test_what_was_marked_long_ago_is_no_find_of_this_week(terminal: Terminal) -> None:
    rows = "Highlight,Book Title,Highlighted at\nA,Book,2021-03-01 10:00:00+00:00\nB,Book,2020-02-01 10:00:00+00:00\n"
    terminal.run("import", put(terminal, "r.csv", rows))
    assert 'created: "2020-02-01T10:00:00+00:00"' in sources(terminal)["sources/Book.md"]


def test_what_is_nothing_of_all_that_is_one_sentence(terminal: Terminal) -> None:
    assert "no export that PKM knows" in terminal.refused("import", put(terminal, "x.csv", "a,b\n1,2\n"))
