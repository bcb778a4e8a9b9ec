from __future__ import annotations

import threading
from pathlib import Path

from pkm_app.base.errors import StorageProblem
from pkm_app.library.settings import Settings
from pkm_app.work.later import SoonSettings


class Disk:
    """Keeps texts in memory; tells when one arrived, and fails as long as it is ``full``."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.writes: list[tuple[str, str]] = []
        self.full = False
        self.asked = threading.Event()

    def get(self, key: str, default: str = "") -> str:
        return self.kept.get(key, default)

    def put(self, key: str, value: str) -> None:
        self.writes.append((key, value))
        self.asked.set()
        if self.full:
            raise StorageProblem("The disk is full.")
        self.kept[key] = value


def test_what_was_put_is_there_at_once_and_on_the_disk_in_the_end() -> None:
    disk = Disk()
    disk.kept["old"] = "kept"
    soon = SoonSettings(disk)
    soon.put("width", "1")
    soon.put("width", "2")
    assert (soon.get("width"), soon.get("old"), soon.get("none", "x")) == ("2", "kept", "x")
    soon.close()
    assert disk.kept == {"old": "kept", "width": "2"}
    assert soon.get("width") == "2"


def test_it_is_written_soon_without_being_closed() -> None:
    disk = Disk()
    soon = SoonSettings(disk)
    soon.put("width", "1")
    assert disk.asked.wait(30)
    soon.close()
    assert disk.writes == [("width", "1")]


def test_changes_of_one_moment_are_one_write() -> None:
    disk = Disk()
    soon = SoonSettings(disk)
    for number in range(50):
        soon.put("words", str(number))
    soon.close()
    assert disk.kept == {"words": "49"}
    assert len(disk.writes) < 10


def test_what_could_not_be_written_is_kept_and_tried_again() -> None:
    disk = Disk()
    disk.full = True
    soon = SoonSettings(disk)
    soon.put("words", "precious")
    assert disk.asked.wait(30)
    assert soon.get("words") == "precious"
    disk.full = False
    soon.close()
    assert disk.kept == {"words": "precious"}


def test_an_empty_text_is_a_text() -> None:
    disk = Disk()
    disk.kept["words"] = "old"
    soon = SoonSettings(disk)
    soon.put("words", "")
    assert soon.get("words", "default") == ""
    soon.close()
    assert disk.kept == {"words": ""}


def test_closing_twice_harms_nothing() -> None:
    soon = SoonSettings(Disk())
    soon.close()
    soon.close()


def test_on_a_real_disk(tmp_path: Path) -> None:
    soon = SoonSettings(Settings(tmp_path))
    threads = [threading.Thread(target=lambda n=n: soon.put(f"key{n}", str(n))) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    soon.close()
    assert {Settings(tmp_path).get(f"key{n}") for n in range(8)} == {str(n) for n in range(8)}
