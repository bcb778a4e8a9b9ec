"""The page of figures: a part measured alone leaves the others' figures as they stand."""

from __future__ import annotations

from datetime import date
from importlib import import_module

from tests.bench.page import HEAD, Section, replaced, spent, written
from tests.bench.parts import names


def section(name: str, figure: str) -> str:
    return written(name, Section(f"The {name}", ("| a |", "| --- |", f"| {figure} |")), date(2026, 1, 2), "here", 3)


def test_a_part_replaces_its_own_section_and_no_other():
    page = replaced("", {"one": section("one", "1"), "two": section("two", "2"), "three": section("three", "3")})
    again = replaced(page, {"two": section("two", "9")})
    assert page.startswith(HEAD)
    assert again == page.replace("| 2 |", "| 9 |")
    assert replaced(again, {}) == again


def test_a_new_part_comes_at_the_end():
    page = replaced(replaced("", {"two": section("two", "2")}), {"one": section("one", "1")})
    assert page.index("## The two") < page.index("## The one")


def test_a_section_tells_its_part_day_and_machine():
    assert "`one`, measured on 2026-01-02, 3 rounds, on here." in section("one", "1")


def test_figures_of_a_busy_machine_say_so():
    assert "busy" not in spent(3, 0.4, 2)
    assert spent(3, 7.2, 2).startswith("in 3 minutes, at a load of 7.2: a busy machine")


def test_every_part_can_be_measured():
    assert "refresh" in names()
    for name in names():
        assert callable(import_module(f"tests.bench.parts.{name}").measure)
