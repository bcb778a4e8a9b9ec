from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.vault import Outside, VaultContract
from tests.fakes.vault import MemoryVault
from tests.library.house import House, house


class TestFileVault(VaultContract):
    @pytest.fixture
    def home(self, tmp_path: Path) -> Iterator[House]:
        with house(tmp_path) as made:
            yield made

    @pytest.fixture
    def vault(self, home: House):
        return home.vault

    @pytest.fixture
    def outside(self, home: House) -> Outside:
        def write(path: str, data: bytes | None) -> None:
            if data is None:
                (home.root / path).unlink()
            else:
                home.write(path, data)
            home.scan()

        return write


class TestMemoryVault(VaultContract):
    @pytest.fixture
    def vault(self) -> MemoryVault:
        return MemoryVault()

    @pytest.fixture
    def outside(self, vault: MemoryVault) -> Outside:
        return vault.outside
