"""The loop in a folder as a managed laptop has it: a synchroniser's, with spaces, brackets, an ampersand, and deep.

It needs no server but loopback, so that it runs on every system.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.journeys.program import Program
from tests.servers.loopback import Loopback, reply

WORDS = "by showing work that is not finished"
POST = "".join(f"<p>Communities learn together; paragraph {n} tells how: by asking, {WORDS}, by giving credit.</p>"
               for n in range(4))
FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>A blog</title><link>http://127.0.0.1/</link><language>en</language>
<item><title>Learning together</title><link>http://127.0.0.1/post</link><guid>one</guid><content:encoded><![CDATA[{POST}]]></content:encoded></item></channel>
</rss>"""


@pytest.fixture
def laptop(tmp_path: Path) -> Program:
    home = tmp_path / "An de Vries"
    vault = home / "OneDrive - Bedrijf BV" / "Mijn documenten (gedeeld)" / "Kennis & leren" / "PKM"
    vault.parent.mkdir(parents=True)
    return Program(vault=vault, data=home / "Local Data" / "pkm", home=home)


def test_the_loop_in_such_a_folder(laptop: Program, tmp_path: Path) -> None:
    with Loopback(pages={"/feed": reply(FEED.encode(), content_type="application/rss+xml")}) as blog:
        assert laptop.json("follow", blog.address("/feed"))["new"] == 1
        outcomes = [feed["outcome"] for feed in laptop.json("refresh", "--force")["feeds"]]
        assert outcomes in (["fetched"], ["unchanged"])
    article = laptop.json("articles")[0]["article_id"]
    laptop.json("keep", article)
    mark = laptop.json("highlight", article, WORDS, "--prefix", "paragraph 2 tells how: by asking, ")
    note = laptop.json("note", "Toon je werk (ook als het niet af is) & vraag", "--quote", mark["highlight_id"],
                       stdin="Werk dat niet af is nodigt uit.\n")
    assert (laptop.vault / note["path"]).is_file()
    assert [found["id"] for found in laptop.json("search", "nodigt", "--in", "notes")["results"]] == [note["note_id"]]
    renamed = laptop.json("rename", note["note_id"], "Toon je werk")
    assert (laptop.vault / renamed["path"]).is_file()
    draft = laptop.json("draft", "--title", "Wat ik leerde", "--from", note["note_id"])
    for form in ("docx", "pdf", "epub", "html"):
        out = laptop.home / f"Wat ik leerde.{form}"
        laptop.json("export", draft["draft_id"], "--format", form, "-o", str(out), "--audience", "team")
        assert out.stat().st_size > 300
    assert laptop.json("doctor") == []
    saved = laptop.json("backup", str(laptop.home / "Een reservekopie.zip"))
    assert zipfile.ZipFile(saved["path"]).testzip() is None
    laptop.json("restore", saved["path"], "--into", str(laptop.home / "Terug gezet"))
    assert (laptop.home / "Terug gezet" / "vault" / renamed["path"]).is_file()


def test_a_title_and_folders_as_long_as_they_come(laptop: Program) -> None:
    note = laptop.json("note", "Een gedachte die maar niet ophoudt " * 12, stdin="Lang.\n")
    assert (laptop.vault / note["path"]).is_file()
    deep = Path("notes", *["Een map met een lange naam"] * 9, "Diep weg.md")
    (laptop.vault / deep).parent.mkdir(parents=True)
    (laptop.vault / deep).write_text("Diep weggestopt.\n", encoding="utf-8")
    found = laptop.json("search", "weggestopt")["results"]
    assert [result["path"] for result in found] == [deep.as_posix()]
