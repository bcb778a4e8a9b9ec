"""What every vault must do: the suite for ``sense.ports.Vault``.

A test module subclasses :class:`VaultContract` and gives the fixtures ``vault`` and ``outside``; the latter is a
function ``outside(path, data)`` by which another program writes bytes (None: removes the file), noticed at once.
"""

from collections.abc import Callable

import pytest

from pkm_app.base.errors import Ambiguous, NotFound, Refused
from pkm_app.content.highlights import add_highlight
from pkm_app.content.quotation import quotation
from pkm_app.content.vaultfile import VaultFile, parse_vault_file
from pkm_app.sense.model import Highlight
from pkm_app.sense.ports import Vault
from tests.contracts.vault_paths import TestsOfPaths

Outside = Callable[[str, bytes | None], None]
HL = "hl-abc123def4"


def note(title: str = "A note", body: str = "Words.\n", **fields: object) -> VaultFile:
    return VaultFile.new({"type": "note", "title": title, **fields}, body)  # type: ignore[arg-type]


def source(file_id: str = "01src", body: str = "", **fields: object) -> VaultFile:
    known = {"id": file_id, "type": "source", "title": "A source", "url": "https://example.org/post", **fields}
    return VaultFile.new(known, body)  # type: ignore[arg-type]


def anchor(**fields: object) -> Highlight:
    known = {"highlight_id": HL, "source_path": "", "source_id": "01src", "exact": "the conversations that surround",
             "prefix": "about ", "suffix": " this", "start": 26, "colour": "green",
             "made": "2026-11-20T14:12:03+01:00", "digest": "0" * 64}
    return Highlight(**{**known, **fields})  # type: ignore[arg-type]


class TestsOfFiles:
    def test_a_new_file_is_named_by_its_title_and_read_back(self, vault: Vault):
        saved = vault.create("notes", "Conditions, not design", note())
        assert saved.path == "notes/Conditions, not design.md"
        loaded = vault.load(saved.path)
        assert (loaded.path, loaded.digest, loaded.file) == (saved.path, saved.digest, note())

    def test_names_are_free_and_stay_in_their_folder(self, vault: Vault):
        titles = ["Same", "same", "Same", "../../out", "..", "/etc/passwd", "CON", ""]
        paths = [vault.create("notes", title, note()).path for title in titles]
        assert len({path.casefold() for path in paths}) == len(titles)
        assert all(path.startswith("notes/") and path.count("/") == 1 for path in paths)

    def test_a_save_replaces_what_was_loaded(self, vault: Vault):
        path = vault.create("notes", "One", note()).path
        loaded = vault.load(path)
        saved = vault.save(path, loaded.file.with_body("Other words.\n"), loaded.digest)
        assert (saved.path, saved.conflict, saved.written) == (path, "", True)
        assert vault.load(path).file.body == "Other words.\n"
        assert vault.load(path).digest == saved.digest

    def test_a_save_that_changes_nothing_writes_nothing(self, vault: Vault):
        path = vault.create("notes", "One", note()).path
        loaded = vault.load(path)
        saved = vault.save(path, loaded.file, loaded.digest)
        assert (saved.written, saved.digest, saved.conflict) == (False, loaded.digest, "")
        assert vault.history(path) == []

    def test_what_somebody_else_wrote_is_kept_beside_it(self, vault: Vault, outside: Outside):
        path = vault.create("notes", "One", note()).path
        loaded = vault.load(path)
        outside(path, b"theirs\n")
        saved = vault.save(path, loaded.file.with_body("mine\n"), loaded.digest)
        assert vault.load(path).file.body == "mine\n"
        assert saved.conflict.startswith("notes/One (conflict ")
        assert vault.load(saved.conflict).file.to_bytes() == b"theirs\n"
        assert {card.path for card in vault.cards()} == {path, saved.conflict}

    def test_a_file_that_vanished_is_written_again(self, vault: Vault, outside: Outside):
        path = vault.create("notes", "One", note()).path
        loaded = vault.load(path)
        outside(path, None)
        assert vault.save(path, loaded.file.with_body("mine\n"), loaded.digest).written
        assert vault.load(path).file.body == "mine\n"

    def test_a_deleted_file_is_gone(self, vault: Vault):
        path = vault.create("notes", "One", note()).path
        vault.delete(path)
        assert vault.cards() == []
        for wanted in (vault.load, vault.find, vault.delete):
            with pytest.raises(NotFound):
                wanted(path)

    @pytest.mark.parametrize("path", ["../x", "notes/../../x", "/etc/passwd", "notes/../x.md"])
    def test_a_path_never_leads_out(self, vault: Vault, path: str):
        with pytest.raises(Refused):
            vault.load(path)
        with pytest.raises(Refused):
            vault.save(path, note(), "0" * 64)
        with pytest.raises(Refused):
            vault.delete(path)
        with pytest.raises(Refused):
            vault.create(path, "title", note())

    def test_what_is_not_there_is_said(self, vault: Vault):
        for wanted in (vault.load, vault.delete, vault.find, vault.find_highlight):
            with pytest.raises(NotFound):
                wanted("notes/nowhere.md")
        with pytest.raises(NotFound):
            vault.find("")

    def test_former_versions(self, vault: Vault):
        path = vault.create("notes", "One", note(body="first\n")).path
        loaded = vault.load(path)
        vault.save(path, loaded.file.with_body("second\n"), loaded.digest)
        versions = vault.history(path)
        assert [version.number for version in versions] == [1]
        assert versions[0].bytes == len(vault.version(path, 1))
        assert parse_vault_file(vault.version(path, 1)).body == "first\n"
        for number in (0, 2):
            with pytest.raises(NotFound):
                vault.version(path, number)


class TestsOfCards:
    def test_a_card_says_what_the_file_says(self, vault: Vault):
        file = note("Seeds", "# Other heading\n\nFirst *words* with #inline.\n\n%% private\nnobody\n%%\n", id="01note",
                    tags=["garden"], lang="en", private=True, maturity="seed", question="open")
        card = vault.find(vault.create("notes", "Seeds", file).path)
        assert (card.file_id, card.type, card.title) == ("01note", "note", "Seeds")
        assert (card.tags, card.lang, card.private) == (("garden", "inline"), "en", True)
        assert (card.maturity, card.question) == ("seed", "open")
        assert card.excerpt == "Other heading First words with #inline."
        assert card.modified is not None

    def test_a_file_without_front_matter_is_a_note(self, vault: Vault, outside: Outside):
        outside("deep/er/Just a file.md", b"Words.\n")
        outside("Another.md", b"\xef\xbb\xbf\r\n# Its heading #\r\nWords.\r\n")
        outside("type.md", b"---\ntype: recipe\n---\n")
        titles = {card.path: (card.type, card.title) for card in vault.cards()}
        assert titles == {"deep/er/Just a file.md": ("note", "Just a file"), "Another.md": ("note", "Its heading"),
                          "type.md": ("note", "type")}

    def test_latest_change_first_by_type_and_in_pages(self, vault: Vault):
        paths = [vault.create("notes", f"N{n}", note()).path for n in range(3)]
        vault.create("sources", "S", source())
        loaded = vault.load(paths[0])
        vault.save(paths[0], loaded.file.with_body("again\n"), loaded.digest)
        assert [card.path for card in vault.cards(("note",))] == [paths[0], paths[2], paths[1]]
        assert [card.path for card in vault.cards(("note",), limit=1, offset=1)] == [paths[2]]
        assert {card.type for card in vault.cards(("source", "draft"))} == {"source"}

    def test_what_left_is_listed_only_when_asked_for(self, vault: Vault):
        path = vault.create("shared", "Sent", VaultFile.new({"type": "shared", "title": "Sent"}, "")).path
        assert vault.cards() == []
        assert [card.path for card in vault.cards(("shared",))] == [path]

    def test_finding_by_id_beginning_and_path(self, vault: Vault):
        path = vault.create("notes", "One", note(id="01abcd")).path
        vault.create("notes", "Two", note(id="01abxy"))
        assert {vault.find(name).path for name in ("01abcd", "01abc", path, path.removesuffix(".md"))} == {path}
        with pytest.raises(Ambiguous):
            vault.find("01ab")

    def test_of_two_files_with_one_id_the_one_without_a_conflict_name_keeps_it(self, vault: Vault, outside: Outside):
        path = vault.create("notes", "One", note(id="01abcd")).path
        data = vault.load(path).file.to_bytes()
        outside("notes/A.sync-conflict-20261120-141203-ABCDEFG.md", data)
        assert vault.find("01abcd").path == path
        ids = {card.path: card.file_id for card in vault.cards()}
        assert ids == {path: "01abcd", "notes/A.sync-conflict-20261120-141203-ABCDEFG.md": ""}

    def test_a_source_is_found_by_its_address(self, vault: Vault):
        path = vault.create("sources", "S", source()).path
        vault.create("notes", "N", note(url="https://example.org/other"))
        found = vault.by_url("https://example.org/post")
        assert found is not None
        assert found.path == path
        assert vault.by_url("https://example.org/other") is None
        assert vault.by_url("") is None

    def test_a_source_is_found_though_its_address_is_spelled_otherwise_now(self, vault: Vault):
        path = vault.create("sources", "S", source()).path
        other = vault.create("sources", "T", source(url="https://example.org/post?p=2")).path
        for url in ("http://example.org/post", "https://example.org/post/", "https://EXAMPLE.org:443/post#top",
                    "https://example.org/post?utm_source=feed"):
            found = vault.by_url(url)
            assert found is not None
            assert found.path == path
        found = vault.by_url("http://example.org/post?p=2&utm_medium=rss")
        assert found is not None
        assert found.path == other
        assert vault.by_url("https://example.org/post?p=3") is None
        nearer = vault.create("sources", "A longer name", source(url="http://example.org/post")).path
        found = vault.by_url("http://example.org/post")
        assert found is not None
        assert found.path == nearer

    def test_links_mean_file_names(self, vault: Vault):
        path = vault.create("sources", "Conditions, not design", source()).path
        assert vault.resolve("Conditions, not design", "notes/x.md") == path
        assert vault.resolve("conditions, not DESIGN.md", "x.md") == path
        assert vault.resolve("sources/Conditions, not design", "x.md") == path
        assert vault.resolve("nothing", "x.md") is None


class TestsOfHighlights:
    def highlighted(self, vault: Vault) -> str:
        words = "the conversations that surround"
        return vault.create("sources", "S", source(body=add_highlight("", HL, words, "What I think."))).path

    def test_a_highlight_is_read_from_the_file_and_its_anchor(self, vault: Vault):
        vault.put_anchor("01src", anchor())
        path = self.highlighted(vault)
        expected = anchor(source_path=path, comment="What I think.")
        assert vault.highlights() == [expected]
        assert vault.highlights(path) == [expected]
        assert vault.find_highlight(HL) == vault.find_highlight("hl-abc") == expected

    def test_an_anchor_may_come_later(self, vault: Vault):
        path = self.highlighted(vault)
        assert vault.highlights(path)[0].start == -1
        vault.put_anchor("01src", anchor())
        assert vault.highlights(path)[0].start == 26

    def test_where_it_is_used(self, vault: Vault):
        self.highlighted(vault)
        quoted = quotation("the conversations that surround", "S", HL, "Somebody", "A source")
        user = vault.create("notes", "Uses it", note(body=quoted + "\n")).path
        assert vault.find_highlight(HL).used_in == (user,)

    def test_a_highlight_that_goes_from_the_file_is_gone(self, vault: Vault):
        path = self.highlighted(vault)
        loaded = vault.load(path)
        vault.save(path, loaded.file.with_body("Nothing.\n"), loaded.digest)
        assert vault.highlights() == []
        with pytest.raises(NotFound):
            vault.find_highlight(HL)

    def test_beginnings_must_decide(self, vault: Vault):
        body = add_highlight(add_highlight("", HL, "one"), "hl-abc999def4", "two")
        vault.create("sources", "S", source(body=body))
        with pytest.raises(Ambiguous):
            vault.find_highlight("hl-abc")
        assert [highlight.exact for highlight in vault.highlights()] == ["one", "two"]

    def test_a_copy_of_a_source_does_not_double_its_highlights(self, vault: Vault, outside: Outside):
        path = self.highlighted(vault)
        outside("sources/S (conflict 2026-11-20 141203).md", vault.load(path).file.to_bytes())
        assert [highlight.source_path for highlight in vault.highlights()] == [path]
        assert vault.find_highlight(HL).source_path == path

    def test_anchors_are_written_once(self, vault: Vault):
        vault.put_anchor("01src", anchor())
        with pytest.raises(Refused):
            vault.put_anchor("01src", anchor(start=3))
        assert vault.anchor("01src", HL) == anchor()
        assert vault.anchor("01src", "hl-0000000000") is None
        assert vault.anchor("other", HL) is None

    def test_snapshots(self, vault: Vault):
        digest = vault.put_snapshot("01src", "<p>The words</p>")
        assert vault.put_snapshot("01src", "<p>The words</p>") == digest
        assert vault.put_snapshot("01src", "<p>Other words</p>") != digest
        assert "<p>The words</p>" in vault.snapshot("01src", digest)
        assert digest in vault.snapshots_of("01src")
        assert len(vault.snapshots_of("01src")) == 2
        assert list(vault.snapshots_of("01other")) == []
        for source_id, name in (("01src", "0" * 64), ("other", digest), ("01src", "../../x")):
            with pytest.raises(NotFound):
                vault.snapshot(source_id, name)

    @pytest.mark.parametrize("source_id", ["../../out", "/etc", "a/b", "..", "con", "é" * 200])
    def test_an_odd_id_of_a_source_leads_nowhere_else(self, vault: Vault, source_id: str):
        digest = vault.put_snapshot(source_id, "<p>The words</p>")
        assert "The words" in vault.snapshot(source_id, digest)
        vault.put_anchor(source_id, anchor(source_id=source_id))
        found = vault.anchor(source_id, HL)
        assert found is not None
        assert found.exact == "the conversations that surround"


class VaultContract(TestsOfFiles, TestsOfCards, TestsOfHighlights, TestsOfPaths):
    """All of it."""
