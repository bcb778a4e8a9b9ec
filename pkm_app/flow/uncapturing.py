"""Taking a capture back, and doing it again: its file goes to the trash and comes from there, with all it holds."""

from __future__ import annotations

from dataclasses import replace

from pkm_app.flow.captured import Captured
from pkm_app.flow.reopening import Reopening
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.service import SenseService


class Uncapturing:
    """Takes back what was new when it was captured. The very file that was taken in stays among the attachments."""

    def __init__(self, sense: SenseService, store: ArticleStore, reopening: Reopening) -> None:
        self._sense = sense
        self._store = store
        self._reopening = reopening

    def take_back(self, done: Captured) -> str:
        """Move the file of a capture to the trash, and its article out of the stream; return where the file lies.

        The file is found by its id, also when it has another name by now. Raises NotFound when it is gone.
        """
        trashed = self._sense.discard(done.source_id or done.note_id or done.path)[1]
        if done.article_id:
            self._store.drop_captured(done.article_id)
        return trashed

    def give_again(self, done: Captured, trashed: str) -> Captured:
        """Move such a file back and put its article into the stream again, as it was read. Raises NotFound."""
        path = self._sense.undelete(trashed)
        if done.article_id:
            return replace(done, path=path, article_id=self._reopening.of_source(path).article_id)
        return replace(done, path=path)
