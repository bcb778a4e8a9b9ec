"""What is known of a draft, changed from the command line, and for whom an outlet is."""

from __future__ import annotations

import base64

from tests.cli.terminal import Terminal
from tests.cli.test_share_verbs import draft

_DOT = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


def test_what_a_draft_says_of_itself_is_changed_line_by_line(terminal: Terminal) -> None:
    path = draft(terminal, "Words.\n", front="colour: blue # mine\ntags: [one]\n")
    (terminal.vault / "attachments").mkdir()
    (terminal.vault / "attachments" / "hedge.gif").write_bytes(_DOT)
    done = terminal.json("edit", path, "--lang", "nl", "--tag", "two", "--category", "Learning", "--category",
                         "learning", "--compiler", "Anne", "--compiler", "Bert", "--excerpt", " What it is\nabout ",
                         "--featured", "hedge.gif|A hedge")
    assert done["changed"] == [path]
    text = (terminal.vault / path).read_text(encoding="utf-8")
    assert "colour: blue # mine\n" in text
    assert text.endswith("---\nWords.\n")
    for line in ("lang: nl", "excerpt: What it is about", 'featured: "[[hedge.gif|A hedge]]"'):
        assert f"{line}\n" in text
    shown = terminal.json("publish", path, "--outlet", "blog", "--preview") if _blog(terminal) else {}
    assert shown["facts"] | {"tags": ""} == {"categories": "Learning", "excerpt": "What it is about", "tags": "",
                                             "featured": "A hedge"}
    terminal.run("edit", path, "--uncategory", "LEARNING", "--uncompiler", "Anne", "--excerpt", "", "--featured", "",
                 "--lang", "none", "--untag", "one", "--untag", "two")
    text = (terminal.vault / path).read_text(encoding="utf-8")
    assert "Bert" in text
    assert not any(key in text for key in ("categories", "excerpt", "featured", "lang:", "tags", "Anne"))
    assert terminal.json("edit", path, "--compiler", "Bert")["changed"] == [], "it says that already"


def _blog(terminal: Terminal) -> bool:
    (terminal.vault / ".pkm").mkdir(parents=True, exist_ok=True)
    (terminal.vault / ".pkm" / "outlets.toml").write_text(
        '[[outlet]]\nname = "blog"\nkind = "wordpress"\naddress = "https://blog.invalid/"\nuser = "anne"\n'
        '# mine\naudience = "public"\n', encoding="utf-8")
    return True


def test_what_cannot_be_is_refused_and_nothing_is_changed(terminal: Terminal) -> None:
    path = draft(terminal, "Words.\n")
    before = (terminal.vault / path).read_bytes()
    assert "no picture" in terminal.refused("edit", path, "--featured", "../../etc/passwd")
    assert "can be no tag" in terminal.refused("edit", path, "--tag", "social learning")
    assert "can be no tag" in terminal.refused("note", "Leren", "--tag", "social learning")
    assert "not a draft" in terminal.refused("edit", terminal.json("note", "A note", stdin="x\n")["note_id"],
                                             "--category", "Learning")
    broken = draft(terminal, "Words.\n", "Broken", "tags: [one\n")
    assert "cannot be read" in terminal.refused("edit", broken, "--lang", "nl")
    assert (terminal.vault / path).read_bytes() == before
    assert "DRAFT" in terminal.run("edit", "--help").out


def test_an_outlet_gets_another_audience(terminal: Terminal) -> None:
    _blog(terminal)
    assert terminal.json("outlet", "set", "blog", "--audience", "team")[0]["audience"] == "team"
    text = (terminal.vault / ".pkm" / "outlets.toml").read_text(encoding="utf-8")
    assert 'audience = "team"' in text
    assert "# mine" in text
    assert "no outlet" in terminal.refused("outlet", "set", "other", "--audience", "team")
    terminal.run("outlet", "set", "blog", "--audience", "everyone", code=2)
