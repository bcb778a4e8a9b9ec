"""Tracing from what one meets outside: the address of a post, or a sentence of it."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import NotFound
from pkm_app.flow.trace import Node, Tracing
from tests.flow.capture_desk import CaptureDesk
from tests.flow.test_afterwards import looking, quoting


@pytest.fixture
def desk() -> CaptureDesk:
    return CaptureDesk()


def tracing(desk: CaptureDesk) -> Tracing:
    return Tracing(desk.store, desk.vault, desk.sources)


def below(node: Node) -> list[Node]:
    return [node, *(one for child in (*node.rests_on, *node.used_in) for one in below(child))]


def kinds(node: Node) -> set[str]:
    return {one.kind for one in below(node)}


@pytest.mark.parametrize("words", [
    "the conversations that surround this", "The conversations — that surround THIS!",
    "the conversatons that surround this"])
def test_a_quoted_sentence_leads_to_its_highlight_version_and_author(desk: CaptureDesk, words: str) -> None:
    desk.publish(quoting(desk))
    node = tracing(desk).trace(words)
    assert node.kind == "passage"
    assert [one.kind for one in node.used_in] == ["shared"]
    assert [(one.kind, one.author) for one in node.rests_on] == [("source", "Julian Stodd")]
    assert kinds(node.rests_on[0]) >= {"highlight", "version"}


def test_a_sentence_of_ones_own_leads_to_its_draft(desk: CaptureDesk) -> None:
    path = desk.draft("What I think about learning together.\n")
    desk.publish(path)
    node = tracing(desk).trace("I think about learning together")
    assert (node.title, [one.path for one in node.rests_on]) == ("What I think about learning together.", [path])
    loaded = desk.vault.load(path)
    desk.vault.save(path, loaded.file.with_body("Other words altogether.\n"), loaded.digest)
    desk.publish(path)
    assert tracing(desk).trace("I think about learning together").used_in[0].kind == "shared", "it left, though changed"


@pytest.mark.parametrize("words", ["is", "learning", "What nobody ever wrote about anything at all"])
def test_words_that_never_left_are_not_found(desk: CaptureDesk, words: str) -> None:
    desk.publish(desk.draft("What I think about learning together is this.\n"))
    with pytest.raises(NotFound):
        tracing(desk).trace(words)


def test_the_address_of_a_post_leads_to_its_record(desk: CaptureDesk) -> None:
    path = quoting(desk)
    done = desk.publish(path)
    [record] = looking(desk).left()
    assert tracing(desk).trace(done.url).id == record.record_id
    looking(desk).published_at(record.record_id, "https://me.example/post/")
    node = tracing(desk).trace("http://me.example/post?utm_source=feed")
    assert (node.id, node.url) == (record.record_id, "https://me.example/post/")
    of_draft = tracing(desk).trace(path)
    assert [one.url for one in of_draft.used_in] == ["https://me.example/post/"], "where it can be read"
    with pytest.raises(NotFound):
        tracing(desk).trace("https://me.example/another")
