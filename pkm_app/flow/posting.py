"""From a draft to what an outlet is given: the same text that leaves as a file, and the pictures that go along."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import TypeAlias

from pkm_app.content.repainting import Picture
from pkm_app.flow.exporting import Exporting
from pkm_app.flow.leaving import leaving_head
from pkm_app.sense.ports import Vault
from pkm_app.share.head import Head
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import Rendered
from pkm_app.share.ports import Pictures
from pkm_app.share.posting import Along, leaving_name, rendered

Clean: TypeAlias = Callable[[bytes], Picture | None]


class Posting:
    """Makes drafts ready for outlets. ``clean`` takes off what is hidden in a picture, None where it is none; without
    it no picture goes along."""

    def __init__(self, vault: Vault, exporting: Exporting, pictures: Pictures, clean: Clean | None = None) -> None:
        self._vault = vault
        self._exporting = exporting
        self._pictures = pictures
        self._clean = clean

    def rendered(self, name: str, audience: str, kind: str = "", pictures: bool = False) -> Rendered:
        """Return a draft as it leaves to an audience, for outlets of a kind ("" for any); its ``pictures`` go along
        where that kind takes some, or they are asked for. Raises Refused as flow.exporting does."""
        document, data = self._exporting.document(name, audience)
        loaded = self._vault.load(self._vault.find(name).path)
        head = leaving_head(self._vault, loaded, audience)
        place = KINDS.get(kind)
        fields = place.takes if place else ()
        return rendered(document, Along(
            pictures=self._cleaned(data) if pictures or (place and place.pictures) else {},
            featured=self._featured(loaded.path, head) if "featured" in fields else None,
            categories=head.categories if "categories" in fields else (),
            excerpt=head.excerpt))

    def _cleaned(self, data: Mapping[str, bytes]) -> dict[str, tuple[str, Picture]]:
        found = ((name, self._picture(one)) for name, one in data.items())
        return {name: made for name, made in found if made is not None}

    def _featured(self, path: str, head: Head) -> tuple[str, Picture, str] | None:
        """The picture that front matter names for the whole."""
        data = self._pictures.read(head.featured, path) if head.featured else None
        made = self._picture(data) if data else None
        return (*made, head.featured_alt) if made else None

    def _picture(self, data: bytes) -> tuple[str, Picture] | None:
        picture = self._clean(data) if self._clean else None
        return (leaving_name(hashlib.sha256(picture.data).hexdigest(), picture), picture) if picture else None
