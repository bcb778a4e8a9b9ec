"""What every vault must do when files are made and moved: part of the suite in tests/contracts/vault.py."""

import pytest

from pkm_app.base.errors import NotFound, Refused, StorageProblem
from pkm_app.content.vaultfile import VaultFile
from pkm_app.sense.ports import Vault


def note(title: str = "A note", body: str = "Words.\n") -> VaultFile:
    return VaultFile.new({"type": "note", "title": title}, body)


class TestsOfPaths:
    def test_a_new_file_takes_no_links_from_another(self, vault: Vault):
        meant = vault.create("sources", "What", note("What")).path
        linking = vault.create("notes", "Here", note(body="[[What]] [[Not yet]]\n")).path
        assert vault.create("notes", "what?", note()).path == "notes/what 2.md"
        assert vault.resolve("What", linking) == meant
        assert vault.create("notes", "Not yet", note()).path == "notes/Not yet.md"

    def test_a_file_moves_with_its_history_and_never_over_another(self, vault: Vault):
        path = vault.create("notes", "One", note()).path
        loaded = vault.load(path)
        vault.save(path, loaded.file.with_body("Other words.\n"), loaded.digest)
        other = vault.create("notes", "Two", note("Two")).path
        with pytest.raises(StorageProblem):
            vault.move(path, other)
        vault.move(path, "notes/Three.md")
        assert vault.load("notes/Three.md").file.body == "Other words.\n"
        assert vault.load(other).file == note("Two")
        assert vault.version("notes/Three.md", 1) == note().to_bytes()
        assert not vault.history(path)
        assert vault.find("notes/Three.md").title == "A note"
        with pytest.raises(NotFound):
            vault.move(path, "notes/Four.md")
        with pytest.raises(Refused):
            vault.move("notes/Three.md", "../out.md")
