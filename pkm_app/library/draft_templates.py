"""Templates of drafts: those that come along, a person's own in ``.pkm/templates``, or any file they name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pkm_app.base.errors import NotFound, Problem
from pkm_app.base.resources import resources_folder
from pkm_app.content.filenames import file_name
from pkm_app.content.placeholders import filled_file
from pkm_app.content.vaultfile import VaultFile, parse_vault_file
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
        file = self._file(name, language)
        if file is not None:
            return file.body
        folder = self._folder(language)
        known = [path.stem for path in sorted(folder.glob("*.md")) if path.stem != "chapter"]
        raise NotFound("“{name}” is no template: choose from {known}.", name=name,
                       known=", ".join([*known, *self.names()]))

    def about(self, name: str, values: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
        """Return the language and the tags that a template gives to its drafts, filled with ``values``."""
        file = self._file(name, "")
        if file is None:
            return "", ()
        file = filled_file(file, values)
        return (file.text_field("lang"), file.list_field("tags")) if file.front_readable else ("", ())

    def _folder(self, language: str) -> Path:
        return self._ours / (language[:2].lower() if language[:2].lower() == "nl" else "en")

    def _file(self, name: str, language: str) -> VaultFile | None:
        stem = name.removesuffix(".md")
        tries = [self._own / file_name(stem, ".md"), self._folder(language) / file_name(stem, ".md")]
        if name.endswith((".md", ".txt")):
            tries.append(Path(name).expanduser())
        for path in tries:
            file = _read(path, own=path == tries[0])
            if file is not None:
                return file
        return None


def _read(path: Path, own: bool) -> VaultFile | None:
    try:
        if (own and path.is_symlink()) or not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        return parse_vault_file(read_file(path))
    except (OSError, ValueError, Problem):  # a name no file can have, or gone meanwhile: no such template
        return None
