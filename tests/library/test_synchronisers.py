import pytest

from pkm_app.library.synchronisers import is_conflict_copy, is_stray, original_name

COPIES = [
    "Note (conflict 2026-11-20 141203).md",
    "Note (conflict 2026-11-20 141203) 2.md",
    "Note.sync-conflict-20261120-141203-ABCDEFG.md",
    "Note (conflicted copy 2026-11-20 141203).md",
    "Note (conflicted copy anna 2026-11-20 141203).md",
    "Note (Anna's conflicted copy 2026-11-20).md",
    "Note (Anna’s conflicted copy 2026-11-20 (1)).md",
    "Note (conflicterende kopie van Anna 2026-11-20).md",
    "Note_conflict-20261120-141203.md",
    "Note-DESKTOP-A1B2C3D.md",
    "Note-LAPTOP-9XYZ12AB-2.md",
    "Note (SFConflict anna@example.org 2026-11-20-14-12-03).md",
    "Note.Conflict.md",
    "Note [conflicted].md",
    "Note (Case Conflict).md",
    "Note (Case Conflict 1).md",
]


@pytest.mark.parametrize("name", COPIES)
def test_trap_15_conflict_copies_are_recognised(name):
    assert original_name(name) == "Note.md"
    assert not is_stray(name)


@pytest.mark.parametrize("name", [
    "Note.md", "Note (2).md", "On conflict.md", "The conflict (2026).md", "Conflicted copy.md", "Conflict.md",
    "A-DESKTOP.md", "(conflict 2026-11-20 141203).md".lstrip(), "Note (conflict of interest).md", "Copy of Note.md",
    "Note (conflict 2026-11-20 141203) and what came of it.md",
])
def test_ordinary_names_are_not(name):
    assert not is_conflict_copy(name)


@pytest.mark.parametrize("name", [
    ".stfolder", ".stversions", ".syncthing.Note.md.tmp", "~syncthing~Note.md.tmp", "~$Note.docx", ".obsidian",
    ".~lock.Note.odt#", "Note.md.part", "Note.md.crdownload", "Note.md.!sync", ".sync_abc.db", "desktop.ini",
    "Thumbs.db", ".DS_Store", "._Note.md", ".Note.md.swp", ".nextcloudsync.log", ".git",
])
def test_trap_15_strays_are_recognised(name):
    assert is_stray(name)


@pytest.mark.parametrize("name", ["Note.md", "notes", "tmp", "part.md", "~ about ~.md", "$.md", "thumbs.db.md"])
def test_what_a_person_wrote_is_no_stray(name):
    assert not is_stray(name)
