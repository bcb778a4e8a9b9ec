"""What Orca says of the program at each key, in the Dutch window: what is silent there is silent for a person."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.outside.desktop import desktop
from tests.outside.machine import start_program
from tests.outside.newcomer import Words
from tests.outside.orca import Orca, missing, orca, unknown
from tests.outside.person import Person
from tests.servers.loopback import Loopback

pytestmark = [pytest.mark.window, pytest.mark.slow]

ROW = "Wilfred Rubens, Wat “social learning” kenmerkt, "
TITLE = "Wat “social learning” kenmerkt"
SAY = Words("nl")


@dataclass
class Blind:
    """Somebody who has the keys, and what Orca says."""

    person: Person
    orca: Orca

    def press(self, keys: str, heard: str, then: str = "") -> None:
        """Press keys one after the other, and wait until this is said, and this after it."""
        for key in keys.split():
            self.person.press(key)
        self.orca.hear(heard)
        if then:
            self.orca.hear(then)

    def tab_to(self, name: str) -> None:
        """Press Tab until this has the focus; each that has it on the way is said."""
        for _ in range(20):
            now = self.person.tab().name
            self.orca.hear(re.escape(now))
            if now == name:
                return
        raise AssertionError(f"{name!r} is not come to")


@pytest.fixture
def blind(needs_desktop: None) -> Iterator[Blind]:
    """A first start, with Orca."""
    reason = missing()
    if reason and os.environ.get("PKM_REQUIRE_SERVERS"):
        pytest.fail(reason)
    if reason := reason or unknown():
        pytest.skip(reason)
    with tempfile.TemporaryDirectory(prefix="pkm-desk-") as place, Loopback() as outside, \
            desktop(Path(place)) as desk, orca(desk) as reader:
        process = start_program(desk, "nl_NL.UTF-8", outside.address().rstrip("/"))
        try:
            with Person(desk, process.pid) as person:
                yield Blind(person, reader)
        finally:
            process.kill()
            process.wait()
            print(*((desk.folder / name).read_text()[-3000:] for name in ("program.log", "orca.log", "spoken")))


def test_every_key_of_a_beginning_is_answered(blind: Blind) -> None:
    blind.orca.hear("Nederlands")
    blind.tab_to(SAY("Try the sample library"))
    blind.press("space", SAY("Today"))
    blind.press("g k", SAY("Articles"))
    blind.press("Down", re.escape(ROW))
    later = re.escape(SAY("Put in Later: “{title}”.", title=TITLE))
    blind.press("l", f"notification {later}")
    blind.press("Ctrl+z", f"notification {re.escape(SAY('Undone: {words}', words=''))}{later}")
    blind.press("Ctrl+k", SAY("Search notes, highlights and articles"))
    blind.press("Down", SAY("What was found"), f"{SAY('Search everything')}, /")
    blind.press("Up", f"{SAY('Search')}, Ctrl\\+K")
    blind.press("Escape", re.escape(ROW))
    blind.press("Return", SAY("Article"))
    blind.press("F5", f"notification {re.escape(SAY('%n new article(s).').replace('%n', '0'))}")
    blind.press("Ctrl+comma", SAY("Settings"))
    blind.press("Tab", f"{SAY('Language')}: ")
    said = blind.orca.said()
    assert [line for line in said if re.search(later, line)] == [line for line in said if line.startswith("not")][:2]
    assert not [line for line in said if re.search(r"layered pane|⟦|<[a-z/]|__|\*\*", line)]
