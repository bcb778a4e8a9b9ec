"""A newcomer's first ten minutes with the real program, from outside its process, in Dutch and again in English.

Nothing but the servers on loopback is reached: whatever else the program asked for would go to the proxy of this test.
Pictures of every step are left in build/shots/newcomer-nl and newcomer-en.
"""

from __future__ import annotations

import base64
import html
import json
import shutil
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest

from tests.outside.machine import ROOT, newcomer
from tests.outside.newcomer import LINK, OWN_WORDS, QUOTED

pytestmark = [pytest.mark.server, pytest.mark.window, pytest.mark.slow]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_from_the_first_start_to_a_draft_on_the_blog(needs_desktop: None, start_wordpress: Callable[..., Any],
                                                     language: str) -> None:
    folder = ROOT / "build" / "shots" / f"newcomer-{language}"
    shutil.rmtree(folder, ignore_errors=True)
    with start_wordpress() as site:  # where nothing is but its own posts: each row is told from the next by its name
        with newcomer(site, language, folder) as story:
            story.run()
        (post,) = drafts(site)
    content = html.unescape(post["content"]["raw"])
    assert post["status"] == "draft"
    assert post["title"]["raw"].startswith(story.say("Friday's Finds"))
    for part in (QUOTED, "Writer", OWN_WORDS[language], LINK[language]):
        assert part in content, content
    assert "%%" not in content, "what is private stays here"
    assert len(list(folder.glob("*.png"))) == 13


def drafts(site: dict[str, Any]) -> list[dict[str, Any]]:
    """Ask WordPress itself which drafts its writer has."""
    writer = site["users"]["writer"]
    request = urllib.request.Request(f"{site['rest']}wp/v2/posts?status=draft&context=edit&per_page=100")
    token = base64.b64encode(f"writer:{writer['app_password']}".encode()).decode()
    request.add_header("Authorization", f"Basic {token}")
    with urllib.request.urlopen(request, timeout=30) as answer:
        return list(json.load(answer))
