"""Where reading stopped in each article: characters of its canonical text, for as many articles as matter."""

from __future__ import annotations

import json

from pkm_app.ui.services import Settings

_KEY = "reading.places"
_MOST = 300


class Places:
    """The places of one machine, the latest last."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def get(self, article_id: str) -> int:
        """Return the character that stood first in the view, 0 for the beginning."""
        return self._all().get(article_id, 0)

    def put(self, article_id: str, character: int) -> None:
        """Remember a place; those of articles read longest ago are forgotten."""
        places = self._all()
        if places.get(article_id, 0) == character:
            return
        places.pop(article_id, None)
        if character:
            places[article_id] = character
        self._settings.put(_KEY, json.dumps(dict(list(places.items())[-_MOST:])))

    def _all(self) -> dict[str, int]:
        try:
            kept = json.loads(self._settings.get(_KEY) or "{}")
        except ValueError:  # somebody wrote in the settings: then reading begins at the beginning
            return {}
        if not isinstance(kept, dict):
            return {}
        return {key: place for key, place in kept.items() if isinstance(place, int) and place > 0}
