"""Names, reasons, folders and quiet sources without a window."""

from __future__ import annotations

from tests.cli.terminal import Terminal


def test_a_source_is_organised_and_the_list_goes_out_as_it_is(reader: Terminal) -> None:
    done = reader.json("organise", "Over leren", "--title", "Leren", "--why", "Scherp", "--folder", "Blogs/NL",
                       "--folder", "Werk", "--quiet-source")
    assert set(done) == {"feed_id", "title", "address", "why", "folders", "quiet", "pictures"}
    assert (done["title"], done["why"], done["quiet"]) == ("Leren", "Scherp", True)
    assert done["folders"] == ["Blogs/NL", "Werk"]
    assert [row["folder"] for row in reader.json("folder", "list")] == ["Blogs/NL", "Werk"]
    assert [row["unread"] for row in reader.json("folder", "list")] == [0, 0], "quiet sources are not counted"
    reader.json("opml", str(reader.folder / "out.opml"))
    out = (reader.folder / "out.opml").read_text()
    assert out.count("xmlUrl=") == 2
    assert 'why="Scherp"' in out
    assert reader.json("organise", "Leren", "--counted", "--top")["folders"] == [""]


def test_folders_are_renamed_and_removed(reader: Terminal) -> None:
    assert reader.json("folder", "rename", "Blogs", "Lezen/Blogs") == {"folder": "Lezen/Blogs", "moved": 1}
    assert reader.json("feeds")[0]["folder"] == "Lezen/Blogs"
    assert reader.json("folder", "remove", "Lezen/Blogs") == {"folder": "Lezen/Blogs", "moved": 1}
    assert reader.json("feeds")[0]["folder"] == "Lezen"
    assert "no folder" in reader.refused("folder", "rename", "Blogs", "X")


def test_what_to_change_must_be_said(reader: Terminal) -> None:
    reader.run("organise", "Over leren", code=2)
    reader.run("organise", "Over leren", "--top", "--folder", "x", code=2)
    assert "nobody" in reader.refused("organise", "nobody", "--why", "x")
