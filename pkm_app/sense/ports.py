"""What Sense needs of the world."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pkm_app.content.vaultfile import VaultFile
from pkm_app.sense.model import FileCard, FileType, Highlight, Hit, Loaded, Saved, Version
from pkm_app.sense.search import Answer, Wanted


class Vault(Protocol):
    """The folder of files a person owns (library.vault). Paths are relative to it and use ``/``."""

    def load(self, path: str) -> Loaded:
        """Read a file, also one that lies in the trash. Raises NotFound, StorageProblem."""

    def save(self, path: str, file: VaultFile, loaded_digest: str) -> Saved:
        """Replace a file atomically; what others wrote meanwhile is kept beside it as a conflict copy.

        A save that changes nothing writes nothing. Raises StorageProblem, and then nothing changed.
        """

    def create(self, folder: str, title: str, file: VaultFile) -> Saved:
        """Write a new file under a free name made from the title."""

    def move(self, old: str, new: str) -> None:
        """Give a file another path, never over anything; its history goes along. Raises NotFound, StorageProblem."""

    def delete(self, path: str) -> str:
        """Move a file to the trash; where it lies there, for put_back."""

    def trash(self) -> Sequence[str]:
        """Where everything in the trash lies."""

    def put_back(self, trashed: str) -> str:
        """Move a file from the trash to where it was, or beside what stands there now; its path. Raises NotFound."""

    def history(self, path: str) -> Sequence[Version]:
        """Former versions, oldest first."""

    def version(self, path: str, number: int) -> bytes:
        """The bytes of a former version. Raises NotFound."""

    def cards(self, types: Sequence[FileType] = (), limit: int = 1000, offset: int = 0) -> Sequence[FileCard]:
        """The files of these types, latest change first."""

    def find(self, name: str) -> FileCard:
        """A file by id, unambiguous beginning of an id, or path. Raises NotFound, Ambiguous."""

    def resolve(self, target: str, from_path: str) -> str | None:
        """The path a wikilink's target means when it stands in ``from_path`` (content.wikilinks.resolve)."""

    def backlinks(self, path: str) -> Sequence[str]:
        """The paths of the files that link to a file."""

    def by_url(self, url: str) -> FileCard | None:
        """The source with this address, or with another spelling of it (content.sameplace); the very one first."""

    def put_snapshot(self, source_id: str, html: str) -> str:
        """Keep the version that was read; give its digest. The same version twice is one file."""

    def snapshot(self, source_id: str, digest: str) -> str:
        """The HTML of a version, cleaned again. Raises NotFound."""

    def snapshots_of(self, source_id: str) -> Sequence[str]:
        """The digests of the versions kept of a source, the latest first."""

    def put_anchor(self, source_id: str, highlight: Highlight) -> None:
        """Write where a highlight sits; refuses to write it twice."""

    def move_anchor(self, source_id: str, highlight: Highlight) -> None:
        """Write where a highlight sits from now on; what was written of it before stays, and counts no more."""

    def anchor(self, source_id: str, highlight_id: str) -> Highlight | None:
        """Where a highlight sits, None when no (readable) anchor file is there."""

    def highlights(self, source_path: str = "") -> Sequence[Highlight]:
        """The highlights of one source or of all, from the files, in the order of the files."""

    def find_highlight(self, prefix: str) -> Highlight:
        """A highlight by id or unambiguous beginning. Raises NotFound, Ambiguous."""


class LinkMap(Protocol):
    """Which files link where (library.linkmap)."""

    def namesakes(self, paths: Sequence[str]) -> Sequence[str]:
        """The paths of the files that have the name of one of these, whatever their folder."""

    def linking(self, paths: Sequence[str]) -> Sequence[str]:
        """The paths of the files with a link that names one of these; what was shared is not among them."""

    def names_in(self, folder: str) -> Sequence[str]:
        """The names in a folder of the vault, as they are on the disk."""

    def named(self) -> Sequence[tuple[str, str, tuple[str, ...]]]:
        """(path, title, aliases) of every file but what was shared, latest change first."""

    def broken(self) -> Sequence[tuple[str, str, str]]:
        """(path, target, block) of every link that leads to no Markdown file, attachments among them, in order."""

    def mentioning(self, words: Sequence[str]) -> Sequence[str]:
        """The paths of the files in which one of these words stands, capitals aside, latest change first."""


class VaultSearch(Protocol):
    """The full-text index of the vault (library.index through the index worker)."""

    def search(self, query: str, kinds: Sequence[str], limit: int) -> tuple[Sequence[Hit], str]:
        """Find; the second value is a "did you mean", or ""."""

    def find(self, wanted: Wanted) -> Answer:
        """Find, with all that may be asked."""


class ArticleSearch(Protocol):
    """The stream's own full-text search (library.articles, FTS5)."""

    def search_articles(self, query: str, limit: int) -> Sequence[Hit]:
        """Find articles; scores are made comparable with the vault's (0 to 1)."""

    def find_articles(self, wanted: Wanted) -> Answer:
        """Find articles, with all that may be asked."""
