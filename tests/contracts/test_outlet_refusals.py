"""What every outlet does where it is asked unsafely, and where it refuses a picture: each place on which the contract
is tried takes part, or says why this cannot happen there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

from pkm_app.base.errors import Refused
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import PLACE_OF_PICTURE, Rendered, Shown
from pkm_app.share.publish import marker_of, send
from tests.contracts.house import House
from tests.contracts.houses import HOUSES, houses
from tests.contracts.test_outlet_troubles import DRAFT, HTTP, LATER, sentence
from tests.fakes.share import DictJournal


@pytest.fixture
def house(request: pytest.FixtureRequest) -> Iterator[House]:
    with request.param(request) as one:
        yield one


# Where a password must not go over http or without TLS: every place with a password and a server of its own. The fake
# has no server, a folder no net, and a repository no password (its own test is below).
ASKED_SAFELY = (*HTTP, "mailbox")


@pytest.mark.parametrize("house", houses(*HTTP), indirect=True)
def test_over_http_no_password_is_sent(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same place by a name that is not of this machine: refused before anything is asked."""
    parts = urlsplit(house.settings.address)
    address = parts._replace(scheme="http", netloc="outlet.example").geturl()
    monkeypatch.setattr("pkm_app.net.connect._look_up", lambda *_args: pytest.fail("it was asked"))
    with pytest.raises(Refused, match="over http, where anybody on the way can read the password") as caught:
        replace(house, settings=replace(house.settings, address=address)).outlet().check()
    assert house.secret not in str(caught.value)


@pytest.mark.parametrize("house", houses("mailbox"), indirect=True)
def test_without_tls_no_password_is_sent_to_a_mail_server(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same server, taken for one that is not on this machine: it is asked for TLS first, and fails at that."""
    monkeypatch.setattr("pkm_app.net.outlets.postbox.MailAddress.is_here", False)
    monkeypatch.setattr("pkm_app.net.outlets.postbox._sign_in", lambda *_args: pytest.fail("the password was sent"))
    sentence(house, house.outlet().check)


@pytest.mark.parametrize("house", houses("repository"), indirect=True)
def test_a_repository_is_never_asked_over_http(house: House) -> None:
    with pytest.raises(Refused, match="no address of a git repository"):
        replace(house, settings=replace(house.settings, address="git+http://outlet.example/site.git")).outlet()


# Where a picture can be refused: the places that look into it. Elsewhere there is a reason why not.
TAKES_PICTURES = ("writer", "admin", "mediawiki")
NEVER_REFUSED = {
    "contributor": "may place none, so their words go there and none is asked for",
    "ghost": "pictures do not go along", "confluence": "pictures do not go along",
    "micropub": "pictures do not go along", "fake": "pictures do not go along",
    "mailbox": "a picture is a part of the letter, and the server looks into no letter",
    "folder": "a picture is a part of the file, and nobody looks into it",
    "repository": "a picture is a part of the file, and nobody looks into it",
}


def test_of_every_place_it_is_said_whether_it_can_refuse_a_picture_or_be_asked_unsafely() -> None:
    names = {name for name, _, _ in HOUSES}
    assert {*TAKES_PICTURES, *NEVER_REFUSED} == names
    assert {name for name, why in NEVER_REFUSED.items() if why == "pictures do not go along"} - {"fake"} == {
        kind for kind, one in KINDS.items() if not one.pictures and not one.by_hand}
    assert {*ASKED_SAFELY, "admin", "fake", "folder", "repository"} == names


@pytest.mark.parametrize("house", houses(*TAKES_PICTURES), indirect=True)
def test_a_picture_that_is_refused_stops_with_a_sentence_and_leaves_what_stands_there(house: House) -> None:
    journal, name = DictJournal(), uuid4().hex[:16]
    broken = Shown(f"pkm-{uuid4().hex[:20]}.png", b"<html>no picture</html>", "image/png", "A hedge")
    plain = replace(DRAFT, title=f"What grows {name}")
    draft = replace(plain, html=f"<p>Words of mine.</p>\n<p>{chr(PLACE_OF_PICTURE)}</p>", pictures=(broken,))
    marker = marker_of(name, house.settings.name)

    def sent(one: Rendered) -> str:
        return send(one, name, house.settings, house.outlet(), journal)[0].action

    with pytest.raises(Refused, match="does not take the picture") as caught:
        sent(draft)
    assert len(str(caught.value).splitlines()) == 1
    assert house.outlet().find(marker) is None
    assert sent(plain) == "created"
    there = house.outlet().find(marker)
    with pytest.raises(Refused, match="does not take the picture"):
        sent(draft)
    assert house.outlet().find(marker) == there
    assert sent(replace(plain, html=LATER)) == "updated"
    assert house.count(marker) == 1
