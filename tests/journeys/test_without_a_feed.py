"""A journey without one feed: a PDF page 14, a book page 73, a video at 12:40, a mail tip, a conversation.
Five right credits in Dutch and in English; and a conversation without consent that leaves by no way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.program import Program
from tests.seek.files import eml, pdf

pytestmark = pytest.mark.slow

CREDITS = {
    "en": ("Etienne Wenger, The report, p. 14", "Jean Lave, Situated Learning, p. 73",
           "[Harold Jarche, The talk, 12:40](<https://www.youtube.com/watch?v=abc&t=760s>)",
           "Anna de Vries, Lees dit éven, e-mail, via Karin Bos", "in conversation with Jan de Boer"),
    "nl": ("Etienne Wenger, The report, p. 14", "Jean Lave, Situated Learning, p. 73",
           "[Harold Jarche, The talk, 12:40](<https://www.youtube.com/watch?v=abc&t=760s>)",
           "Anna de Vries, Lees dit éven, e-mail, via Karin Bos", "in gesprek met Jan de Boer"),
}
OWN = {"en": "What I make of these and what I think of them, in words of my own.\n",
       "nl": "Wat ik hiervan vind en wat het voor mij en voor ons betekent, in mijn eigen woorden.\n"}
SECRET = "Nobody outside this room will ever hear of it."


def five(program: Program, folder: Path) -> list[str]:
    """Capture the five sources; return the ids of their highlights."""
    report, mail = folder / "report.pdf", folder / "tip.eml"
    report.write_bytes(pdf(*(f"What page {number} says of learning." for number in range(1, 17)), title="The report",
                           author="Etienne Wenger"))
    mail.write_bytes(eml())
    source = program.json("capture", str(report))
    return [
        program.json("highlight", source["source_id"], "What page 14 says")["highlight_id"],
        program.json("capture", "-", "--kind", "book", "--title", "Situated Learning", "--author", "Jean Lave",
                     "--page", "73", stdin="Learning is part of practice.")["highlight_id"],
        program.json("capture", "https://www.youtube.com/watch?v=abc", "--title", "The talk", "--author",
                     "Harold Jarche", "--at", "12:40", "--words", "Work is learning.")["highlight_id"],
        program.json("capture", str(mail), "--via", "Karin Bos", "--words", "een mooie tip")["highlight_id"],
        program.json("capture", "-", "--kind", "conversation", "--with", "Jan de Boer", "--consent", "named",
                     stdin="Ik leer van mijn fouten.")["highlight_id"],
    ]


def test_five_right_credits_in_both_languages(program: Program, tmp_path: Path) -> None:
    highlights = five(program, tmp_path)
    quotes = [word for one in highlights for word in ("--quote", one)]
    for language, wanted in CREDITS.items():
        note = program.json("note", f"Five {language}", "--lang", language, *quotes, stdin=OWN[language])
        draft = program.json("draft", "--from", note["note_id"], "--title", f"Out {language}")
        program.run("check", draft["draft_id"])
        file = tmp_path / f"{language}.md"
        program.json("export", draft["draft_id"], "--format", "markdown", "-o", str(file))
        left = [line.removeprefix("> — ") for line in file.read_text(encoding="utf-8").splitlines()
                if line.startswith("> — ")]
        assert left == list(wanted)


def test_a_conversation_without_consent_leaves_by_no_way(program: Program, tmp_path: Path) -> None:
    said = program.json("capture", "-", "--kind", "conversation", "--with", "Piet Stil", stdin=SECRET)
    note = program.json("note", "Mine", "--quote", said["highlight_id"], stdin="My own words.\n")
    for name in (said["highlight_id"], said["source_id"], said["article_id"], note["note_id"]):
        assert "without consent" in program.run("draft", "--from", name, "--title", "Out", code=1).stderr
    assert not (program.vault / "drafts").exists()
    link = f"[[Conversation with Piet Stil#^{said['highlight_id']}|words]]"
    for number, body in enumerate((f"> {SECRET}\n>\n> — {link}", f"![[Conversation with Piet Stil]] {link}", SECRET)):
        path = program.vault / "drafts" / f"Out {number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\ntype: draft\ntitle: Out {number}\n---\n{body}\n", encoding="utf-8")
        name = path.relative_to(program.vault).as_posix()
        assert "without consent" in program.run("check", name, code=1).stderr
        for form in ("markdown", "html", "docx", "epub", "pdf", "eml"):
            out = tmp_path / f"{number}.{form}"
            refused = program.run("export", name, "--format", form, "-o", str(out), code=1)
            assert "without consent" in refused.stderr
            assert not out.exists()
