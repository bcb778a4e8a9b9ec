"""The versions of sources that were read and marked, and where each highlight sits in them.

``sources/snapshots/<source id>/<digest>.html``, ``hl-<id>.json`` and, when a highlight was edited,
``hl-<id>.<time>.json``: all are written once and never changed, so synchronisers never meet a conflict in them.
What is read from there may have been written by anybody.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path

from pkm_app.base.errors import NotFound, Refused, StorageProblem
from pkm_app.base.ids import derived_id, new_file_id, new_file_id_after
from pkm_app.content.clean import clean_html
from pkm_app.library.files import AlreadyThere, digest, read_file, save_file
from pkm_app.sense.model import Highlight

FOLDER = "sources/snapshots"
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_MOVED = re.compile(r"\.[0-9abcdefghjkmnpqrstvwxyz]{16}\.json")
_HIGHLIGHT_ID = re.compile(r"hl-[a-z0-9]{10}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_DEVICES = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
_HEAD = (
    '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n</head>\n<body>\n'
)
_TAIL = "\n</body>\n</html>\n"


class Snapshots:
    """The snapshots and anchors of one vault."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, source_id: str, html: str) -> str:
        """Keep a version; return its digest, by which it is read again. The same version twice is one file."""
        html = clean_html(html)
        name = digest(html.encode("utf-8", "replace"))
        with suppress(AlreadyThere):  # it was read and marked before
            self._write(source_id, f"{name}.html", (_HEAD + html + _TAIL).encode("utf-8", "replace"))
        return name

    def read(self, source_id: str, version: str) -> str:
        """Return the HTML of a version, cleaned again, for a synchroniser may have brought another. Raises NotFound."""
        if not _DIGEST.fullmatch(version):
            raise NotFound("There is no version {version} of this source.", version=version)
        data = read_file(self._folder(source_id) / f"{version}.html").decode("utf-8", "replace")
        return clean_html(data.removeprefix(_HEAD).removesuffix(_TAIL))

    def kept(self, source_id: str) -> list[str]:
        """Return the digests of the versions that are kept, the latest first; none where there are none."""
        found = []
        with suppress(OSError), os.scandir(self._folder(source_id)) as entries:
            for entry in entries:
                name, ending = os.path.splitext(entry.name)
                if ending == ".html" and _DIGEST.fullmatch(name) and entry.is_file():
                    found.append((entry.stat().st_mtime_ns, name))
        return [name for _, name in sorted(found, reverse=True)]

    def put_anchor(self, source_id: str, highlight: Highlight) -> None:
        """Write where a highlight sits. Raises Refused when that is written already."""
        try:
            self._write(source_id, f"{highlight.highlight_id}.json", _anchor_data(highlight))
        except AlreadyThere:
            raise Refused("Where the highlight {id} sits is written already.", id=highlight.highlight_id) from None

    def move_anchor(self, source_id: str, highlight: Highlight, at: datetime) -> None:
        """Write where a highlight sits from now on, in a file of its own beside the earlier ones; the newest counts."""
        data = _anchor_data(highlight)
        newest = self._anchor_names(self._folder(source_id), highlight.highlight_id)[0].split(".")[1]
        number = new_file_id_after(newest, at) if newest != "json" else new_file_id(at)
        self._write(source_id, f"{highlight.highlight_id}.{number}.json", data)

    def anchor(self, source_id: str, highlight_id: str) -> Highlight | None:
        """Return where a highlight sits (source_path is ""), None when no readable anchor is there.

        Of several the newest counts that can be read.
        """
        if not source_id or not _HIGHLIGHT_ID.fullmatch(highlight_id):
            return None
        folder = self._folder(source_id)
        for name in self._anchor_names(folder, highlight_id):
            try:
                found = _anchor(source_id, highlight_id, json.loads(read_file(folder / name)))
            except (NotFound, StorageProblem, ValueError, RecursionError):
                continue  # anybody may have written it: then an earlier one counts
            if found is not None:
                return found
        return None

    def _anchor_names(self, folder: Path, highlight_id: str) -> list[str]:
        """The files that say where a highlight sits, the newest first; their names begin with their time."""
        try:
            names = sorted((name for name in os.listdir(folder) if name.startswith(highlight_id)
                            and _MOVED.fullmatch(name, len(highlight_id))), reverse=True)
        except OSError:  # no such folder: then there is no anchor either
            names = []
        return [*names, f"{highlight_id}.json"]

    def _write(self, source_id: str, name: str, data: bytes) -> None:
        folder = self._folder(source_id)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageProblem("The folder {path} cannot be made: {reason}.", path=folder,
                                 reason=error.strerror) from error
        save_file(folder / name, data, None)

    def _folder(self, source_id: str) -> Path:
        # An id is a line in a file that anybody may have written; it must not lead anywhere else.
        if not source_id:
            raise Refused("The source has no id yet.")
        safe = _ID.fullmatch(source_id) and not _DEVICES.fullmatch(source_id)
        folder = self._root / FOLDER / (source_id if safe else f"x-{derived_id(source_id)}")
        if not os.path.realpath(folder).startswith(self._inside):
            raise Refused("{path} leads out of your PKM folder.", path=folder)
        return folder

    @cached_property
    def _inside(self) -> str:
        """With what the real path of everything in the vault begins."""
        return os.path.join(os.path.realpath(self._root), "")


def _anchor_data(highlight: Highlight) -> bytes:
    if not _HIGHLIGHT_ID.fullmatch(highlight.highlight_id):
        raise Refused("“{id}” is no id of a highlight.", id=highlight.highlight_id)
    fields = {
        "id": highlight.highlight_id, "exact": highlight.exact, "prefix": highlight.prefix,
        "suffix": highlight.suffix, "start": highlight.start, "colour": highlight.colour,
        "made": highlight.made, "digest": highlight.digest,
    }
    return json.dumps(fields, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _anchor(source_id: str, highlight_id: str, fields: object) -> Highlight | None:
    if not isinstance(fields, dict):
        return None
    texts = {key: fields.get(key, "") for key in ("exact", "prefix", "suffix", "made", "digest")}
    start, colour = fields.get("start", -1), fields.get("colour", "yellow")
    if not all(isinstance(text, str) for text in (*texts.values(), colour)) or not texts["exact"]:
        return None
    if isinstance(start, bool) or not isinstance(start, int) or not -1 <= start < 2**53:
        return None
    return Highlight(highlight_id, "", source_id, start=start, colour=colour, **texts)
