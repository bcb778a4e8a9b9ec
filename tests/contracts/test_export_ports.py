"""What the pictures of a vault and a maker of files do: the real ones, and the stand-ins."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from typing import Any

import pytest

from pkm_app.base.errors import Refused
from pkm_app.base.events import finish
from pkm_app.base.resources import resources_folder
from pkm_app.flow.exporting import Builder
from pkm_app.library.pictures import VaultPictures
from pkm_app.share.formats import FORMATS, Form, Job, Wanted
from pkm_app.share.ports import Pictures
from pkm_app.work.exports import Exports
from pkm_app.work.worker import WorkerPool
from tests import systems
from tests.fakes.exports import DictPictures, HereBuilder, styles
from tests.share.drafts import PICTURES, document

FILES = {"attachments/a.png": b"A", "attachments/deep/B c.jpg": b"B", "notes/near.png": b"N", "top.png": b"T"}


@pytest.fixture(params=["real", "fake"])
def pictures(request: pytest.FixtureRequest, tmp_path: Path) -> Pictures:
    if request.param == "fake":
        fake = DictPictures()
        fake.files.update(FILES)
        return fake
    for name, data in FILES.items():
        (tmp_path / "vault" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "vault" / name).write_bytes(data)
    (tmp_path / "outside.png").write_bytes(b"SECRET")
    if not systems.WINDOWS:
        (tmp_path / "vault" / "link.png").symlink_to(tmp_path / "outside.png")
    (tmp_path / "vault" / ".pkm").mkdir()
    (tmp_path / "vault" / ".pkm" / "hidden.png").write_bytes(b"SECRET")
    return VaultPictures(tmp_path / "vault")


@pytest.mark.parametrize(("target", "data"), [
    ("a.png", b"A"), ("attachments/a.png", b"A"), ("/attachments/a.png", b"A"), ("../attachments/a.png", b"A"),
    ("B c.jpg", b"B"), ("b C.JPG", b"B"), ("deep/B c.jpg", b"B"), ("near.png", b"N"), ("top.png", b"T"),
    ("../top.png", b"T"), ("none.png", None), ("", None), ("../../outside.png", None), ("/etc/passwd", None),
    ("link.png", None), (".pkm/hidden.png", None), ("a.png\0", None), ("attachments", None),
])
def test_a_picture_is_found_as_it_is_written_and_never_outside_the_vault(pictures: Pictures, target: str,
                                                                        data: bytes | None) -> None:
    assert pictures.read(target, "notes/Note.md") == data


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_the_same_in_a_process_of_its_own(form: Form) -> None:
    job = Job(document(), Wanted(form), styles(), PICTURES)
    builders: tuple[Builder, ...] = (Exports(str(resources_folder() / "fonts")), HereBuilder())
    one, two = (finish(builder.build(job.wanted, lambda: job)) for builder in builders)
    assert (one == two) if form in ("markdown", "html", "epub") else abs(len(one) - len(two)) < 200


def test_a_file_nobody_wants_any_more_ends_its_process() -> None:
    job = Job(document("word " * 400_000, template="post"), Wanted("pdf"), styles())
    operation = Exports(str(resources_folder() / "fonts")).build(job.wanted, lambda: job)
    while not any(child.name == "export" for child in multiprocessing.active_children()):
        next(operation)
    operation.close()
    assert not any(child.name == "export" for child in multiprocessing.active_children())


@pytest.mark.parametrize(("form", "pictures", "apart"), [
    ("html", {}, False), ("markdown", {}, False), ("eml", {}, False), ("html", PICTURES, True), ("docx", {}, True)])
def test_only_what_is_heavy_or_holds_pictures_gets_a_process(
        form: Form, pictures: dict[str, bytes], apart: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[WorkerPool] = []

    def pool(*how: Any) -> WorkerPool:
        made.append(WorkerPool(*how))
        return made[-1]

    monkeypatch.setattr("pkm_app.work.exports.WorkerPool", pool)
    job = Job(document(), Wanted(form), styles(), pictures)
    finish(Exports(str(resources_folder() / "fonts")).build(job.wanted, lambda: job))
    assert bool(made) == apart


@pytest.mark.parametrize("builder", [Exports("/nowhere"), HereBuilder()])
def test_a_draft_that_may_not_leave_is_refused_and_leaves_no_process(builder: Builder) -> None:
    def resolve() -> Job:
        raise Refused("This stays in.")

    with pytest.raises(Refused, match="stays in"):
        finish(builder.build(Wanted("docx"), resolve))
    assert not any(child.name == "export" for child in multiprocessing.active_children())
