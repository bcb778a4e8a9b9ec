from __future__ import annotations

from pathlib import Path

from pkm_app.content.vaultfile import VaultFile
from pkm_app.library.database import Database
from pkm_app.library.filecache import FileCache, Known
from pkm_app.library.filecards import record_of


def test_places_are_filled_in_for_what_an_earlier_version_of_the_program_read(tmp_path: Path) -> None:
    db = Database(tmp_path / "pkm.db")
    cache = FileCache(db)
    cache.begin("/vault")
    data = VaultFile.new({"type": "source", "url": "https://a.example/x"}, "").to_bytes()
    cache.put_all([record_of("sources/S.md", data, Known(1, len(data), "d"), lambda _source, _highlight: None)])
    db.write(lambda c: c.execute("UPDATE vault_files SET place = ''").rowcount)
    assert cache.by_url("http://a.example/x/") is None
    cache.begin("/vault")
    found = cache.by_url("http://a.example/x/")
    assert found is not None
    assert found.path == "sources/S.md"
    db.close()
