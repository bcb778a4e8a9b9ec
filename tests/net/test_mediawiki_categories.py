"""Categories of a draft in a real MediaWiki: its page names them, and is in none while it is a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from pkm_app.net.outlets import Outlets
from pkm_app.share.aftermath import words_there
from tests.contracts.houses import WikiAdmin
from tests.net.test_mediawiki import DRAFT, HOSTILE, maker, ours

__all__ = ["maker"]


@pytest.mark.server("mediawiki")
def test_a_page_of_ones_own_names_its_categories_and_is_in_none(maker: Outlets, mediawiki: dict[str, Any]) -> None:
    outlet = ours(maker, mediawiki)
    draft = replace(DRAFT, title=uuid4().hex, categories=("Leren", HOSTILE))
    made = outlet.create(draft, f"pkm-{uuid4().hex}")
    shown = WikiAdmin(mediawiki).ask(action="parse", pageid=made.remote_id, prop="templates|images|categories")["parse"]
    assert (shown["templates"], shown["images"], shown["categories"]) == ([], [], [])
    there = outlet.get(made.remote_id)
    assert there is not None
    assert "[[:Category:Leren]]" in there.html
    assert there.imprint == outlet.imprint(draft)
    assert words_there(there).strip() == "Words", "they are none of its words"
    other = outlet.update(made.remote_id, replace(draft, categories=("Werk",)), there.version)
    assert "[[:Category:Werk]]" in other.html
    assert "Leren" not in other.html
