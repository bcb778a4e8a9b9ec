"""Taking in what other programs export: a dry run says what will come, twice adds nothing, and it is taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.seek.files import eml, encrypted_pdf, pdf

READWISE = (
    "\ufeffHighlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,"
    "Document tags\r\n"
    '"Knowledge is a ""flow"", not a stock.",Seek Sense Share,Ann Author,,My thought,blue,"pkm, flow",page,14,'
    '2024-03-01 10:00:00+00:00,"leren"\r\n'
    "Second words to keep,Seek Sense Share,Ann Author,,,yellow,,order,3,,\r\n"
    ",No words,Nobody,,,,,,,,\r\n")
HYPOTHESIS = {"export_date": "2024-05-01", "annotations": [
    {"uri": "https://example.org/post", "created": "2024-04-01T10:00:00.000000+00:00", "text": "So true.",
     "tags": ["two words"], "document": {"title": ["A post"]},
     "target": [{"source": "https://example.org/post", "selector": [
         {"type": "RangeSelector"}, {"type": "TextQuoteSelector", "exact": "the wisdom of crowds",
                                     "prefix": "it is about ", "suffix": " and friends"}]}]},
    {"uri": "https://example.org/post", "text": "About the whole page.", "tags": ["page"], "target": [{}],
     "document": {"title": ["A post"]}},
    {"uri": "file:///home/x.pdf", "text": "", "tags": [], "target": []}]}
POCKET = ("title,url,time_added,tags,status\nOne,https://a.example/1,1700000000,leren|pkm,unread\n"
          "Two,https://a.example/2,1700000001,,archive\n")
INSTAPAPER = ("URL,Title,Selection,Folder,Timestamp,Tags\nhttps://a.example/1?utm_source=x,One,Chosen words,Unread,"
              "1700000000,[]\nhttps://b.example/,B,,Werk,1700000000,\"[\"\"x\"\"]\"\nftp://c/,C,,Archive,1,[]\n")
BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8"><TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p><DT><H3 ADD_DATE="1">Bookmarks bar</H3><DL><p>
<DT><A HREF="https://a.example/1" ADD_DATE="1700000000" TAGS="x,y z">One &amp; all</A><DD>What it is
<DT><H3>Leren</H3><DL><p><DT><H3>Samen doen</H3><DL><p><DT><A HREF="https://b.example/">B</A></DL><p></DL><p>
<DT><A HREF="javascript:alert(1)">No</A></DL><p></DL><p>"""
POCKET_HTML = """<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
<li><a href="https://a.example/1" time_added="1700000000" tags="leren">One</a></li></ul><h1>Read Archive</h1><ul>
<li><a href="https://a.example/2" time_added="1700000000" tags="">Two</a></li></ul></body></html>"""


def put(terminal: Terminal, name: str, text: str) -> str:
    path = terminal.folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def texts(terminal: Terminal) -> dict[str, str]:
    return {name: data.decode() for name, data in terminal.files().items() if name.endswith(".md")}


def test_readwise_becomes_a_book_with_highlights(terminal: Terminal) -> None:
    file = put(terminal, "readwise.csv", READWISE)
    dry = terminal.json("import", file, "--dry-run", code=3)
    assert (dry["added"], dry["items"]) == (1, ["Seek Sense Share (2 highlights)"])
    assert not texts(terminal)
    done = terminal.json("import", file, code=3)
    assert (done["added"], done["known"], len(done["failed"])) == (1, 0, 1)
    text = texts(terminal)["sources/Ann Author - Seek Sense Share.md"]
    for words in ("kind: book", "tags: [leren]", "> Knowledge is a \"flow\", not a stock.\n>\n> p. 14\n\n^hl-",
                  "My thought\n\n#pkm #flow", "> Second words to keep\n\n^hl-"):
        assert words in text
    rows = terminal.json("highlights")
    assert [row["comment"] for row in rows] == ["My thought\n\n#pkm #flow", ""]
    anchors = [json.loads(path.read_text()) for path in terminal.vault.rglob("hl-*.json")]
    assert sorted(anchor["colour"] for anchor in anchors) == ["blue", "yellow"]
    again = terminal.json("import", file, code=3)
    assert (again["added"], again["known"]) == (0, 1)
    terminal.run("undo")
    assert not texts(terminal).keys() - {name for name in texts(terminal) if name.startswith(".trash/")}


def test_new_highlights_join_what_the_person_wrote(terminal: Terminal) -> None:
    terminal.run("import", put(terminal, "a.csv", READWISE), code=3)
    path = terminal.vault / "sources" / "Ann Author - Seek Sense Share.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nMy own words.\n\n# Mine\n\nMore.\n", encoding="utf-8")
    more = READWISE + "Third words,Seek Sense Share,Ann Author,,,,,,,,\r\n"
    assert terminal.json("import", put(terminal, "b.csv", more), code=3)["added"] == 1
    text = path.read_text(encoding="utf-8")
    assert text.index("My own words.") < text.index("> Third words") < text.index("# Mine\n\nMore.")
    assert text.count("> Second words") == 1


def test_hypothesis_keeps_what_stood_around_the_words(terminal: Terminal) -> None:
    done = terminal.json("import", put(terminal, "h.json", json.dumps(HYPOTHESIS)), code=3)
    assert done["added"] == 1
    text = texts(terminal)["sources/A post.md"]
    assert "url: https://example.org/post" in text
    assert text.index("About the whole page.") < text.index("> the wisdom of crowds")
    assert "So true.\n\n#two-words" in text
    anchor = json.loads(next(terminal.vault.rglob("hl-*.json")).read_text())
    assert (anchor["prefix"], anchor["suffix"]) == ("it is about ", " and friends")


def test_readwise_by_its_api(terminal: Terminal) -> None:
    value = {"results": [{"title": "P", "author": "A", "category": "podcasts", "source_url": "https://p.example/1",
                          "book_tags": [{"name": "t"}], "highlights": [
                              {"text": "Said", "note": "n", "color": "pink", "location_type": "time_offset",
                               "location": 3725, "tags": [{"name": "x"}]}]}, {"title": "Empty", "highlights": []}]}
    assert terminal.json("import", put(terminal, "r.json", json.dumps(value)), code=3)["added"] == 1
    assert "kind: podcast" in texts(terminal)["sources/A - P.md"]
    assert "> Said\n>\n> 1:02:05\n" in texts(terminal)["sources/A - P.md"]


@pytest.mark.parametrize(("name", "text", "later"), [("p.csv", POCKET, 1), ("p.html", POCKET_HTML, 1)])
def test_pocket_keeps_tags_and_what_was_still_to_be_read(terminal: Terminal, name: str, text: str, later: int) -> None:
    assert terminal.json("import", put(terminal, name, text))["added"] == 2
    assert "leren" in texts(terminal)["sources/One.md"]
    marks = "".join(path.read_text() for path in (terminal.vault / ".pkm" / "marks").glob("*.jsonl"))
    assert marks.count('"later"') == later


def test_instapaper_folders_become_tags_and_known_addresses_stay_one_source(terminal: Terminal) -> None:
    terminal.run("import", put(terminal, "p.csv", POCKET))
    done = terminal.json("import", put(terminal, "i.csv", INSTAPAPER), code=3)
    assert (done["added"], len(done["failed"])) == (2, 1)
    found = texts(terminal)
    assert len([name for name in found if name.startswith("sources/")]) == 3
    assert "> Chosen words" in found["sources/One.md"]
    assert "tags: [x, Werk]" in found["sources/B.md"]


def test_folders_of_bookmarks_become_nested_tags(terminal: Terminal) -> None:
    assert terminal.json("import", put(terminal, "b.html", BOOKMARKS))["added"] == 2
    found = texts(terminal)
    assert "title: One & all" in found["sources/One & all.md"]
    assert "tags: [x, y-z]" in found["sources/One & all.md"]
    assert found["sources/One & all.md"].endswith("What it is\n\n")
    assert "tags: [Leren/Samen-doen]" in found["sources/B.md"]


def test_a_folder_of_notes_comes_byte_for_byte(terminal: Terminal) -> None:
    folder = terminal.folder / "Old vault"
    files = {"One.md": b"\xef\xbb\xbf---\r\ntags: [a]\r\n---\r\n[[Two]]\r\n", "deep/Two.md": b"x",
             "deep/picture.png": b"\x89PNG", ".obsidian/app.json": b"{}", "One (conflict 2026-11-20 141203).md": b"y"}
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    dry = terminal.json("import", str(folder), "--dry-run")
    assert dry["added"] == 4
    assert not texts(terminal)
    assert terminal.json("import", str(folder), "--kind", "obsidian")["added"] == 4
    there = terminal.files()
    for name, data in files.items():
        assert there.get(f"notes/Old vault/{name}") == (None if name.startswith(".obsidian") else data)
    assert terminal.json("import", str(folder))["known"] == 4
    (folder / "One.md").write_bytes(b"Other words.\n")
    assert terminal.json("import", str(folder))["added"] == 1
    assert terminal.files()["notes/Old vault/One 2.md"] == b"Other words.\n"
    assert terminal.files()["notes/Old vault/One.md"] == files["One.md"]
    assert terminal.json("links", "notes/Old vault/One.md")[0]["path"] == "notes/Old vault/deep/Two.md"


def test_a_lone_note_comes_byte_for_byte_and_goes_again(terminal: Terminal) -> None:
    words = "---\r\ntitle: Ähnlich\r\n---\r\nEen *zin*.\r\n".encode()
    file = terminal.folder / "Café: wat.md"
    file.write_bytes(words)
    assert terminal.json("import", str(file), "--dry-run")["items"] == ["notes/Café - wat.md"]
    assert not (terminal.vault / "notes").exists() or not list((terminal.vault / "notes").iterdir())
    assert terminal.json("import", str(file)) == {"added": 1, "known": 0, "failed": []}
    assert (terminal.vault / "notes" / "Café - wat.md").read_bytes() == words
    assert terminal.json("import", str(file), "--kind", "markdown")["known"] == 1
    file.write_bytes(b"Other words.\n")
    assert terminal.json("import", str(file))["added"] == 1
    assert len(list((terminal.vault / "notes").iterdir())) == 2, "nothing is written over"
    assert "already" in terminal.refused("import", str(terminal.vault / "notes" / "Café - wat.md"))
    assert "“Café: wat.md” was taken in." in terminal.run("undo", "--list").out
    assert len(terminal.json("undo")["changed"]) == 1
    assert [path.read_bytes() for path in (terminal.vault / "notes").iterdir()] == [words]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_lone_text_becomes_a_note_with_its_words(terminal: Terminal, encoding: str) -> None:
    file = terminal.folder / "Idee.txt"
    file.write_bytes("Eén idee,\r\nuit een ander programma.\r\n".encode(encoding))
    assert terminal.json("import", str(file))["added"] == 1
    assert (terminal.vault / "notes" / "Idee.md").read_bytes() == "Eén idee,\nuit een ander programma.\n".encode()
    assert [row["title"] for row in terminal.json("notes")] == ["Idee"]
    assert terminal.json("import", str(file))["known"] == 1


def test_a_list_of_subscriptions_is_one_whatever_its_name_ends_with(terminal: Terminal) -> None:
    listed = put(terminal, "mine.txt", '<opml><body><outline text="N" xmlUrl="https://n.example/"/></body></opml>')
    assert terminal.json("import", listed)["added"] == 1
    assert [feed["title"] for feed in terminal.json("feeds")] == ["N"]


def test_what_cannot_be_taken_in_is_one_sentence(terminal: Terminal) -> None:
    terminal.run("note", "N")
    assert "lies in the other" in terminal.refused("import", str(terminal.vault))
    assert "cannot be read" in terminal.refused("import", str(terminal.folder / "nowhere"))
    assert "no folder" in terminal.refused("import", put(terminal, "x.csv", POCKET), "--kind", "obsidian")
    assert "nothing in this file" in terminal.refused("import", put(terminal, "y.txt", "words"), "--kind", "bookmarks")
    assert "cut off" in terminal.refused("import", put(terminal, "z.json", '{"annotations": ['), "--kind", "hypothesis")
    terminal.refused("import", put(terminal, "w.bin", "\x00\x01"))


def test_hostile_exports_do_no_harm(terminal: Terminal) -> None:
    rows = "".join(f'<li><a href="https://x.example/{n}">../../{n}</a></li>' for n in range(5))
    terminal.run("import", put(terminal, "p.html", POCKET_HTML.replace("<ul>", "<ul>" * 500 + rows)))
    quote = {"type": "TextQuoteSelector", "exact": "%%\n^hl-aaaaaaaaaa\n---\n# x"}
    value = {"annotations": [{"uri": "https://user:secret@x.example/", "target": [{"selector": [quote]}],
                              "tags": [{"a": 1}, 3], "text": None}]}
    terminal.run("import", put(terminal, "h.json", json.dumps(value)))
    assert "secret" not in "".join(texts(terminal).values())
    assert len(terminal.json("highlights")) == 1
    assert not list(Path(terminal.folder).parent.glob("*.md"))


def test_a_folder_that_came_goes_again_but_for_what_was_written_in_since(terminal: Terminal) -> None:
    folder = terminal.folder / "Old vault"
    for name, data in {"One.md": b"1", "deep/Two.md": b"2", "deep/picture.png": b"\x89PNG\x00\xff"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    terminal.run("note", "Mine", stdin="Own.\n")
    terminal.run("import", str(folder))
    (terminal.vault / "notes" / "Old vault" / "One.md").write_bytes(b"My own words.\n")
    assert "3 files were taken in from “Old vault”." in terminal.run("undo", "--list").out
    assert len(terminal.json("undo")["changed"]) == 2
    there = {name: data for name, data in terminal.files().items() if not name.startswith(".")}
    assert set(there) == {"notes/Mine.md", "notes/Old vault/One.md"}
    assert terminal.files()[".trash/notes/Old vault/deep/picture.png"] == b"\x89PNG\x00\xff"
    assert "no change" in terminal.refused("undo")


def test_a_document_is_taken_in_as_capture_does(terminal: Terminal) -> None:
    whole, letter, link = terminal.folder / "Study.pdf", terminal.folder / "tip.eml", terminal.folder / "here.url"
    whole.write_bytes(pdf("Learning is social, says this page", title="A study"))
    letter.write_bytes(eml())
    link.write_text("[InternetShortcut]\r\nURL=ftp://example.org/\r\n")
    assert terminal.json("import", str(whole), "--dry-run") == {
        "added": 1, "known": 0, "failed": [], "items": ["Study.pdf"]}
    assert not texts(terminal)
    assert terminal.json("import", str(whole)) == {"added": 1, "known": 0, "failed": []}
    assert terminal.json("import", str(whole)) == {"added": 0, "known": 1, "failed": []}
    assert terminal.json("import", str(letter))["added"] == 1
    kinds = sorted(text.partition("kind: ")[2].partition("\n")[0] for name, text in texts(terminal).items()
                   if name.startswith("sources/"))
    assert kinds == ["mail", "pdf"]
    before = texts(terminal)
    terminal.refused("import", str(link))
    whole.write_bytes(encrypted_pdf())
    assert "password" in terminal.refused("import", str(whole))
    assert texts(terminal) == before
