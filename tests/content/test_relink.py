"""After a renaming every link means what it meant, and nothing else in the text has changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkm_app.content.relink import relinked
from pkm_app.content.wikilinks import links, resolve

PATHS = {"notes/Old.md", "notes/Other.md", "deep/er/Twin.md", "Twin.md", "sources/Ann - Post.md"}


def renamed(body: str, old: str = "notes/Old.md", new: str = "notes/New name.md", here: str = "notes/Other.md",
            paths: set[str] = PATHS) -> str:
    moved = {old: new}
    return relinked(body, (here, moved.get(here, here)), paths, (paths - {old}) | {new}, moved)


@pytest.mark.parametrize(("before", "after"), [
    ("[[Old]]", "[[New name]]"),
    ("[[Old|words]]", "[[New name|words]]"),
    ("[[ Old ]]", "[[ New name ]]"),
    ("[[Old#Heading|w]]", "[[New name#Heading|w]]"),
    ("![[Old#^hl-7f3k2m9qax]]", "![[New name#^hl-7f3k2m9qax]]"),
    ("[[Old.md]]", "[[New name.md]]"),
    ("[[notes/Old]]", "[[notes/New name]]"),
    ("[[/notes/Old]]", "[[/notes/New name]]"),
    ("[[./Old]]", "[[./New name]]"),
    ("[[old]]", "[[New name]]"),
    ("| [[Old\\|cell]] |", "| [[New name\\|cell]] |"),
    ("[words](Old.md)", "[words](New%20name.md)"),
    ("[words](<Old.md>)", "[words](<New name.md>)"),
    ("[words](Old.md#Heading \"Title\")", "[words](New%20name.md#Heading \"Title\")"),
    ("[words](../notes/Old.md)", "[words](../notes/New%20name.md)"),
    ("`[[Old]]` and \\[[Old]]", "`[[Old]]` and \\[[Old]]"),
    ("[[Older]] [[Twin]] [[#Heading]] <https://x/Old>", "[[Older]] [[Twin]] [[#Heading]] <https://x/Old>"),
    ("```\n[[Old]]\n```\n[[Old]]", "```\n[[Old]]\n```\n[[New name]]"),
])
def test_only_the_name_in_the_link_changes(before: str, after: str) -> None:
    assert renamed(before) == after


def test_a_name_that_two_share_gets_its_folder() -> None:
    body = renamed("[[Old]] and [[Twin]]", new="notes/Twin.md", here="Other.md")
    assert body == "[[notes/Twin]] and [[Twin]]"
    deep = {"a/Twin.md", "b/Old.md", "b/Here.md"}
    body = renamed("[[Twin]]", "b/Old.md", "b/Twin.md", "b/Here.md", deep)
    assert body == "[[a/Twin]]"  # the nearer one would have taken the link


def test_a_name_that_cannot_stand_in_a_wikilink_becomes_an_ordinary_link() -> None:
    assert renamed("![[Old|w]]", new="notes/A {b}.md") == "![w](A%20%7Bb%7D.md)"
    assert renamed("[[Old#Part]]", new="notes/A {b}.md") == "[A \\{b\\}](A%20%7Bb%7D.md#Part)"


NAMES = st.sampled_from(["Old", "old", "New", "notes/Old", "a/New", "../a/Old", "./New", "/Old", "Old.md", "gone", "é"])
LINKS = st.one_of(NAMES.map("[[{}]]".format), NAMES.map("![[{}|w]]".format), NAMES.map("[w]({}.md)".format),
                  st.text(alphabet="ab \n[]()|`#", max_size=8))


@given(st.lists(LINKS, max_size=8).map(" ".join),
       st.sets(st.sampled_from(["Old.md", "New.md", "a/New.md", "notes/Old.md", "a/Old.md", "é.md"]), min_size=1),
       st.sampled_from(["", "a", "notes"]), st.data())
def test_whatever_is_renamed_every_link_means_what_it_meant(body: str, paths: set[str], folder: str, data) -> None:
    here = f"{folder}/Here.md".lstrip("/")
    old = data.draw(st.sampled_from(sorted(paths)))
    new = f"{old.rpartition('/')[0]}/New.md".lstrip("/")
    if new in paths:
        return
    after = (paths - {old}) | {new}
    changed = relinked(body, (here, here), paths, after, {old: new})
    meant = [resolve(link.target, here, paths) for link in links(body) if link.target]
    means = [resolve(link.target, here, after) for link in links(changed) if link.target]
    assert len(meant) == len(means)
    for was, now in zip(meant, means, strict=True):
        if was is not None:
            assert now == (new if was == old else was)
    assert [link.words for link in links(changed)] == [link.words for link in links(body)]
