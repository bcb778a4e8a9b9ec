"""What every outlet does when the real place behind it goes wrong: one sentence, no secret astray, and one draft there
in the end, however often it is sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from pkm_app.base.errors import NetworkProblem, Problem, Refused, StorageProblem
from pkm_app.library.gitaddress import git_address
from pkm_app.share.model import Rendered
from pkm_app.share.publish import marker_of, send
from tests import systems
from tests.contracts.house import House
from tests.contracts.houses import HOUSES, houses
from tests.contracts.site_houses import git
from tests.fakes.share import DictJournal
from tests.library.nobody import as_nobody
from tests.servers.loopback import HangUp, Loopback, Seen, Talk, redirect, reply
from tests.servers.pipe import Pipe

DRAFT = Rendered(title="What grows", html="<p>Words of mine.</p>", markdown="", language="en", cut=0, plain="Words")
LATER = "<p>Later words.</p>"
SLOW = 4.0  # seconds after which a silent place is given up here

HTTP = ("writer", "contributor", "mediawiki", "ghost", "confluence", "micropub")
UNASKED = ("confluence", "micropub")  # these cannot be asked for a draft; tests/net tells what is done then
TROUBLES = ("gone", "lost", "slow", "elsewhere", "no JSON")


def cases(names: tuple[str, ...], troubles: tuple[str, ...]) -> list[Any]:
    return [pytest.param(make, trouble, at, id=f"{name}-{trouble}-{at}", marks=marks)
            for name, make, marks in HOUSES if name in names for trouble in troubles for at in ("create", "update")
            if not (name in UNASKED and at == "create")]


@pytest.fixture
def house(request: pytest.FixtureRequest) -> Iterator[House]:
    with request.param(request) as one:
        yield one


class Middle:
    """Passes questions on to the real server, but for the change that goes wrong."""

    def __init__(self, house: House, thief: str) -> None:
        self._house, self._thief = house, thief
        self.trouble = ""

    def __call__(self, talk: Talk, seen: Seen) -> None:
        trouble = self.trouble if self._house.is_change(seen) else ""
        if trouble in ("", "lost"):
            answer = talk.ask(*self._house.server, seen)
            if not trouble:
                talk.send(answer)
        elif trouble == "slow":
            talk.until_hung_up()
        elif trouble == "elsewhere":
            redirect(self._thief, "307 Temporary Redirect")(talk, seen)
        elif trouble == "no JSON":
            reply(b"<html>The site is being looked after", content_type="text/html")(talk, seen)
        raise HangUp


def sentence(house: House, act: Any) -> None:
    with pytest.raises((NetworkProblem, Refused, StorageProblem)) as caught:
        act()
    said = str(caught.value)
    assert len(said.splitlines()) == 1
    assert house.secret not in said or not house.secret


@contextmanager
def middle_of(house: House) -> Iterator[tuple[House, Any, Loopback]]:
    with Loopback(host="127.0.0.2", pages={"*": reply(b"{}", content_type="application/json")}) as thief:
        between = Middle(house, thief.address())
        with Loopback(pages={"*": between}) as server:
            yield house.at(server.port), between, thief


def go_wrong(house: House, between: Any, trouble: str, at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Send while it goes wrong, and again when it does not: one draft stands there, with the words of the last."""
    journal, name, outlet = DictJournal(), uuid4().hex[:16], house.outlet()
    first = replace(DRAFT, title=f"What grows {name}")  # else a name that is taken would be what goes wrong
    draft = first if at == "create" else replace(first, html=LATER)
    if at == "update":
        send(first, name, house.settings, outlet, journal)
    with monkeypatch.context() as patch:
        if trouble == "slow":
            patch.setattr("pkm_app.net.outlets.rest.SECONDS", SLOW)
            patch.setattr("pkm_app.net.outlets.imap.SECONDS", SLOW)
        between.trouble = trouble
        sentence(house, lambda: send(draft, name, house.settings, outlet, journal))
        between.trouble = ""
    done, there = send(draft, name, house.settings, house.outlet(), journal)
    assert done.action in (("unchanged",) if trouble == "lost" else ("created", "updated"))
    assert ("Later words" in there.html) == (at == "update")
    assert house.count(marker_of(name, house.settings.name)) == 1
    assert send(draft, name, house.settings, house.outlet(), journal)[0].action == "unchanged"


@pytest.mark.parametrize(("house", "trouble", "at"), cases(HTTP, TROUBLES), indirect=["house"])
def test_trap_24_whatever_goes_wrong_over_http(
        house: House, trouble: str, at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with middle_of(house) as (there, between, thief):
        go_wrong(there, between, trouble, at, monkeypatch)
        assert thief.seen == []


@pytest.mark.parametrize(("house", "trouble", "at"), cases(("mailbox",), ("gone", "lost", "slow")), indirect=["house"])
def test_trap_24_whatever_goes_wrong_with_mail(
        house: House, trouble: str, at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Pipe(*house.server, word=b"APPEND") as pipe:
        go_wrong(house.at(pipe.port), pipe, trouble, at, monkeypatch)


class Rights:
    """The right to write somewhere, which goes and comes back: ``trouble`` is set as of the others."""

    def __init__(self, house: House) -> None:
        self._house, self._set = house, ""

    @property
    def trouble(self) -> str:
        return self._set

    @trouble.setter
    def trouble(self, trouble: str) -> None:
        if bool(trouble) != bool(self._set):
            self._house.deny(bool(trouble))
        self._set = trouble


@pytest.mark.parametrize(("house", "at"), [
    pytest.param(make, at, id=f"{name}-{at}", marks=marks) for name, make, marks in HOUSES
    if name in (*HTTP, "mailbox") for at in ("create", "update")], indirect=["house"])
def test_who_may_no_longer_write_there_is_told_so(house: House, at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rights = Rights(house)
    try:
        go_wrong(house, rights, "no right", at, monkeypatch)
    finally:
        rights.trouble = ""


class Hook:
    """A repository that goes wrong: ``trouble`` is set as of the others."""

    def __init__(self, house: House) -> None:
        self._bare = Path(git_address(house.settings.address).place)
        self._set = ""

    @property
    def trouble(self) -> str:
        return self._set

    @trouble.setter
    def trouble(self, trouble: str) -> None:
        moved, hook = self._bare.with_suffix(".moved"), self._bare / "hooks" / "pre-receive"
        if trouble == "gone":
            self._bare.rename(moved)
        elif trouble == "no right":
            hook.parent.mkdir(exist_ok=True)
            hook.write_text("#!/bin/sh\necho You may not do this. >&2\nexit 1\n")
            hook.chmod(0o755)
        elif self._set == "gone":
            moved.rename(self._bare)
        else:
            hook.unlink(missing_ok=True)
        self._set = trouble

    def count(self, marker: str) -> int:
        git(self._bare, "grep", "--quiet", marker, "pkm-drafts")
        return 1


@pytest.mark.parametrize(("house", "trouble", "at"), cases(("repository",), ("gone", "no right")), indirect=["house"])
def test_whatever_goes_wrong_with_a_repository(
        house: House, trouble: str, at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    hook = Hook(house)
    there = replace(house, count=hook.count)
    draft = replace(DRAFT, file=b"---\ntitle: What grows\ndraft: true\n---\n\nWords.\n")
    journal, name = DictJournal(), uuid4().hex[:16]
    if at == "update":
        send(draft, name, there.settings, there.outlet(), journal)
        draft = replace(draft, file=draft.file + b"\nLater.\n")
    hook.trouble = trouble
    sentence(there, lambda: send(draft, name, there.settings, there.outlet(), journal))
    hook.trouble = ""
    assert send(draft, name, there.settings, there.outlet(), journal)[0].action == f"{at}d"
    assert send(draft, name, there.settings, there.outlet(), journal)[0].action == "unchanged"
    assert there.count(marker_of(name, there.settings.name)) == 1


@systems.needs_rights
@pytest.mark.parametrize("house", houses("folder"), indirect=True)
def test_a_folder_where_one_may_not_write(house: House) -> None:
    place, journal, name = Path(house.settings.address), DictJournal(), uuid4().hex[:16]
    draft = replace(DRAFT, file=b"---\ntitle: What grows\ndraft: true\n---\n\nWords.\n")
    outlet = house.outlet()
    place.chmod(0o555)
    with as_nobody(place):
        sentence(house, lambda: send(draft, name, house.settings, outlet, journal))
    place.chmod(0o755)
    assert [one.name for one in place.rglob("*")] == ["hugo.toml"]
    assert send(draft, name, house.settings, house.outlet(), journal)[0].action == "created"
    later = replace(draft, file=draft.file + b"\nLater.\n")
    (made,) = place.rglob("*.md")
    made.parent.chmod(0o555)
    with as_nobody(place):
        sentence(house, lambda: send(later, name, house.settings, outlet, journal))
    made.parent.chmod(0o755)
    assert made.read_bytes().endswith(b"Words.\n")
    assert [one.name for one in made.parent.iterdir()] == [made.name]
    assert send(later, name, house.settings, house.outlet(), journal)[0].action == "updated"


@pytest.mark.parametrize("house", houses("folder"), indirect=True)
def test_a_folder_that_is_gone_gets_a_sentence(house: House) -> None:
    place = Path(house.settings.address)
    place.rename(place.with_suffix(".moved"))
    outlet = house.outlet()
    for ask in (outlet.check, lambda: outlet.create(DRAFT, "pkm-1"), lambda: outlet.get("x.md")):
        with pytest.raises(Problem) as caught:
            ask()
        assert len(str(caught.value).splitlines()) == 1
