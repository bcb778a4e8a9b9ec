"""Who may look into the database, and what is said where its folder may not be written."""

from pathlib import Path

import pytest

from pkm_app.base.errors import StorageProblem
from pkm_app.library.database import Database
from tests import systems
from tests.library.nobody import as_nobody


@systems.needs_rights
def test_only_the_owner_may_look(tmp_path: Path):
    path = tmp_path / "data" / "pkm.db"
    Database(path).close()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@systems.needs_rights
def test_a_folder_that_may_not_be_written_is_one_sentence(tmp_path: Path):
    tmp_path.chmod(0o500)
    with as_nobody(tmp_path), pytest.raises(StorageProblem):
        Database(tmp_path / "pkm.db")
