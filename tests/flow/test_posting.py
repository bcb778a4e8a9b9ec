"""Pictures that go along with a draft: cleaned, named by what is in them, described, and never more than may leave."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from pkm_app.flow.publishing import Publishing
from pkm_app.share.formats.pictures import clean_picture
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import PLACE_OF_PICTURE, OutletSettings, Rendered
from tests.fakes.share import ThreadTurns
from tests.flow.desk import Desk

SIGN = chr(PLACE_OF_PICTURE)


def photo(colour: str = "red") -> bytes:
    """A photograph that tells where it was made."""
    out = io.BytesIO()
    hidden = Image.Exif()
    hidden[0x010E] = "made in my kitchen"
    Image.new("RGB", (40, 30), colour).save(out, "JPEG", exif=hidden)
    assert b"my kitchen" in out.getvalue()
    return out.getvalue()


@pytest.fixture
def wordpress(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[Rendered]:
    """What a WordPress is given."""
    given: list[Rendered] = []
    desk.publishing = Publishing(desk.vault, desk.outlets, desk.journal, desk.pictures, desk.now, ThreadTurns(),
                                 desk.exporting, None, clean_picture)
    desk.outlets.add(OutletSettings("wp", "wordpress", "https://site.example/", "writer", "public"), "right")
    put = desk.site.put
    monkeypatch.setattr(desk.site, "put", lambda number, draft, status: (given.append(draft), put(
        number, draft, status))[1])
    return given


def test_pictures_go_along_without_what_is_hidden_in_them(desk: Desk, wordpress: list[Rendered]) -> None:
    desk.pictures.files["hedge.jpg"] = photo()
    path = desk.draft("Before.\n\n![[hedge.jpg|A green hedge]]\n\nAfter, ![[gone.png|words]].\n")
    desk.publish(path, "wp")
    [draft] = wordpress
    [one] = draft.pictures
    assert (one.alt, one.media_type) == ("A green hedge", "image/jpeg")
    assert b"my kitchen" not in one.data
    assert draft.html.count(SIGN) == 1
    assert "After, words." in draft.html
    record = next(desk.vault.load(name).file for name in desk.vault.files if name.startswith("shared/"))
    assert SIGN not in record.body
    assert f"![A green hedge]({one.name})" in record.body


def test_another_picture_or_other_words_of_one_are_an_update(desk: Desk, wordpress: list[Rendered]) -> None:
    desk.pictures.files["hedge.jpg"] = photo()
    path = desk.draft("![[hedge.jpg|A hedge]]\n")
    assert desk.publish(path, "wp").action == "created"
    assert desk.publish(path, "wp").action == "unchanged"
    desk.pictures.files["hedge.jpg"] = photo("blue")
    assert desk.publish(path, "wp").action == "updated"
    assert wordpress[0].pictures[0].name != wordpress[1].pictures[0].name


def test_what_stays_in_brings_no_picture_and_none_is_no_picture(desk: Desk, wordpress: list[Rendered]) -> None:
    desk.pictures.files.update({"secret.jpg": photo(), "broken.jpg": b"no picture"})
    path = desk.draft(f"For all {SIGN}.\n\n%% ![[secret.jpg]] %%\n\n![[broken.jpg|its words]]\n")
    desk.publish(path, "wp")
    assert wordpress[0].pictures == ()
    assert "its words" in wordpress[0].html


def test_front_matter_names_categories_excerpt_and_the_picture_for_all_of_it(
        desk: Desk, wordpress: list[Rendered]) -> None:
    desk.pictures.files.update({"hedge.jpg": photo(), "cover.jpg": photo("blue")})
    path = desk.draft("![[hedge.jpg|A hedge]]\n", featured="[[cover.jpg|A cover]]", categories=["Leren"],
                      excerpt="In short.")
    desk.publish(path, "wp")
    [draft] = wordpress
    assert (draft.categories, draft.excerpt, draft.featured) == (("Leren",), "In short.", 1)
    record = next(desk.vault.load(name).file for name in desk.vault.files if name.startswith("shared/"))
    assert record.list_field("sent_categories") == ("Leren",)
    assert record.list_field("sent_pictures") == tuple(f"{one.name} {one.alt}" for one in draft.pictures)
    assert (record.text_field("sent_excerpt"), record.text_field("sent_featured")) == ("In short.", "A cover")
    assert "tags" not in record.front, "they would be renamed with those of notes"
    assert [one.alt for one in draft.pictures] == ["A hedge", "A cover"]
    assert draft.html.count(chr(PLACE_OF_PICTURE + 1)) == 0
    assert desk.publish(path, "blog").action == "created"
    assert wordpress[-1].pictures == (), "other outlets get words"


@pytest.mark.parametrize(("kind", "behind"), [
    ("wordpress", []), ("ghost", []), ("micropub", []), ("hugo", ["cover.jpg"]), ("jekyll", ["cover.jpg"]),
    ("mediawiki", ["pkm", "In short.", "cover.jpg"]), ("confluence", ["pkm", "Leren", "In short.", "cover.jpg"]),
    ("imap", ["pkm", "Leren", "In short.", "cover.jpg"]), ("teams", ["pkm", "Leren", "In short.", "cover.jpg"]),
])
def test_the_check_names_what_a_place_has_no_field_for(desk: Desk, kind: str, behind: list[str]) -> None:
    desk.pictures.files["cover.jpg"] = photo("blue")
    path = desk.draft("Words.\n", featured="[[cover.jpg|A cover, photo: Anne]]", categories=["Leren"], tags=["pkm"],
                      excerpt="In short.")
    desk.outlets._file.save([OutletSettings("there", kind, "https://a.example/", "me", "public")])
    found = [one for one in desk.publishing.check(path, "public", "there").findings if one.rule == "untaken"]
    assert [one.where for one in found] == behind
    assert {one.level for one in found} <= {"note"}
    assert all(KINDS[kind].name in one.message for one in found)
    bare = desk.draft("Words.\n", "Bare")
    assert not [one for one in desk.publishing.check(bare, "public", "there").findings if one.rule == "untaken"]
