"""The trash of a vault: what is deleted can be put back, and never over anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pkm_app.base.errors import NotFound
from pkm_app.content.vaultfile import VaultFile
from pkm_app.sense.ports import Vault
from tests.fakes.vault import MemoryVault
from tests.library.house import house


@pytest.fixture(params=["disk", "memory"])
def vault(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Vault]:
    if request.param == "memory":
        yield MemoryVault()
        return
    with house(tmp_path) as made:
        yield made.vault


def test_what_is_deleted_comes_back_as_it_was(vault: Vault) -> None:
    path = vault.create("notes", "One", VaultFile.new({"title": "One"}, "Words.\n")).path
    before = vault.load(path).file.to_bytes()
    trashed = vault.delete(path)
    assert list(vault.trash()) == [trashed]
    assert vault.load(trashed).file.to_bytes() == before
    assert vault.put_back(trashed) == path
    assert vault.load(path).file.to_bytes() == before
    assert vault.find(path).title == "One"
    assert list(vault.trash()) == []


def test_nothing_is_put_back_over_another(vault: Vault) -> None:
    path = vault.create("notes", "One", VaultFile.new({}, "First.\n")).path
    first = vault.delete(path)
    assert vault.create("notes", "One", VaultFile.new({}, "Second.\n")).path == path
    second = vault.delete(path)
    assert len({first, second}) == 2
    assert vault.put_back(second) == path
    beside = vault.put_back(first)
    assert beside != path
    assert (vault.load(path).file.body, vault.load(beside).file.body) == ("Second.\n", "First.\n")


def test_what_is_not_there_is_said(vault: Vault) -> None:
    with pytest.raises(NotFound):
        vault.put_back(".trash/notes/none.md")
    with pytest.raises(NotFound):
        vault.put_back("../elsewhere.md")
