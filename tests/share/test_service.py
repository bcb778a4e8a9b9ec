from __future__ import annotations

from dataclasses import replace

import pytest

from pkm_app.base.errors import NotFound, Refused, StorageProblem
from pkm_app.share.model import OutletSettings
from pkm_app.share.secret_needed import SecretNeeded
from pkm_app.share.service import OutletService
from tests.fakes.outlet import FakeOutlets
from tests.fakes.share import DictSecrets, ListOutlets

BLOG = OutletSettings("blog", "wordpress", "https://blog.example/", "writer")


class House:
    def __init__(self, keyring: bool = True) -> None:
        self.file, self.secrets = ListOutlets(), DictSecrets(keyring)
        self.service = OutletService(self.file, self.secrets, FakeOutlets())


@pytest.fixture
def house() -> House:
    return House()


def test_an_outlet_is_tried_kept_and_opened(house: House) -> None:
    assert house.service.add(BLOG, "right") == "Writer"
    assert list(house.service.outlets()) == [BLOG]
    settings, outlet = house.service.open("blog")
    assert (settings, outlet.check()) == (BLOG, "Writer")
    assert house.service.keeps_secret("blog")


@pytest.mark.parametrize(("settings", "secret"), [
    (BLOG, "wrong"), (BLOG, ""),
    (replace(BLOG, user=" "), "right"), (replace(BLOG, name=" "), "right"), (replace(BLOG, kind="pigeon"), "right"),
    (replace(BLOG, audience="all"), "right"),  # type: ignore[arg-type]
])
def test_what_is_refused_leaves_nothing_behind(house: House, settings: OutletSettings, secret: str) -> None:
    with pytest.raises(Refused):
        house.service.add(settings, secret)
    assert (list(house.file.load()), house.secrets.kept) == ([], {})


def test_a_name_is_given_once(house: House) -> None:
    house.service.add(BLOG, "right")
    with pytest.raises(Refused, match="already"):
        house.service.add(replace(BLOG, name=" blog "), "right")


@pytest.mark.parametrize("address", [
    "https://writer:geheim@blog.example/", "writer:geheim@blog.example/", "https://writer:ge@heim@blog.example/",
    "https:\\\\writer:geheim@blog.example/",
])
def test_trap_25_a_password_in_an_address_is_kept_nowhere(house: House, address: str) -> None:
    house.service.add(replace(BLOG, address=address), "right")
    assert "heim" not in repr((house.file.load(), house.secrets.kept, house.service.find("blog")))


def test_trap_25_an_address_that_is_none_is_told_without_its_password(house: House) -> None:
    with pytest.raises(Refused) as caught:
        house.service.add(replace(BLOG, address="https://writer:geheim@[bad/"), "right")
    assert "geheim" not in str(caught.value)
    assert "[bad" in str(caught.value)


def test_a_file_that_cannot_be_written_leaves_no_secret_behind() -> None:
    class FullDisk(ListOutlets):
        def save(self, outlets: object) -> None:
            raise StorageProblem("The disk is full.")

    secrets = DictSecrets()
    service = OutletService(FullDisk(), secrets, FakeOutlets())
    with pytest.raises(StorageProblem):
        service.add(BLOG, "right")
    assert secrets.kept == {}


def test_without_a_keyring_the_secret_is_given_at_each_use() -> None:
    house = House(keyring=False)
    with pytest.raises(Refused, match=r"keyring here.*--secret-stdin"):
        house.service.add(BLOG, "right")
    assert list(house.file.load()) == []
    house.service.add(BLOG, "right", keep_secret=False)
    assert not house.service.keeps_secret("blog")
    assert house.service.open("blog", "right")[1].check() == "Writer"
    with pytest.raises(Refused):
        house.service.open("blog")


def test_a_secret_that_is_held_is_written_nowhere_and_ends_with_the_outlet() -> None:
    house = House(keyring=False)
    house.service.add(BLOG, "right", keep_secret=False)
    with pytest.raises(SecretNeeded, match="no keyring here") as caught:
        house.service.open("blog")
    assert caught.value.outlet == "blog"
    assert isinstance(caught.value.reason, Refused)
    house.service.hold("blog", "right")
    assert house.service.keeps_secret("blog")
    assert house.service.open("blog")[1].check() == "Writer"
    assert house.service.open("blog", "other")[1] is not None  # what is given now goes before it
    assert (house.secrets.kept, "right" in repr(house.file.load())) == ({}, False)
    house.service.remove("blog")
    house.service.add(BLOG, "right", keep_secret=False)
    with pytest.raises(SecretNeeded):
        house.service.open("blog")


def test_a_keyring_that_does_not_answer_keeps_no_outlet_from_being_forgotten(house: House) -> None:
    class Locked(DictSecrets):
        def forget(self, settings: OutletSettings) -> None:
            raise Refused("The keyring is locked.")

    service = OutletService(house.file, Locked(), FakeOutlets())
    service.add(BLOG, "right")
    with pytest.raises(Refused, match=r"“blog” is forgotten\. The keyring is locked\."):
        service.remove("blog")
    assert list(service.outlets()) == []


def test_an_outlet_without_its_secret_says_how_to_give_it(house: House) -> None:
    house.file.save([BLOG])
    with pytest.raises(Refused, match="--secret-stdin"):
        house.service.open("blog")


def test_removing_one_outlet_leaves_the_other_its_secret(house: House) -> None:
    house.service.add(BLOG, "right")
    house.service.add(replace(BLOG, name="crew", audience="team"), "right")
    house.service.remove("blog")
    assert house.service.keeps_secret("crew")
    house.service.remove("crew")
    assert house.secrets.kept == {}


def test_an_unknown_name_is_told_with_those_there_are(house: House) -> None:
    with pytest.raises(NotFound, match="outlet add"):
        house.service.remove("blog")
    house.service.add(BLOG, "right")
    with pytest.raises(NotFound, match="There are: blog"):
        house.service.find("bolg")
