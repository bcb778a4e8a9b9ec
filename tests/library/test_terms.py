"""The term list and the saved searches, as files in the vault."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pkm_app.base.errors import NotFound, Refused, StorageProblem
from pkm_app.library.choicemerge import merge_choices
from pkm_app.library.queries import QueriesFile
from pkm_app.library.terms import TermsFiles
from pkm_app.sense.queries import Queries
from pkm_app.sense.terms import Terms


@pytest.fixture
def terms(tmp_path: Path) -> Terms:
    return Terms(TermsFiles(tmp_path))


@pytest.fixture
def queries(tmp_path: Path) -> Queries:
    return Queries(QueriesFile(tmp_path))


def test_the_terms_of_the_program_are_there_and_nothing_is_written(terms: Terms, tmp_path: Path):
    assert ("werkplekleren", "workplace learning") in terms.groups()
    assert len(terms.groups()) > 50
    assert all(len(group) > 1 for group in terms.groups())
    assert list(tmp_path.iterdir()) == []


def test_own_terms_are_kept_in_the_vault_and_join_those_of_one_word(terms: Terms, tmp_path: Path):
    assert terms.add(["intervisie", "peer  consultation"]).terms == ("intervisie", "peer consultation")
    assert terms.add(["peer consultation", "collegiale consultatie"]).terms == (
        "intervisie", "peer consultation", "collegiale consultatie")
    again = Terms(TermsFiles(tmp_path))
    assert again.groups()[0] == ("intervisie", "peer consultation", "collegiale consultatie")
    assert terms.remove("Intervisie").own
    assert again.groups()[0] != ("intervisie", "peer consultation", "collegiale consultatie")


def test_terms_of_the_program_can_be_switched_off_and_on_again(terms: Terms):
    terms.remove("workplace learning")
    assert ("werkplekleren", "workplace learning") not in terms.groups()
    assert any(group.off and "werkplekleren" in group.terms for group in terms.listing())
    with pytest.raises(NotFound):
        terms.remove("werkplekleren")
    terms.restore("werkplekleren")
    assert ("werkplekleren", "workplace learning") in terms.groups()
    with pytest.raises(NotFound):
        terms.restore("nobody knows")


@pytest.mark.parametrize("words", [["one"], ["a", "A", " á "], ["", "?!"], ["x", "y" * 81], ["x", "a b c d e f"]])
def test_what_is_no_group_is_refused(terms: Terms, words: list[str], tmp_path: Path):
    with pytest.raises(Refused):
        terms.add(words)
    assert list(tmp_path.iterdir()) == []


def test_saved_searches_are_kept_in_order_and_renamed(queries: Queries):
    queries.save("Leren", "leren tag:werk")
    queries.save(" Two ", "two")
    queries.save("LEREN", "geleerd")
    assert [(one.name, one.query) for one in queries.listing()] == [("LEREN", "geleerd"), ("Two", "two")]
    queries.rename("leren", "Learning")
    with pytest.raises(Refused):
        queries.rename("two", "learning")
    assert queries.remove("LEARNING").query == "geleerd"
    for act in (lambda: queries.remove("learning"), lambda: queries.named("x")):
        with pytest.raises(NotFound):
            act()
    for name, query in (("", "x"), ("x", " ")):
        with pytest.raises(Refused):
            queries.save(name, query)


def test_others_lines_stay(tmp_path: Path, terms: Terms, queries: Queries):
    folder = tmp_path / ".pkm"
    folder.mkdir()
    (folder / "terms.toml").write_text("# mine\nelse = 1\n\n[[term]] # first\nterm = 'a'\nsame = ['b']\ncolour = 'x'\n")
    (folder / "searches.toml").write_text("# mine\n[[search]]\nname = 'a'\nquery = 'b' # why\n\n[other]\nx = 1\n")
    terms.add(["c", "d"])
    queries.save("new", "words")
    for name, kept in (("terms.toml", ("# mine", "else = 1", "# first", "colour = 'x'")),
                       ("searches.toml", ("# mine", "# why", "[other]"))):
        assert all(part in (folder / name).read_text() for part in kept)
    assert terms.groups()[:2] == (("a", "b"), ("c", "d"))


@pytest.mark.parametrize(("name", "text", "load"), [
    ("terms.toml", "off = 3", lambda v: TermsFiles(v).load()), ("terms.toml", "[", lambda v: TermsFiles(v).load()),
    ("terms.toml", "[[term]]\nsame = ['x']", lambda v: TermsFiles(v).load()),
    ("terms.toml", "[[term]]\nterm = 'x'\nsame = 'y'", lambda v: TermsFiles(v).load()),
    ("terms.toml", "term = 3", lambda v: TermsFiles(v).load()),
    ("terms.toml", "\udcff", lambda v: TermsFiles(v).load()),
    ("searches.toml", "search = 1", lambda v: QueriesFile(v).load()),
    ("searches.toml", "[[search]]\nname = 'x'", lambda v: QueriesFile(v).load()),
])
def test_what_cannot_be_understood_is_said_and_left_alone(tmp_path: Path, name: str, text: str,
                                                         load: Callable[[Path], object]):
    (tmp_path / ".pkm").mkdir()
    file = tmp_path / ".pkm" / name
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    before = file.read_bytes()
    with pytest.raises(StorageProblem):
        load(tmp_path)
    with pytest.raises(StorageProblem):
        Terms(TermsFiles(tmp_path)).add(["x", "y"]) if name == "terms.toml" else Queries(QueriesFile(tmp_path)).save(
            "x", "y")
    assert file.read_bytes() == before


def test_two_devices_that_chose_while_apart_have_both_afterwards(tmp_path: Path, terms: Terms, queries: Queries):
    terms.add(["a", "b"])
    queries.save("one", "1")
    folder = tmp_path / ".pkm"
    (folder / "terms.sync-conflict-20261120-101010-ABCDEFG.toml").write_text(
        "off = ['werkplekleren']\n[[term]]\nterm = 'c'\nsame = ['d']\n")
    (folder / "searches.sync-conflict-20261120-101010-ABCDEFG.toml").write_text(
        "[[search]]\nname = 'two'\nquery = '2'\n")
    merge_choices(tmp_path, datetime(2026, 11, 20, tzinfo=UTC))
    assert terms.groups()[:2] == (("a", "b"), ("c", "d"))
    assert ("werkplekleren", "workplace learning") not in terms.groups()
    assert [one.name for one in queries.listing()] == ["one", "two"]
