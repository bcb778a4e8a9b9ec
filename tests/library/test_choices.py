import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.base.errors import Refused, StorageProblem
from pkm_app.library.choices import OutletChoices, _edited
from pkm_app.share.model import OutletSettings

BLOG = OutletSettings("blog", "wordpress", "https://blog.example/", "ann", "public")
TEAM = OutletSettings("team", "wordpress", "https://team.example/", "ann", "team")

WRITTEN = """# my outlets
theme = "plain"

# where I write
[[outlet]]
name = "blog"   # short
kind = "wordpress"
address = "https://blog.example/"
colour = "blue"
user = "ann"

# with colleagues
[[outlet]]
kind = "wordpress"
audience = "team"
name = "team"
address = "https://team.example/"
user = "ann"

[elsewhere]
key = [1, 2]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / ".pkm").mkdir()
    return tmp_path / ".pkm" / "outlets.toml"


def test_without_a_file_there_are_none_and_the_first_makes_it(tmp_path: Path):
    choices = OutletChoices(tmp_path)
    assert list(choices.load()) == []
    choices.save([BLOG, TEAM])
    assert list(OutletChoices(tmp_path).load()) == [BLOG, TEAM]


def test_what_a_person_wrote_is_read(tmp_path: Path, file: Path):
    file.write_text(WRITTEN)
    assert list(OutletChoices(tmp_path).load()) == [BLOG, TEAM]


def test_saving_the_same_writes_nothing(tmp_path: Path, file: Path):
    file.write_text(WRITTEN)
    OutletChoices(tmp_path).save([BLOG, TEAM])
    assert file.read_text() == WRITTEN


def test_an_outlet_goes_with_its_comment_and_the_rest_stays(tmp_path: Path, file: Path):
    file.write_text(WRITTEN)
    OutletChoices(tmp_path).save([TEAM])
    text = file.read_text()
    assert list(OutletChoices(tmp_path).load()) == [TEAM]
    assert "blue" not in text
    for kept in ("# my outlets", 'theme = "plain"', "# with colleagues", "[elsewhere]\nkey = [1, 2]"):
        assert kept in text


def test_a_new_and_a_changed_outlet_leave_the_other_lines_alone(tmp_path: Path, file: Path):
    file.write_text(WRITTEN)
    changed = OutletSettings("blog", "wordpress", "https://new.example/", "ann", "community")
    third = OutletSettings("thírd \"x\"", "wordpress", "https://third.example/", "", "public")
    OutletChoices(tmp_path).save([changed, TEAM, third])
    assert list(OutletChoices(tmp_path).load()) == [changed, TEAM, third]
    gone = set(WRITTEN.splitlines()) - set(file.read_text().splitlines())
    assert gone == {'address = "https://blog.example/"'}
    assert tomllib.loads(file.read_text())["elsewhere"] == {"key": [1, 2]}


@pytest.mark.parametrize("text", ["not toml at all", "outlet = 3", "[outlet]\nname = 'x'", "[[outlet]]\nname = 'x'\n",
                                  "[[outlet]]\nname = 3\nkind = 'wordpress'", "outlet = ['x']",
                                  "[[outlet]]\nname = 'x'\nkind = 'wordpress'\naudience = 'everybody'"])
def test_what_cannot_be_understood_is_said_and_left_alone(tmp_path: Path, file: Path, text: str):
    file.write_text(text)
    with pytest.raises(StorageProblem):
        OutletChoices(tmp_path).load()
    with pytest.raises(StorageProblem):
        OutletChoices(tmp_path).save([BLOG])
    assert file.read_text() == text


def test_a_file_too_clever_to_edit_is_left_alone(tmp_path: Path, file: Path):
    text = 'outlet = [{name = "blog", kind = "wordpress", address = "https://blog.example/", user = "ann"}]\n'
    file.write_text(text)
    assert list(OutletChoices(tmp_path).load()) == [BLOG]
    with pytest.raises(StorageProblem):
        OutletChoices(tmp_path).save([BLOG, TEAM])
    assert file.read_text() == text


def test_trap_25_an_address_with_a_password_is_never_written(tmp_path: Path):
    with pytest.raises(Refused) as caught:
        OutletChoices(tmp_path).save([OutletSettings("x", "wordpress", "https://ann:hush@blog.example/", "ann")])
    assert "hush" not in str(caught.value)
    assert not (tmp_path / ".pkm" / "outlets.toml").exists()


TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
OUTLETS = st.lists(st.builds(OutletSettings, TEXT.filter(bool), TEXT.filter(bool), TEXT, TEXT,
                             st.sampled_from(["public", "community", "team"])), max_size=4, unique_by=lambda o: o.name)


@settings(max_examples=60, deadline=None)
@given(first=OUTLETS, second=OUTLETS)
def test_any_words_are_written_and_read_back(first, second):
    for outlets, text in ((first, ""), (second, _edited("", first))):
        tables = tomllib.loads(_edited(text, outlets)).get("outlet", [])
        assert {table["name"] for table in tables} == {outlet.name for outlet in outlets}
        for outlet in outlets:
            table = next(t for t in tables if t["name"] == outlet.name)
            assert (table["kind"], table.get("address", ""), table.get("user", "")) == (
                outlet.kind, outlet.address, outlet.user)
