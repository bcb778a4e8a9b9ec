"""Names to complete, mentions to link, credits that find their highlight again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pkm_app.base.errors import NotFound, Refused
from pkm_app.library.plans import Plans
from pkm_app.sense.linking import Linking
from pkm_app.sense.renaming import Renaming
from tests.library.house import House, house

HL = "hl-abc123def4"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[House]:
    with house(tmp_path) as made:
        yield made


def linking(home: House, **files: str) -> Linking:
    for name, text in files.items():
        home.write(f"notes/{name}.md", text.encode())
    home.scan()
    plans = Plans(home.history.parent / "changes", home.root)
    found = home.vault.link_map(home.db)
    return Linking(home.vault, found, Renaming(home.vault, found, plans, home.clock), plans, home.clock)


def test_names_are_titles_file_names_and_aliases(home: House) -> None:
    home.write("deep/Twin.md", b"x\n")
    links = linking(home, Twin="---\ntitle: The twin\naliases: [Tweeling, Jumeau]\n---\n", One="# A heading\n",
                    Long="---\ntitle: Long\naliases:\n - Far\n---\n" + "word " * 3000)
    names = {(name.words, name.target) for name in links.names()}
    assert names == {("The twin", "notes/Twin"), ("Twin", "notes/Twin"), ("Tweeling", "notes/Twin"),
                     ("Jumeau", "notes/Twin"), ("Twin", "deep/Twin"), ("A heading", "One"), ("One", "One"),
                     ("Long", "Long"), ("Far", "Long")}
    for name in links.names():
        assert home.vault.resolve(name.target, "drafts/x.md") == name.path


def test_a_mention_becomes_a_link(home: House) -> None:
    links = linking(home, Leren="---\naliases: [samen leren]\n---\n", A="Over Leren en *samen leren*. Leren.\n",
                    B="leren [[Leren]]\n", C="`Leren` verleren [x](Leren.md)\n")
    places = links.mentions("notes/Leren.md")
    assert {(place.path, place.target) for place in places} == {
        ("notes/A.md", "Leren"), ("notes/A.md", "samen leren"), ("notes/B.md", "leren")}
    by_words = {(place.path, place.target): place for place in places}
    alias = by_words["notes/A.md", "samen leren"]
    assert alias.context == "Over Leren en samen leren. Leren."
    linked = links.link_mention(alias, "notes/Leren.md")
    assert (linked.path, linked.words, linked.link) == ("notes/A.md", "samen leren", "[[Leren|samen leren]]")
    assert home.read("notes/A.md") == b"Over Leren en *[[Leren|samen leren]]*. Leren.\n"
    with pytest.raises(Refused):
        links.link_mention(alias, "notes/Leren.md")
    links.link_mention(by_words["notes/A.md", "Leren"], "notes/Leren.md")
    assert home.read("notes/A.md") == b"Over [[Leren]] en *[[Leren|samen leren]]*. Leren.\n"
    links.unlink(linked)  # it stands further on by now
    assert home.read("notes/A.md") == b"Over [[Leren]] en *samen leren*. Leren.\n"
    with pytest.raises(Refused):
        links.unlink(linked)
    assert home.read("notes/A.md") == b"Over [[Leren]] en *samen leren*. Leren.\n"


def test_a_link_of_which_there_are_several_is_not_guessed_at(home: House) -> None:
    links = linking(home, Leren="x", A="Over Leren.\n")
    linked = links.link_mention(links.mentions("notes/Leren.md")[0], "notes/Leren.md")
    loaded = home.vault.load("notes/A.md")
    home.vault.save("notes/A.md", loaded.file.with_body("Eerst [[Leren]]. Over [[Leren]].\n"), loaded.digest)
    with pytest.raises(Refused):
        links.unlink(linked)


def test_a_credit_leads_to_its_highlight_also_when_the_source_has_another_name(home: House) -> None:
    links = linking(home, Source=f"---\nid: s1\ntype: source\ntitle: S\n---\n> words\n\n^{HL}\n",
                    Note=f"> words\n>\n> — [[Former name#^{HL}|S]]\n\n![[photo.png]] [[Gone]]\n")
    assert [place.path for place in links.backlinks("notes/Source.md")] == ["notes/Note.md"]
    assert [place.leads_to for place in links.outgoing("notes/Note.md")] == ["notes/Source.md", ""]
    assert [place.target for place in links.broken()] == ["Gone"]
    assert links.broken("notes/Source.md") == []


def test_a_rename_is_taken_back_by_the_file_it_was_of(home: House) -> None:
    links = linking(home, A="[[B]]\n", B="x\n", C="y\n")
    links.rename("notes/B.md", "Bee")
    links.rename("notes/C.md", "Cee")
    assert links.undo_rename("notes/Bee.md").path == "notes/B.md"
    assert home.read("notes/A.md") == b"[[B]]\n"
    with pytest.raises(NotFound):
        links.undo_rename("notes/A.md")
