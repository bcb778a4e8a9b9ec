"""Searching, saved searches, the term list and what is related, on the command line."""

from __future__ import annotations

from tests.cli.terminal import Terminal


def write(terminal: Terminal, title: str, body: str, *more: str) -> str:
    return str(terminal.json("note", title, *more, stdin=body)["note_id"])


def test_vault_and_stream_in_one_list_narrowed_and_counted(reader: Terminal) -> None:
    write(reader, "Eigen", "Over social learning en gesprekken.", "--lang", "nl", "--tag", "leren/samen")
    found = reader.json("search", "social learning", "--counts")
    assert {hit["kind"] for hit in found["results"]} == {"note", "article"}
    assert found["total"] == 6
    assert found["counts"]["kind"] == {"article": 5, "note": 1}
    assert found["counts"]["tag"] == {"leren": 1, "leren/samen": 1}
    assert found["counts"]["year"]["2026"] == 6
    assert [hit["kind"] for hit in reader.json("search", "social tag:leren")["results"]] == ["note"]
    assert len(reader.json("search", "author:stodd social before:2026-11-03")["results"]) == 2
    assert len(reader.json("search", 'source:"over leren" kind:article')["results"]) == 5
    assert reader.json("search", "author:stodd after:2026-11-05 -conversations")["results"] == []
    assert "kind: article 5, note 1" in reader.run("search", "social learning", "--counts").out
    reader.run("search", code=2)


def test_terms_of_ones_own_bring_the_languages_together(reader: Terminal) -> None:
    note = write(reader, "Samen wijzer", "Wij deden intervisie met collega's over lastige vragen.", "--lang", "nl")
    other = write(reader, "Peers", "We tried peer consultation.", "--lang", "en")
    assert [hit["id"] for hit in reader.json("search", "intervisie")["results"]] == [note]
    reader.json("terms", "add", "intervisie", "peer consultation")
    assert [hit["id"] for hit in reader.json("search", "intervisie")["results"]] == [note, other]
    assert [hit["id"] for hit in reader.json("search", "peer consultation")["results"]] == [other, note]
    related = {row["id"]: row["why"] for row in reader.json("related", note)}
    assert related[other] == ["terms"]
    assert "* intervisie = peer consultation" in reader.run("terms", "list", "--own").out
    assert (reader.vault / ".pkm" / "terms.toml").exists()
    reader.json("terms", "remove", "peer consultation")
    assert [hit["id"] for hit in reader.json("search", "intervisie")["results"]] == [note]
    assert "not in the term list" in reader.refused("terms", "remove", "peer consultation")
    reader.json("terms", "remove", "werkplekleren")
    assert "- werkplekleren = workplace learning" in reader.run("terms", "list").out
    reader.json("terms", "restore", "werkplekleren")
    assert "at least two" in reader.refused("terms", "add", "alone")


def test_articles_of_the_stream_are_related_to_a_note_in_the_other_language(reader: Terminal) -> None:
    note = write(reader, "Sociaal leren", "Een gesprek over sociaal leren.", "--lang", "nl")
    rows = [row for row in reader.json("related", note) if row["kind"] == "article"]
    assert len(rows) == 5
    assert all(row["path"] == "" and row["id"] for row in rows)


def test_saved_searches(reader: Terminal) -> None:
    assert reader.json("search", "social kind:article", "--save", "Sociaal")["results"]
    assert reader.json("searches", "list") == [{"name": "Sociaal", "query": "social kind:article"}]
    assert len(reader.json("search", "--saved", "sociaal")["results"]) == 5
    assert len(reader.json("search", "before:2026-11-03", "--saved", "sociaal")["results"]) == 2
    reader.json("searches", "rename", "sociaal", "Social")
    reader.json("searches", "remove", "Social")
    assert "no saved search" in reader.refused("search", "--saved", "Social")
    assert "No searches" in reader.run("searches", "list").out
