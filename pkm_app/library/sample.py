"""Reads the sample library that comes along: ``resources/sample``, TOML."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from pkm_app.base.resources import resources_folder
from pkm_app.flow.sample import Sample, SampleArticle, SampleHighlight, SampleNote

LANGUAGES = ("en", "nl")


def read_sample(language: str, folder: Path | None = None) -> Sample:
    """Return the sample in a language; any that it does not speak means English."""
    place = folder or resources_folder() / "sample"
    spoken = language if language in LANGUAGES else "en"
    matter, words = (tomllib.loads((place / name).read_text(encoding="utf-8"))
                     for name in ("articles.toml", f"words.{spoken}.toml"))
    return Sample(
        spoken, words["quoted"], matter["via"], tuple(_article(one, words["own"]) for one in matter["article"]),
        _note(words["note"]), _note(words["question"]), tuple(words["draft"]["finds"]), words["draft"]["body"])


def _article(one: dict[str, Any], own: dict[str, str]) -> SampleArticle:
    marked = tuple(
        SampleHighlight(mark["key"], mark["words"], mark["colour"], own[mark["own"]] if "own" in mark else "")
        for mark in one.get("highlight", ()))
    return SampleArticle(one["key"], one["author"], one["site"], one["title"], one.get("url", ""), one["language"],
                         timedelta(hours=one["hours"]), one.get("mark"), tuple(one["words"]), marked)


def _note(one: dict[str, Any]) -> SampleNote:
    return SampleNote(one["title"], one["body"], tuple(one.get("tags", ())), one.get("quote", ""),
                      tuple(one.get("served_by", ())))
