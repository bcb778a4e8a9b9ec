"""Somebody changed a draft where it stands: a person sees both versions, and neither is lost."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import NotFound
from pkm_app.base.events import finish
from pkm_app.content.clean import clean_html
from pkm_app.content.markdown import to_html
from pkm_app.content.plaintext import canonical_text
from pkm_app.share.updating import ForeignEdit
from tests.flow.desk import Desk


@pytest.mark.parametrize("lost", [False, True])
def test_of_two_versions_a_person_chooses_and_neither_is_lost(desk: Desk, lost: bool) -> None:
    path = desk.draft("My words.\n\nMore.\n")
    first = desk.publish(path)
    desk.site.edit(first.remote_id, "<p>My words.</p><p>[[Theirs]] *so*.</p>")
    if lost:
        desk.lose_database()
    clash = finish(desk.publishing.clash(path, "blog"))
    assert next(one.text for one in clash.pieces if one.kind == "same").startswith("My words.")
    assert (clash.theirs, clash.mine) == ("My words.\n\n[[Theirs]] *so*.", "My words.\n\nMore.")
    kept = desk.publishing.keep_theirs(clash)
    assert desk.publishing.keep_theirs(clash) == kept
    assert canonical_text(clean_html(to_html(desk.vault.load(kept).file.body))).strip() == clash.theirs
    desk.site.edit(first.remote_id, "<p>Once more.</p>")
    with pytest.raises(ForeignEdit):  # it was not this that the person saw
        finish(desk.publishing.publish(path, "blog", over=clash.version))
    assert desk.site.posts[first.remote_id].html == "<p>Once more.</p>"
    seen = finish(desk.publishing.clash(path, "blog"))
    done = finish(desk.publishing.publish(path, "blog", over=seen.version))
    assert (done.action, done.remote_id) == ("updated", first.remote_id)
    assert "More." in desk.site.posts[first.remote_id].html
    assert any("Once more." in desk.vault.load(card.path).file.body for card in desk.vault.cards(("draft",)))
    assert desk.publish(path).action == "unchanged"


def test_where_nothing_stands_there_are_no_two_versions(desk: Desk) -> None:
    with pytest.raises(NotFound, match="does not stand at blog"):
        finish(desk.publishing.clash(desk.draft("My words.\n"), "blog"))


RICH = ('<h2>Their heading</h2><p>With <strong>weight</strong> and <a href="https://their.example/p">a link</a>.</p>'
        "<ul><li>one</li><li>two<ul><li>below</li></ul></li></ul><blockquote><p>Quoted there.</p></blockquote>")


@pytest.mark.parametrize("over", [False, True])
def test_what_stands_there_is_kept_with_all_that_it_is(desk: Desk, over: bool) -> None:
    path = desk.draft("My words.\n", tags=["leren"])
    first = desk.publish(path)
    desk.site.edit(first.remote_id, RICH)
    desk.site.retell(first.remote_id, title="Their title", excerpt="Theirs, in short.", categories=("News",))
    seen = finish(desk.publishing.clash(path, "blog"))
    assert [(one.what, one.theirs, one.mine) for one in seen.beside] == [
        ("title", "Their title", "What grows"), ("excerpt", "Theirs, in short.", "My words.")]
    if over:
        finish(desk.publishing.publish(path, "blog", over=seen.version))
        kept = next(card.path for card in desk.vault.cards(("draft",)) if card.title.startswith("Their title"))
    else:
        kept = desk.publishing.keep_theirs(seen)
    file = desk.vault.load(kept).file
    assert file.body == ("## Their heading\n\nWith **weight** and [a link](<https://their.example/p>).\n\n- one\n"
                         "- two\n  - below\n\n> Quoted there.\n")
    assert (file.text_field("title"), file.text_field("excerpt")) == ("Their title (blog)", "Theirs, in short.")
    assert (file.list_field("tags"), file.list_field("categories")) == (("leren",), ("News",))
    assert desk.publishing.keep_theirs(seen) == kept


def test_another_excerpt_alone_is_kept_as_well(desk: Desk) -> None:
    path = desk.draft("My words.\n")
    first = desk.publish(path)
    desk.site.retell(first.remote_id, excerpt="One.")
    one = desk.publishing.keep_theirs(finish(desk.publishing.clash(path, "blog")))
    desk.site.retell(first.remote_id, excerpt="Two.")
    two = desk.publishing.keep_theirs(finish(desk.publishing.clash(path, "blog")))
    assert [desk.vault.load(each).file.text_field("excerpt") for each in (one, two)] == ["One.", "Two."]


def test_a_link_or_heading_that_alone_differs_is_shown(desk: Desk) -> None:
    path = desk.draft("A [link](https://mine.example/).\n")
    first = desk.publish(path)
    desk.site.edit(first.remote_id, '<p>A <a href="https://theirs.example/">link</a>.</p>')
    clash = finish(desk.publishing.clash(path, "blog"))
    assert clash.theirs == "A [link](<https://theirs.example/>)."
    assert clash.mine == "A [link](<https://mine.example/>)."
