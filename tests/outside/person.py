"""A person without a mouse and without eyes: keys, and the names that a screen reader speaks.

    with Person(desk, process.pid) as person:
        person.press("Ctrl+K")
        person.tab_to("Capture")
        person.find("Friday's Finds")

Nothing here waits for a time: every step ends when what it is to bring about can be heard, or fails after a minute.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from tests.outside.desktop import SYSTEM_PYTHON, Desktop, wait

_MOST_TABS = 120
_EARS = Path(__file__).with_name("ears.py")
_SOON = 5.0  # seconds in which a key moves the focus, if it does


@dataclass(frozen=True)
class Thing:
    """What a screen reader knows of one thing that is shown; ``area`` is x, y, width and height on the display."""

    role: str
    name: str
    description: str
    states: frozenset[str]
    area: tuple[int, int, int, int]
    text: str | None = None
    children: tuple[Thing, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, facts: dict[str, Any]) -> Thing:
        return cls(facts["role"], facts["name"], facts["description"], frozenset(facts["states"]),
                   tuple(facts["area"]), facts.get("text"), tuple(map(cls.of, facts.get("children", ()))))

    def all(self) -> Iterator[Thing]:
        """This, and all within it."""
        yield self
        for child in self.children:
            yield from child.all()


class Person:
    """Sits before one program."""

    def __init__(self, desk: Desktop, pid: int) -> None:
        with (desk.folder / "ears.log").open("ab") as errors:
            self._ears = subprocess.Popen([SYSTEM_PYTHON, str(_EARS), str(pid)], env=dict(desk.environment), text=True,
                                          stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._ears:  # its end closes what is read, too
            assert self._ears.stdin is not None
            self._ears.stdin.close()

    def windows(self) -> list[Thing]:
        """All windows with all that is shown in them; none while the program is not there."""
        return [Thing.of(one) for one in self._ask("tree") or ()]

    def focus(self) -> Thing | None:
        """What has the focus."""
        facts = self._ask("focus")
        return Thing.of(facts) if facts else None

    def heard(self) -> list[str]:
        """What the program said by itself since the last time."""
        said: list[str] = self._ask("heard")
        return said

    def press(self, keys: str, times: int = 1) -> None:
        """Press a key: ``Tab``, ``Ctrl+Return``, ``h``."""
        for _ in range(times):
            self._ask("press", keys=keys)

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self._ask("type", text=text)

    def tab_to(self, name: str, key: str = "Tab") -> Thing:
        """Press Tab until what has this name has the focus, and return it."""
        passed: list[str] = []
        now: Thing | None = self.until(self.focus, "nothing has the focus")
        for _ in range(_MOST_TABS):
            if now is not None and now.name == name:
                return now
            passed.append(now.name if now else "nothing")
            now = self.tab(key)
        raise AssertionError(f"{key} does not lead to {name!r}, only to {passed}")

    def tab(self, key: str = "Tab") -> Thing:
        """Press Tab, and return what has the focus then."""
        before = self.until(self.focus, "nothing has the focus")
        self.press(key)

        def moved() -> Thing | None:
            now = self.focus()
            return now if now is not None and (now.name, now.area) != (before.name, before.area) else None

        thing: Thing = wait(moved, f"{key} does not move the focus from {before.name!r}", _SOON)
        return thing

    def find(self, name: str, role: str = "") -> Thing:
        """Wait until something is shown that has this name; an ellipsis in it stands for anything."""
        def found() -> Thing | None:
            facts = self._ask("find", name=pattern(name), role=role)
            return Thing.of(facts) if facts else None

        thing: Thing = self.until(found, f"{name!r} is not shown", tell=self._names)
        return thing

    def focused(self, name: str) -> Thing:
        """Wait until something of this name has the focus."""
        def found() -> Thing | None:
            now = self.focus()
            return now if now is not None and matches(now.name, name) else None

        thing: Thing = self.until(found, f"{name!r} has no focus", tell=lambda: f"{self.focus()}")
        return thing

    def shown(self) -> Iterator[Thing]:
        """Everything that is shown."""
        for window in self.windows():
            yield from window.all()

    def until(self, done: Callable[[], Any], what: str, tell: Callable[[], str] = str) -> Any:
        """Wait until something is so. Raises AssertionError, with what ``tell`` says then."""
        try:
            return wait(done, what)
        except TimeoutError:
            raise AssertionError(f"{what}: {tell()}") from None

    def _names(self) -> str:
        return "\n".join(f"{one.role}: {one.name}" for one in self.shown() if one.name)

    def _ask(self, what: str, **more: str) -> Any:
        assert self._ears.stdin is not None
        assert self._ears.stdout is not None
        self._ears.stdin.write(json.dumps({"do": what, **more}) + "\n")
        self._ears.stdin.flush()
        line = self._ears.stdout.readline()
        if not line:
            raise RuntimeError("the listener is gone; ears.log says why")
        said = json.loads(line)
        if "error" in said:
            raise RuntimeError(said["error"])
        return said["answer"]


def pattern(wanted: str) -> str:
    """Return a pattern for a name in which an ellipsis stands for anything."""
    return ".*".join(map(re.escape, wanted.split("…")))


def matches(name: str, wanted: str) -> bool:
    """Whether a name is the one that is wanted, in which an ellipsis stands for anything."""
    return re.fullmatch(pattern(wanted), name, re.DOTALL) is not None
