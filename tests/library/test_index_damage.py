"""The index may be lost, spoilt or planted at any time: it is built again, and never opened unless it is ours."""

import gc
import os
import pickle
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from pkm_app.base.errors import NotFound, StorageProblem
from pkm_app.base.events import Failed
from pkm_app.library.database import Database
from pkm_app.library.index_calls import search_index, update_index
from pkm_app.library.index_folder import IndexPlace, Taken
from pkm_app.library.indexer import Indexer
from pkm_app.sense.search import Wanted
from tests import systems
from tests.library.processes import in_processes
from tests.library.vaults import Bench, make_bench, queue

# Whoosh leaves open what it was reading when it met the damage; the collector of garbage closes it, and says so.
pytestmark = pytest.mark.filterwarnings(
    r"ignore:Exception ignored in. <_io\.\w+ name='[^']*/cache/index/:pytest.PytestUnraisableExceptionWarning")

FILES = {f"notes/{n}.md": f"word{n} everywhere\n" for n in range(5)}


@pytest.fixture
def bench(tmp_path: Path):
    made = make_bench(tmp_path)
    made.write(FILES)
    made.drain()
    yield made
    made.db.close()
    gc.collect()  # here, where what Whoosh left open is known of


def whole(bench: Bench) -> bool:
    return len(bench.find("everywhere")) == len(FILES) and bench.find("word3") == ["notes/3.md"]


def segments(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.suffix in (".seg", ".toc")]


def cut_short(folder: Path) -> None:
    for path in segments(folder):
        path.write_bytes(path.read_bytes()[:path.stat().st_size // 2])


def cut_segment(folder: Path) -> None:
    for path in folder.glob("*.seg"):
        path.write_bytes(path.read_bytes()[:path.stat().st_size // 2])


def garbage(folder: Path) -> None:
    for path in segments(folder):
        path.write_bytes(os.urandom(path.stat().st_size))


def without_segment(folder: Path) -> None:
    for path in folder.glob("*.seg"):
        path.unlink()


def other_version(folder: Path) -> None:
    stamp = folder / "pkm-index.json"
    stamp.write_bytes(stamp.read_bytes().replace(b'"format": 1', b'"format": 0'))


def a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("a file")


@pytest.mark.parametrize("harm", [
    shutil.rmtree, cut_short, cut_segment, garbage, without_segment, other_version, a_file])
def test_a_lost_or_damaged_index_is_built_again_by_itself(bench: Bench, harm: Callable[[Path], None]):
    assert whole(bench)
    harm(bench.folder)
    assert whole(bench)
    bench.write({"notes/new.md": "afterwards\n"})
    bench.drain()
    assert bench.find("afterwards") == ["notes/new.md"]


@pytest.mark.parametrize("harm", [cut_short, cut_segment, garbage, without_segment])
def test_damage_met_while_writing_is_mended_too(bench: Bench, harm: Callable[[Path], None]):
    harm(bench.folder)
    bench.write({"notes/new.md": "afterwards everywhere\n"})
    bench.drain()
    assert len(bench.find("everywhere")) == len(FILES) + 1


class Trap:
    """Unpickling this leaves a file."""

    def __init__(self, proof: Path) -> None:
        self.proof = proof

    def __reduce__(self):
        return (os.mkdir, (str(self.proof),))


def looser(bench: Bench) -> None:
    bench.folder.chmod(0o770)


def without_stamp(bench: Bench) -> None:
    (bench.folder / "pkm-index.json").unlink()


def copied(bench: Bench) -> None:
    shutil.copytree(bench.folder, bench.folder.with_name("copy"))
    shutil.rmtree(bench.folder)
    bench.folder.with_name("copy").rename(bench.folder)
    bench.folder.chmod(0o700)


def linked(bench: Bench) -> None:
    bench.folder.rename(bench.folder.with_name("elsewhere"))
    bench.folder.symlink_to(bench.folder.with_name("elsewhere"))


def with_link_inside(bench: Bench) -> None:
    toc = next(bench.folder.glob("*.toc"))
    toc.rename(bench.folder.parent / toc.name)
    toc.symlink_to(bench.folder.parent / toc.name)


def somebody_elses(bench: Bench) -> None:
    os.chown(bench.folder, 65534, 65534)


def another_database(bench: Bench) -> None:
    bench.db.write(lambda c: c.execute("UPDATE index_state SET token = 'other'"))


STRANGE = [without_stamp, copied, another_database]
STRANGE += [] if systems.WINDOWS else [looser, linked, with_link_inside]
if hasattr(os, "geteuid") and os.geteuid() == 0:
    STRANGE.append(somebody_elses)


@pytest.mark.parametrize("make_strange", STRANGE)
def test_trap_16_an_index_that_is_not_surely_ours_is_never_opened(bench: Bench, tmp_path: Path, make_strange):
    proof = tmp_path / "it ran"
    toc = next(bench.folder.glob("*.toc"))
    marker = toc.read_bytes()
    assert b"whoosh" in marker  # a pickle that names classes: what opening it would run
    toc.write_bytes(planted(marker, proof))
    make_strange(bench)
    assert whole(bench)
    assert not proof.exists()


def test_the_trap_of_the_test_above_does_spring_when_such_an_index_is_opened(bench: Bench, tmp_path: Path):
    from whoosh.index import open_dir

    proof = tmp_path / "it ran"
    toc = next(bench.folder.glob("*.toc"))
    toc.write_bytes(planted(toc.read_bytes(), proof))
    with suppress(Exception):
        open_dir(str(bench.folder)).doc_count()
    assert proof.exists()


def planted(toc: bytes, proof: Path) -> bytes:
    """The same list of contents, with the last pickle in it (the segments) replaced."""
    start = max(toc.rfind(b"\x80\x05\x95"), toc.rfind(b"\x80\x04\x95"))
    return toc[:start] + pickle.dumps(Trap(proof), 4)


def test_trap_16_the_index_lies_in_a_folder_of_its_own_for_its_owner_alone(bench: Bench):
    assert systems.WINDOWS or bench.folder.stat().st_mode & 0o777 == 0o700
    assert bench.folder.parent == bench.root / "cache"
    assert not [path for path in (bench.root / "vault").rglob("*") if path.is_file() and path.suffix != ".md"]


def test_what_killed_writers_left_is_swept(bench: Bench):
    for name in ("MAIN_0123456789abcdef.trm", "_MAIN_0.toc.1234.5", "abc.tmp", "MAIN_0123456789abcdef.seg"):
        (bench.folder / name).write_bytes(b"left over")
    bench.write({"notes/new.md": "afterwards\n"})
    bench.drain()
    assert not [path for path in bench.folder.iterdir() if path.stat().st_size and path.read_bytes() == b"left over"]
    assert whole(bench)
    assert bench.find("afterwards") == ["notes/new.md"]


def test_who_does_not_get_the_lock_leaves_its_paths_to_the_holder(bench: Bench):
    theirs = Indexer(bench.db, bench.root / "vault", bench.folder, lambda function, *rest, seconds=None: Taken("busy"))
    bench.write({"notes/a.md": "first\n"})
    assert list(theirs.drain()) == []
    operation = bench.indexer.drain()
    next(operation)  # the holder has taken in one batch, and lets the lock go between batches
    bench.write({"notes/b.md": "second\n"})
    assert list(theirs.drain()) == []
    list(operation)  # it looks once more
    assert bench.db.read(lambda c: c.execute("SELECT count(*) FROM index_queue").fetchone()[0]) == 0
    assert (bench.find("first"), bench.find("second")) == (["notes/a.md"], ["notes/b.md"])


def test_a_path_queued_again_while_it_is_taken_in_stays_queued(bench: Bench):
    bench.write({"notes/a.md": "first\n"})

    def call(function, *arguments, seconds=None):
        outcome = function(*arguments)
        if function is update_index and not later:
            later.append(1)
            bench.write({"notes/a.md": "second\n"})
        return outcome

    later: list[int] = []
    list(Indexer(bench.db, bench.root / "vault", bench.folder, call).drain())
    assert (bench.find("first"), bench.find("second")) == ([], ["notes/a.md"])


def test_a_file_that_the_worker_cannot_bear_is_left_out_and_told(bench: Bench):
    bench.write({f"notes/x{n}.md": f"new{n} text\n" for n in range(7)})

    def call(function, place, paths, *rest, seconds=None):
        if "notes/x3.md" in paths:
            raise NotFound("This took longer than {seconds} seconds and was stopped.", seconds=1)
        return function(place, paths, *rest)

    events = list(Indexer(bench.db, bench.root / "vault", bench.folder, call).drain())
    assert [event.subject_id for event in events if isinstance(event, Failed)] == ["notes/x3.md"]
    assert len(bench.find("text")) == 6


def test_a_worker_that_is_gone_fails_the_drain_and_keeps_the_queue(bench: Bench):
    bench.write({"notes/x.md": "new\n", "notes/y.md": "new\n"})

    def call(*arguments, seconds=None):
        raise NotFound("This was stopped because the program is closing.")

    with pytest.raises(NotFound):
        list(Indexer(bench.db, bench.root / "vault", bench.folder, call).drain())
    bench.drain()
    assert len(bench.find("new")) == 2


def test_an_empty_vault_can_be_searched(tmp_path: Path):
    empty = make_bench(tmp_path)
    assert empty.find("anything") == []
    empty.db.close()


def test_a_cache_that_cannot_be_written_is_one_sentence(bench: Bench):
    shutil.rmtree(bench.folder.parent)
    bench.folder.parent.write_text("a file")
    bench.write({"notes/new.md": "new\n"})
    with pytest.raises(StorageProblem):
        bench.drain()


def test_processes_that_save_at_once_find_everything_afterwards(bench: Bench):
    in_processes(save_and_drain, [(str(bench.root), n) for n in range(3)])
    bench.drain()
    for n in range(3):
        assert len(bench.find(f"process{n}")) == 4


def save_and_drain(root: str, number: int) -> None:
    db = Database(Path(root) / "data" / "pkm.db")
    here = Bench(Path(root), db, Indexer(db, Path(root) / "vault", Path(root) / "cache" / "index",
                                         lambda function, *rest, seconds=None: function(*rest)), [])
    for n in range(4):
        here.write({f"notes/p{number}-{n}.md": f"process{number} text{n}\n"})
        here.drain()
        here.find("everywhere")
    db.close()


def test_a_killed_writer_does_not_harm_what_was_there(bench: Bench):
    in_processes(write_and_die, [(str(bench.root),)], codes={-9})
    assert whole(bench)
    queue(bench.db, "notes/0.md")
    bench.drain()
    assert whole(bench)


def write_and_die(root: str) -> None:
    from whoosh.index import open_dir

    place = IndexPlace(str(Path(root) / "cache" / "index"), "", "")
    writer = open_dir(place.folder).writer()
    writer.add_document(path="x", kind="note", id="x", exact="x", stems="x")
    os.kill(os.getpid(), 9)


def test_searching_from_elsewhere_builds_nothing(tmp_path: Path):
    from pkm_app.library.index_folder import NoIndex

    with pytest.raises(NoIndex):
        search_index(IndexPlace(str(tmp_path / "index"), str(tmp_path), "t"), Wanted("word"))
    assert list(tmp_path.iterdir()) == []
