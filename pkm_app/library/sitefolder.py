"""Drafts in the folder of a static site: one file that its builder takes for a draft, and leaves out.

Where the folder is the root of a site of this kind, the file goes where the site keeps its drafts; else into the folder
itself. Nothing outside the folder is read or written, also not through a link. The file carries its mark in its front
matter, by which it is found again, whatever it is called by then.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from pkm_app.base.errors import Refused, StorageProblem
from pkm_app.content.filenames import file_name
from pkm_app.library.files import AlreadyThere, digest, read_file, save_file
from pkm_app.library.windows import patiently, reach
from pkm_app.share.model import OutletSettings, Remote, Rendered
from pkm_app.share.preview import Preview, markdown_preview
from pkm_app.share.updating import to_update

_MOST = 5_000  # files looked at for a mark
_LARGEST = 64 * 1024 * 1024
_HEAD = 8192  # bytes in which a front matter is looked for
_MARK = re.compile(rb"^[Pp]km: *(pkm-[A-Za-z0-9-]+) *\r?\n", re.MULTILINE)
_SLUG = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a builder lays out its site: files that name its root, folders for drafts (the first that exists, else the
    last is made), the ending, and what marks a draft in its front matter."""

    roots: tuple[str, ...]
    folders: tuple[str, ...]
    ending: str
    draft: re.Pattern[bytes]


LAYOUTS = {
    "hugo": Layout(("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml",
                    "config.json", "config"), ("content/posts", "content/post", "content/blog", "content"), ".md",
                   re.compile(rb"^draft: *true *\r?$", re.MULTILINE)),
    "jekyll": Layout(("_config.yml", "_config.yaml", "_config.toml"), ("_drafts",), ".md",
                     re.compile(rb"^published: *false *\r?$", re.MULTILINE)),
    "pelican": Layout(("pelicanconf.py",), ("content",), ".md",
                      re.compile(rb"^Status: *(?:skip|draft|hidden) *\r?$", re.MULTILINE | re.IGNORECASE)),
    "quarto": Layout(("_quarto.yml", "_quarto.yaml"), ("posts", "."), ".qmd",
                     re.compile(rb"^draft: *true *\r?$", re.MULTILINE)),
    "obsidian": Layout((), (".",), ".md", re.compile(rb"^(?:publish: *false|draft: *true) *\r?$", re.MULTILINE)),
    "folder": Layout((), (".",), ".md", re.compile(rb"^(?:published: *false|draft: *true) *\r?$", re.MULTILINE)),
}


class SiteFolder:
    """Implements ``share.ports.Outlet``. ``Remote.remote_id`` is the path of the file in the folder, percent-encoded,
    ``version`` a digest of its bytes. ``Rendered.file`` is what is written."""

    can_find = True

    def __init__(self, settings: OutletSettings, vault: Path, called: str = "") -> None:
        """``called`` is what a person knows the folder by, "" for its path."""
        self._called = called or str(Path(settings.address).expanduser())
        self._layout = LAYOUTS[settings.kind]
        self._titled = settings.kind == "folder"  # read by people, who need to see it
        self._given = Path(settings.address).expanduser()
        self._vault = vault.resolve()

    def check(self) -> str:
        """See that the folder is there and not in the vault; give its name. Raises Refused, StorageProblem."""
        return self._root().name

    def find(self, marker: str) -> Remote | None:
        """Return the file that was written under a marker, or None."""
        wanted = _word(marker).encode()
        for path in self._files():
            mark = _MARK.search(_head(path))
            if mark and mark[1] == wanted:
                return self._remote(path)
        return None

    def get(self, remote_id: str) -> Remote | None:
        """Return a file as it stands there now, None when it is gone."""
        path = self._inside(remote_id)
        return self._remote(path) if path is not None and path.is_file() else None

    def mark_of(self, remote_id: str) -> str:
        """Return the mark that a file carries, "" where there is no file or no mark."""
        path = self._inside(remote_id)
        mark = _MARK.search(_head(path)) if path is not None else None
        return mark[1].decode() if mark else ""

    def create(self, draft: Rendered, marker: str) -> Remote:
        """Write a new file, never over another. Raises Refused, StorageProblem."""
        folder = self._drafts()
        data = _marked(draft.file, _word(marker))
        for number in range(1, 100):
            path = folder / f"{_slug(draft.title)}{f'-{number}' if number > 1 else ''}{self._layout.ending}"
            try:
                save_file(path, data, None)
            except AlreadyThere:
                continue
            return self._remote(path)
        raise Refused("There are too many files of this name in {folder}.", folder=self._called)

    def update(self, remote_id: str, draft: Rendered, seen_version: str) -> Remote:
        """Write a file anew where nobody changed it since ``seen_version`` and it is a draft still. Raises Refused."""
        path = self._inside(remote_id)
        there, done = to_update(self.get(remote_id), draft, seen_version, self.imprint(draft), self._called)
        if done or path is None:
            return there
        old = read_file(path)
        mark = _MARK.search(old[:_HEAD])
        save_file(path, _marked(draft.file, mark[1].decode() if mark else ""), digest(old))
        return self._remote(path)

    def imprint(self, draft: Rendered) -> str:
        """Return the imprint of a draft: the bytes of its file without its mark."""
        return hashlib.sha256(draft.file).hexdigest()

    def preview(self, draft: Rendered) -> Preview:
        """Return what a draft will be there: its file, and how that is read, in the look of the site."""
        return markdown_preview(draft, draft.file.decode("utf-8", "replace"), [("folder", str(self._given))],
                                titled=self._titled)

    def _root(self) -> Path:
        try:
            root = self._given.resolve(strict=True)
            is_folder = root.is_dir()
        except (OSError, RuntimeError) as error:
            raise StorageProblem("There is no folder {folder}; make it first.", folder=self._given) from error
        if not is_folder:
            raise Refused("{folder} is not a folder.", folder=self._given)
        if root == self._vault or root.is_relative_to(self._vault):
            raise Refused("{path} lies in your PKM folder; choose a place outside it.", path=self._given)
        return root

    def _drafts(self) -> Path:
        root = self._root()
        if self._layout.roots and not any((root / name).exists() for name in self._layout.roots):
            return root
        wanted = next((root / name for name in self._layout.folders if (root / name).is_dir()),
                      root / self._layout.folders[-1])
        try:
            wanted.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageProblem("{path} cannot be written: {reason}.", path=wanted,
                                 reason=error.strerror or error) from error
        if not wanted.resolve().is_relative_to(root):
            raise Refused("{path} leads out of the site’s folder, so nothing is written there.", path=wanted)
        return wanted

    def _inside(self, remote_id: str) -> Path | None:
        """The file of an id; None for what leads out of the folder or is no name of ours."""
        name = unquote(remote_id)
        if not name.endswith(self._layout.ending) or "\\" in name or "\0" in name or Path(name).is_absolute():
            return None
        root = self._root()
        path = root / name
        try:
            real = path.resolve()
        except (OSError, RuntimeError):
            return None
        return path if real.is_relative_to(root) else None

    def _files(self) -> list[Path]:
        found = []
        root = self._root()
        for path in root.rglob(f"*{self._layout.ending}"):
            hidden = any(part.startswith(".") or part in ("node_modules", "public", "_site", "output")
                         for part in path.relative_to(root).parts)
            if not hidden and not path.is_symlink() and path.is_file():
                found.append(path)
                if len(found) >= _MOST:
                    break
        return found

    def _remote(self, path: Path) -> Remote:
        if path.stat().st_size > _LARGEST:
            raise StorageProblem("{path} is too large to be read.", path=path)
        data = read_file(path)
        bare = _MARK.sub(b"", data, count=1)
        name = path.resolve().relative_to(self._root())
        is_draft = bool(self._layout.draft.search(data[:_HEAD].partition(b"\n---")[0])) or "_drafts" in name.parts
        text = bare.decode("utf-8", "replace")
        number = quote(name.as_posix())
        return Remote(remote_id=number, url=path.as_uri(), edit_url=path.as_uri(), title=_title(text), html=text,
                      status="draft" if is_draft else "published", version=hashlib.sha256(data).hexdigest(),
                      imprint=hashlib.sha256(bare).hexdigest(), markup="markdown")


def _word(marker: str) -> str:
    return re.sub(r"[^A-Za-z0-9-]+", "-", marker)


def _marked(data: bytes, word: str) -> bytes:
    """Put the mark into the front matter: before the line that ends it, or before Pelican's empty one."""
    if not word:
        return data
    start = data.find(b"---\n")
    end = data.find(b"\n---\n", start) if start == 0 else data.find(b"\n\n")
    if end < 0:
        return data
    return data[:end] + b"\n" + (b"pkm" if start == 0 else b"Pkm") + b": " + word.encode() + data[end:]


def _title(text: str) -> str:
    found = re.search(r"^title: *(.*)$", text[:_HEAD], re.IGNORECASE | re.MULTILINE)
    words = found[1].strip() if found else ""
    if words[:1] == '"':
        import yaml

        try:
            return str(yaml.safe_load(words))
        except yaml.YAMLError:
            return words
    return words


def _head(path: Path) -> bytes:
    try:
        with patiently(lambda: open(reach(path), "rb")) as file:
            return file.read(_HEAD)
    except OSError:
        return b""  # somebody else's, or gone meanwhile: not ours in any case


def _slug(title: str) -> str:
    """A name that stands well in an address: lower case, hyphens."""
    stem = file_name(title, "").casefold()
    return _SLUG.sub("-", stem).strip("-_")[:80] or "draft"
