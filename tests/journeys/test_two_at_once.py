"""Two commands at the same moment: whoever comes second finds what the first one did."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.contracts.houses import as_admin
from tests.journeys.program import Program

pytestmark = pytest.mark.server


@pytest.mark.parametrize("has_id", [True, False])
def test_trap_24_one_draft_sent_twice_at_once_is_one_draft_there(
        program: Program, wordpress: dict[str, Any], has_id: bool) -> None:
    title = f"Twice at once, {has_id}"
    note = program.json("note", title, stdin="My own words about it.\n")
    draft = program.json("draft", "--from", note["note_id"], "--title", title)
    program.run("outlet", "add", "blog", "--kind", "wordpress", "--address", wordpress["url"], "--user", "writer",
                stdin=wordpress["users"]["writer"]["app_password"] + "\n")
    path = program.vault / draft["path"]
    if not has_id:  # written in another program, say
        text = path.read_text(encoding="utf-8").replace(f"id: {draft['draft_id']}\n", "")
        path.write_text(text, encoding="utf-8")
    program.run("check", draft["path"])  # so that all of them know of the file already
    both = [program.start("publish", draft["path"], "--outlet", "blog", "--json") for _ in range(3)]
    said = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0, 0], said
    done = [json.loads(out) for out, _ in said]
    assert sorted(one["action"] for one in done) == ["created", "unchanged", "unchanged"]
    assert len({one["remote_id"] for one in done}) == 1
    posts = as_admin(wordpress, "GET", "posts?status=draft&per_page=100")
    assert [post["id"] for post in posts if title in post["title"]["rendered"]] == [int(done[0]["remote_id"])]
    assert len(list((program.vault / "shared").iterdir())) == 1
    assert [file.name for file in path.parent.iterdir()] == [path.name]
