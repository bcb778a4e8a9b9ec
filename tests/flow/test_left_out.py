"""Tags and categories that a person may not make at an outlet, and those that go."""

from __future__ import annotations

import pytest

from pkm_app.base.events import finish
from pkm_app.share.model import OutletSettings
from pkm_app.share.updating import ForeignEdit
from tests.flow.desk import Desk as _Desk


class Desk(_Desk):
    """One with a site that takes categories."""

    def __init__(self) -> None:
        super().__init__()
        self.outlets.add(OutletSettings("site", "wordpress", "https://site.example/", "writer"), "right")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def record(desk: Desk) -> dict[str, tuple[str, ...]]:
    latest = max(desk.vault.cards(("shared",)), key=lambda card: card.file_id)
    file = desk.vault.load(latest.path).file
    return {key: file.list_field(key) for key in ("sent_tags", "sent_categories")}


def test_what_may_not_be_made_there_is_told_and_tried_again(desk: Desk) -> None:
    desk.site.may_not = {"Leren"}
    path = desk.draft("My words.\n", tags=["pkm"], categories=["Leren", "News"])
    first = desk.publish(path, "site")
    assert (first.action, first.left_out) == ("created", ("Leren",))
    assert record(desk) == {"sent_tags": ("pkm",), "sent_categories": ("News",)}
    again = desk.publish(path, "site")
    assert (again.action, again.left_out) == ("unchanged", ("Leren",))
    assert len(list(desk.vault.cards(("shared",)))) == 1
    desk.site.may_not = set()  # somebody made it
    third = desk.publish(path, "site")
    assert (third.action, third.left_out) == ("updated", ())
    assert record(desk)["sent_categories"] == ("Leren", "News")
    assert desk.publish(path, "site").action == "unchanged"


def test_what_an_editor_chose_beside_the_words_is_not_written_over(desk: Desk) -> None:
    path = desk.draft("My words.\n")
    first = desk.publish(path, "site")
    desk.site.retell(first.remote_id, categories=("News",))
    loaded = desk.vault.load(path)
    desk.vault.save(path, loaded.file.with_field("categories", ["Leren"]).with_field("tags", ["pkm"]), loaded.digest)
    with pytest.raises(ForeignEdit):
        desk.publish(path, "site")
    assert desk.site.posts[first.remote_id].categories == ("News",)


def test_categories_that_were_taken_off_go_there_and_those_chosen_there_stay(desk: Desk) -> None:
    path = desk.draft("My words.\n", categories=["Leren", "News"])
    first = desk.publish(path, "site")
    for wanted in (["News"], None):
        loaded = desk.vault.load(path)
        desk.vault.save(path, loaded.file.with_field("categories", wanted), loaded.digest)
        assert desk.publish(path, "site").action == "updated"
        assert desk.site.posts[first.remote_id].categories == tuple(wanted or ())
    desk.site.retell(first.remote_id, categories=("Theirs",))
    loaded = desk.vault.load(path)
    desk.vault.save(path, loaded.file.with_body("Other words.\n"), loaded.digest)
    seen = finish(desk.publishing.clash(path, "site"))
    finish(desk.publishing.publish(path, "site", over=seen.version))
    assert desk.site.posts[first.remote_id].categories == ("Theirs",)
