"""What the preview says of a place is what its editor makes of the clipboard."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

import pytest

from pkm_app.share.kinds import Place
from pkm_app.share.richtext import FEATURES, PLACES, Fate, rich_text
from tests.share.drafts import document
from tests.share.paste.judge import fates, tree_of, words_of
from tests.share.paste.trial import HERE, Clipboard, have_editors, paste

# two libraries are known for Viva Engage: what is said holds for both
EDITORS: Mapping[Place, tuple[str, ...]] = {
    "viva": ("draft", "lexical"), "sharepoint": ("sharepoint",), "teams": ("teams",), "linkedin": ("linkedin",),
    "confluence": ("confluence",), "substack": ("substack",)}
ORDER: tuple[Fate, ...] = ("lost", "changed", "kept")
HARD = """\
###### Diep *onder* `kop`

Regel\\
onder regel, <script>alert(1)</script> &amp; 'zo'.

> Een citaat met
>
> - een lijst
>   - erin
>
> en code:
>
> ```
> if a < b:
>     return 1
> ```

- [ ] taak
  - [x] deeltaak

Ertussen.

- [ ] gemengd
- los

1. stap

   | a | b |
   | --- | --- |
   | **c** | [d](https://example.org/d) |

   > gezegd

2. volgende

> [!tip] Kader
> Met tekst.
>
> | in | kader |
> | --- | --- |
> | e | f |

Slot.[^n]

[^n]: Noot.

    Nog een alinea.
"""

pytestmark = pytest.mark.xdist_group("paste")


def clipboards(body: str = "") -> dict[str, Clipboard]:
    """Return what the program puts on the clipboard for each place, by editor."""
    found: dict[str, Clipboard] = {}
    for place, editors in EDITORS.items():
        rich = rich_text(document(body) if body else document(), place)
        words = {"text/plain": rich.plain}
        for editor in editors:
            found[editor] = words if place == "linkedin" else {"text/html": rich.html, **words}
    return found


@pytest.fixture(scope="module")
def held() -> dict[str, str]:
    have_editors()
    return paste(clipboards())


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_what_is_said_of_a_place_is_what_its_editor_makes_of_it(place: Place, held: dict[str, str]) -> None:
    found = [fates(held[editor]) for editor in EDITORS[place]]
    poorest = {feature: min((one[feature] for one in found), key=ORDER.index) for feature in FEATURES}
    assert poorest == PLACES[place]


@pytest.mark.slow
@pytest.mark.parametrize("body", ["", HARD], ids=["everything", "hard"])
def test_no_word_is_lost_and_no_two_run_together(body: str) -> None:
    have_editors()
    given = clipboards(body)
    for editor, text in paste(given).items():
        before = given[editor].get("text/html") or f"<p>{escape(given[editor]['text/plain'])}</p>"
        assert words_of(text) == words_of(before), editor
        if body and editor != "linkedin":  # what an item holds does not end its list
            there = "//li[contains(., 'stap')]/following-sibling::li[contains(., 'volgende')]"
            assert tree_of(text).xpath(there), editor
        assert not tree_of(text).xpath("//script|//a[starts-with(@href, '#')]|//a[@href='']"), editor


def test_the_guide_names_the_libraries_that_were_tried() -> None:
    kept = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    names = {"ckeditor5": "CKEditor", "draft-js": "Draft.js", "lexical": "Lexical", "quill": "Quill",
             "@tiptap/core": "Tiptap", "@atlaskit/adf-schema": "adf-schema"}
    for language in ("en", "nl"):
        page = Path(HERE.parents[2] / "docs" / "guide" / language / "share.md").read_text(encoding="utf-8")
        told = " ".join(page.split())
        missing = [name for package, name in names.items()
                   if not re.search(rf"{re.escape(name)} {re.escape(kept[package])}\b", told)]
        assert missing == []
