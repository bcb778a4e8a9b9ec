"""Templates: placeholders and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from pkm_app.base.errors import NotFound
from pkm_app.content.vaultfile import parse_vault_file
from pkm_app.sense.notes import NewNote
from pkm_app.sense.templates import Template, Templates, fill

NOW = datetime(2026, 11, 20, 14, 12, 3, tzinfo=UTC)


class Files:
    """Two that come along, one of the person's own."""

    def load(self) -> Sequence[Template]:
        return [
            Template("meeting", "Meeting", "", parse_vault_file(
                b"---\ntags: [meeting, '{{year}}']\nprivate: true\n---\n"
                b"On {{date}} at {{ time }}: {{title}} {{nothing}}\n"),
                own=True),
            Template("note", "Note", "en", parse_vault_file(b"---\nmaturity: seed\n---\nIn my words:\n")),
            Template("note", "Notitie", "nl", parse_vault_file(b"---\nmaturity: seed\n---\nIn mijn woorden:\n")),
            Template("question", "Leervraag", "nl", parse_vault_file(b"---\nquestion: open\n---\nWaarom:\n")),
        ]


@pytest.fixture
def templates() -> Templates:
    return Templates(Files(), lambda: NOW)


def test_a_template_is_filled_once(templates: Templates) -> None:
    note = templates.begin("Meeting", NewNote("About {{date}}", body="Mine."), "en")
    assert note.body == "On 2026-11-20 at 14:12: About {{date}} {{nothing}}\n\nMine.\n"
    assert (note.tags, note.private) == (("meeting", "2026"), True)


def test_each_language_has_its_own(templates: Templates) -> None:
    assert [one.title for one in templates.listing("nl")] == ["Meeting", "Notitie", "Leervraag"]
    assert [one.title for one in templates.listing("fr")] == ["Meeting", "Note"]
    assert templates.begin("note", NewNote("T"), "nl").body == "In mijn woorden:\n"
    asked = templates.begin("question", NewNote("T"), "en")
    assert (asked.question, asked.lang) == (True, "nl")


def test_what_is_said_counts_more(templates: Templates) -> None:
    note = templates.begin("note", NewNote("T", maturity="baked", lang="de", tags=("a",)), "en")
    assert (note.maturity, note.lang, note.tags) == ("baked", "de", ("a",))


def test_an_unknown_name_says_which_there_are(templates: Templates) -> None:
    with pytest.raises(NotFound, match="meeting, note"):
        templates.begin("nope", NewNote("T"), "en")


def test_nothing_runs() -> None:
    text = "{{title.__class__}} {% for x in y %} {{ title | upper }} ${title} {title}"
    assert fill(text, {"title": "{{date}}", "date": "no"}) == text
    assert fill("{{title}}", {"title": "{{date}}", "date": "no"}) == "{{date}}"


def test_dates_in_front_matter_are_filled_before_it_is_read_and_the_title_never_is() -> None:
    class Own:
        def load(self) -> Sequence[Template]:
            text = b"---\r\ntags: [week/{{week}}]\r\nlang: nl\r\ntitle: {{title}}\r\n---\r\n# {{title}}\r\n"
            return [Template("w", "w", "", parse_vault_file(text), own=True)]

    note = Templates(Own(), lambda: NOW).begin("w", NewNote("x\nprivate: true"), "en")
    assert (note.tags, note.lang, note.private) == (("week/47",), "nl", False)
    assert note.body == "# x\nprivate: true\n"
