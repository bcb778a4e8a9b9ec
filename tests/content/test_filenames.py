import re
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pkm_app.base.errors import StorageProblem
from pkm_app.content.filenames import MAX_BYTES, file_name, taken_among, twin_key

_DEVICES = [
    *(["con", "prn", "aux", "nul", "conin$", "conout$"]),
    *(f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"),
]
_ODD = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *_DEVICES,
                "CON",
                "..",
                "/",
                "\\",
                ".",
                " ",
                "~",
                "-",
                "%%",
                "[[",
                "]]",
                "|",
                "#",
                "^",
                ":",
                "\x00",
                "\u202e",
                "\u200b",
                "\u00a0",
                "\ufeff",
            ]
        ),
        st.sampled_from(
            [
                "e\u0301",
                "\u0301",
                "🙂",
                "👩\u200d👩\u200d👧",
                "🇳🇱",
                "👍🏽",
                "\ud800",
                "ﬁ",
                "ß",
                "İ",
                "\u3164",
                ".md",
                ".MD",
                "\u037e",
                "\u212a",
                "$",
                "C:",
                "x" * 60,
            ]
        ),
        st.text(max_size=8),
    ),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Conditions, not design", "Conditions, not design.md"),
        ("Friday's Finds 2026-11-20", "Friday's Finds 2026-11-20.md"),
        ("Julian Stodd: An introduction", "Julian Stodd - An introduction.md"),
        ("Wat is leren?", "Wat is leren.md"),
        ("Één idee", "Één idee.md"),
        ("README.md", "README.md"),
        ("a.md.md", "a.md.md"),
        ("v1.0 of it", "v1.0 of it.md"),
        ("…and then", "…and then.md"),
        ("日本語", "日本語.md"),
    ],
)
def test_an_ordinary_title_stays_readable(title: str, name: str) -> None:
    assert file_name(title) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc-passwd.md"),
        ("a/b\\c", "a-b-c.md"),
        ("C:\\Windows", "C--Windows.md"),
        ("/root", "root.md"),
        ("..", "Untitled.md"),
        (".", "Untitled.md"),
        (".hidden", "hidden.md"),
        ("~$lock", "$lock.md"),
        ("-rf", "rf.md"),
        ("end...", "end.md"),
        ("end . .", "end.md"),
        ("", "Untitled.md"),
        (" \t\n", "Untitled.md"),
        ("\u200b\u202e\ufeff", "Untitled.md"),
        ("\u3164", "Untitled.md"),
        ("\u0301", "Untitled.md"),
        ("a\x00b\nc", "a b c.md"),
        ("\u202egnp.exe", "gnp.exe.md"),
        ("[[Name#Heading|words]]", "((Name Heading-words)).md"),
        ("%%private%%", "%private%.md"),
        ('<b>"x"</b>', "b 'x' -b.md"),
        ("lone \ud800", "lone.md"),
    ],
)
def test_trap_13_a_title_neither_leads_elsewhere_nor_hides(title: str, name: str) -> None:
    assert file_name(title) == name


@pytest.mark.parametrize("device", _DEVICES)
def test_trap_13_devices_of_windows_get_another_name(device: str) -> None:
    for title in (
        device,
        device.upper(),
        f"{device}.txt",
        f" {device} ",
        f"{device} .tar.gz",
        f".{device}",
        f"{device}\u200b",
    ):
        base = file_name(title).split(".")[0].rstrip(" ")
        assert base.casefold() == f"{device}_"
    assert file_name(device, extension="") == f"{device}_"
    assert file_name(f"{device}sole") == f"{device}sole.md"


def test_trap_13_names_are_cut_at_bytes_between_whole_characters() -> None:
    assert file_name("x" * 300) == "x" * 117 + ".md"
    assert file_name("é" * 300) == "é" * 58 + ".md"
    assert file_name("é" * 100) == "é" * 58 + ".md"
    assert file_name("🙂" * 300) == "🙂" * 29 + ".md"
    assert file_name("🇳🇱" * 300) == "🇳🇱" * 14 + ".md"
    assert file_name("👍🏽" * 300) == "👍🏽" * 14 + ".md"
    assert file_name("q\u0301" * 300) == "q\u0301" * 39 + ".md"
    assert file_name("x" * 116 + " word") == "x" * 116 + ".md"
    assert file_name("x" * 115 + ".. word") == "x" * 115 + ".md"
    assert file_name("x" + "\u0301" * 300) == "x" + "\u0301" * 58 + ".md"


def test_trap_13_twins_get_a_number() -> None:
    assert file_name("Note", taken=taken_among(["note.MD"])) == "Note 2.md"
    assert file_name("Caf\u00e9", taken=taken_among(["CAFE\u0301.md", "cafe\u0301 2.md"])) == "Café 3.md"
    assert twin_key("\u1fb4") == twin_key("\u03b1\u0345\u0301")
    assert file_name("Straße", taken=taken_among(["STRASSE.md"])) == "Straße 2.md"
    assert file_name("x" * 300, taken=taken_among(["x" * 117 + ".md"])) == "x" * 115 + " 2.md"
    assert file_name("Other", taken=taken_among(["note.md"])) == "Other.md"


def test_a_folder_with_no_free_name_is_said_in_one_sentence() -> None:
    with pytest.raises(StorageProblem, match="too many files named Note"):
        file_name("Note", taken=lambda name: True)


@pytest.mark.parametrize(
    ("extension", "tail"),
    [
        (".md", ".md"),
        ("", ""),
        (".tar.gz", ".tar.gz"),
        (".PNG", ".PNG"),
        ("/../x", ""),
        (".a b", ""),
        ("md", ""),
        (".exe/", ""),
        (".", ""),
    ],
)
def test_a_strangers_extension_is_kept_only_when_it_is_one(extension: str, tail: str) -> None:
    assert file_name("name", extension) == "name" + tail


@settings(max_examples=300, deadline=None)
@given(_ODD, st.sampled_from([".md", "", ".html", ".tar.gz"]))
@example("con.\u0301", "")
@example("x" * 115 + ".md", ".md")
@example(".md.md", ".md")
@example("aux.md", ".md")
@example(">\u0338", ".md")
def test_trap_13_whatever_the_title(title: str, extension: str) -> None:
    name = file_name(title, extension)
    assert name.endswith(extension)
    assert 0 < len(name.encode()) <= MAX_BYTES
    assert PurePosixPath(name).name == name == PureWindowsPath(name).name
    assert not PureWindowsPath(name).drive
    assert not name.startswith((".", "~", "-", " "))
    assert not name.endswith((".", " "))
    assert not re.search(r"[\x00-\x1f\x7f-\x9f<>:\"/\\|?*#^\[\]\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|%%", name)
    assert not re.match(r"(?i)(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)", name)
    assert unicodedata.is_normalized("NFC", name)
    assert name.removesuffix(extension).strip()
    assert file_name(name, extension) == name


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(_ODD, st.sampled_from(["note", "Note", "NOTE", "note 2", "é", "e\u0301"])), max_size=12))
def test_trap_13_no_two_files_of_a_folder_are_twins(titles: list[str]) -> None:
    names: list[str] = []
    for title in titles:
        names.append(file_name(title, taken=taken_among(names)))
    assert len({unicodedata.normalize("NFD", name).casefold() for name in names}) == len(titles)
    assert len({twin_key(name) for name in names}) == len(titles)
