"""Templates of notes: those that come with the program, and a person's own in ``.pkm/templates`` of the vault."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pkm_app.base.errors import Problem
from pkm_app.base.resources import resources_folder
from pkm_app.content.vaultfile import parse_vault_file
from pkm_app.library.files import read_file
from pkm_app.sense.templates import Template

ORDER = ("note", "question", "concept", "experiment", "tetrad", "wol")
_LARGEST = 256 * 1024  # bytes; a template is a page
_MOST = 200


class TemplateFolder:
    """Implements sense.templates.TemplateFiles."""

    def __init__(self, vault: Path) -> None:
        self._own = vault / ".pkm" / "templates"

    def load(self) -> Sequence[Template]:
        """Return all templates, own ones first; one that cannot be read is left out of the list."""
        found = [one for path in sorted(self._own.glob("*.md"))[:_MOST] if (one := _template(path, "", True))]
        for folder in sorted((resources_folder() / "templates").iterdir()):
            paths = [folder / f"{key}.md" for key in ORDER]
            found += [one for path in paths if (one := _template(path, folder.name, False))]
        return found


def _template(path: Path, language: str, own: bool) -> Template | None:
    try:
        if path.is_symlink() or path.stat().st_size > _LARGEST:
            return None
        file = parse_vault_file(read_file(path))
    except (OSError, Problem):
        return None
    title = file.text_field("title") if file.front_readable else ""
    return Template(path.stem, title or path.stem, language or file.text_field("lang"), file, own)
