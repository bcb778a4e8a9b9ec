"""Tags and categories of a WordPress: it wants their numbers, so each is looked up by name, or made."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from typing import Any, Protocol

from pkm_app.net.outlets.rest import Said, text_of

_MOST = 30
_MAY_NOT = (401, 403)


class Ask(Protocol):
    """Asks the REST API one thing."""

    def __call__(self, method: str, path: str, query: Mapping[str, str | int],
                 payload: Mapping[str, Any] | None = None) -> Said:
        """Return what was said. Raises NetworkProblem, Refused."""


class Tags:
    """Finds and makes tags (or ``categories``) with the questions of ``ask``."""

    def __init__(self, ask: Ask, kind: str = "tags") -> None:
        self._ask = ask
        self._path = f"wp/v2/{kind}"

    def ids(self, names: tuple[str, ...]) -> list[int]:
        """Return the numbers of tags, in order, each once. One that the user may not make is left out."""
        found = [self._id(" ".join(name.split())) for name in names[:_MOST] if name.strip()]
        return list(dict.fromkeys(number for number in found if number is not None))

    def _id(self, name: str) -> int | None:
        said = self._ask("GET", self._path, {"search": name, "per_page": 100, "_fields": "id,name"})
        for term in said.value if said.status == 200 and isinstance(said.value, list) else ():
            if isinstance(term, dict) and isinstance(term.get("id"), int) and (
                    unescape(text_of(term.get("name"))).casefold() == name.casefold()):
                return int(term["id"])
        said = self._ask("POST", self._path, {"_fields": "id"}, {"name": name})
        if said.code == "term_exists":  # made meanwhile, or spelled another way there
            data = said.fields.get("data")
            number = data.get("term_id") if isinstance(data, dict) else None
        else:
            number = said.fields.get("id") if said.status not in _MAY_NOT else None
        return number if isinstance(number, int) else None


