"""Templates of drafts: those that come along, a person's own in ``.pkm/templates``, or any file they name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pkm_app.base.errors import NotFound, Problem
from pkm_app.base.resources import resources_folder
from pkm_app.content.filenames import file_name
from pkm_app.content.vaultfile import parse_vault_file
from pkm_app.library.files import read_file

_LARGEST = 256 * 1024  # bytes; a template is a page
_MOST = 200


class DraftTemplates:
    """Implements share.ports.TemplateShelf."""

    def __init__(self, vault: Path) -> None:
        self._own = vault / ".pkm" / "templates"
        self._ours = resources_folder() / "draft-templates"

    def names(self) -> Sequence[str]:
        """A person's own, by name."""
        return tuple(path.stem for path in sorted(self._own.glob("*.md"))[:_MOST] if not path.is_symlink())

    def read(self, name: str, language: str) -> str:
        """Return the text of a template. An own one takes the place of one that comes along under the same name."""
        stem = name.removesuffix(".md")
        folder = self._ours / (language[:2].lower() if language[:2].lower() == "nl" else "en")
        tries = [self._own / file_name(stem, ".md"), folder / file_name(stem, ".md")]
        if name.endswith((".md", ".txt")):
            tries.append(Path(name).expanduser())
        for path in tries:
            text = _text(path, own=path == tries[0])
            if text is not None:
                return text
        known = [path.stem for path in sorted(folder.glob("*.md")) if path.stem != "chapter"]
        raise NotFound("“{name}” is no template: choose from {known}.", name=name,
                       known=", ".join([*known, *self.names()]))


def _text(path: Path, own: bool) -> str | None:
    try:
        if (own and path.is_symlink()) or not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        return parse_vault_file(read_file(path)).body
    except (OSError, ValueError, Problem):  # a name no file can have, or gone meanwhile: no such template
        return None
