"""Cookies within one exchange: some sites redirect to themselves until they get theirs back. None outlives it."""

from __future__ import annotations

_MOST = 20
_LONGEST = 4096


class Cookies:
    """Names and values for one origin; the follower of redirects clears them when the origin changes."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def take(self, lines: tuple[str, ...]) -> None:
        """Take Set-Cookie headers in. Paths, dates and other attributes do not matter for so short a life."""
        for line in lines:
            name, equals, value = line.partition(";")[0].strip().partition("=")
            whole = name + value
            if not name or not equals or len(whole) > _LONGEST or not (whole.isascii() and whole.isprintable()):
                continue
            if name in self._values or len(self._values) < _MOST:
                self._values[name] = value

    def clear(self) -> None:
        """Forget them all."""
        self._values.clear()

    def __bool__(self) -> bool:
        return bool(self._values)

    def __str__(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self._values.items())
