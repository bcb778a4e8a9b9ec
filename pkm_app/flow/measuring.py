"""How many words of a draft leave, part by part and with the chapters and notes it shows, and of the whole book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pkm_app.base.errors import NotFound, Refused
from pkm_app.content.private import cut_private
from pkm_app.content.quotation import word_counts
from pkm_app.content.wikilinks import shown_alone
from pkm_app.flow.consent import is_private
from pkm_app.flow.leaving import WholeText, whole_text
from pkm_app.flow.links import linked_file
from pkm_app.sense.model import Loaded
from pkm_app.sense.ports import Vault
from pkm_app.share.measure import Measure, kept_words
from pkm_app.share.outline import Meter, Part, meters, outline


@dataclass(frozen=True, slots=True)
class Measured:
    """A draft in words. ``whole`` is all of it, with what it shows of other files (``shown`` has that by the line that
    shows it); ``private`` says that the file as a whole stays in: then no word leaves."""

    parts: tuple[Part, ...] = ()
    sources: tuple[Meter, ...] = ()
    whole: Measure = field(default_factory=Measure)
    private: bool = False
    shown: Mapping[str, Measure] = field(default_factory=dict)


class Measuring:
    """Measures drafts."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def measure(self, path: str, audience: str, body: str | None = None) -> Measured:
        """Measure a draft as it would leave to an audience, with another text than that of its file (``body``) where
        that is not saved yet. Raises NotFound where there is no such file."""
        loaded = self._vault.load(path)
        if body is None:
            body = loaded.file.body
        else:
            loaded = Loaded(path, loaded.file.with_body(body), loaded.digest)
        private = loaded.file.private
        if private:
            return Measured(outline(body, ""), (), self._all(loaded, ""), True)
        shown = {line: self._line(loaded, line, audience) for line in self._shown_lines(loaded)}
        sources = meters(self._text(loaded, audience).plain)
        return Measured(outline(body, audience, shown), sources, self._all(loaded, audience), False, shown)

    def book(self, path: str, audience: str) -> Measure | None:
        """Measure the eBook of which a draft is a chapter, as its files are; None where it is no chapter."""
        folder, _, name = path.rpartition("/")
        if name == "index.md" or not folder.count("/"):
            return None
        try:
            index = self._vault.load(f"{folder}/index.md")
        except NotFound:
            return None
        return self._all(index, "" if index.file.private else audience)

    def _all(self, loaded: Loaded, audience: str) -> Measure:
        if not audience:
            return Measure(kept=kept_words(loaded.file.body, ""))
        whole = self._text(loaded, audience)
        counts = word_counts(whole.plain)
        credited = sum(1 for one in meters(whole.plain) if one.credit)
        kept = self._kept(loaded, whole.files, audience)
        return Measure(counts.own, counts.quoted, kept, credited)

    def _line(self, loaded: Loaded, line: str, audience: str) -> Measure:
        """Measure what a line that shows another file shows."""
        return self._all(Loaded(loaded.path, loaded.file.with_body(line), loaded.digest), audience)

    def _text(self, loaded: Loaded, audience: str) -> WholeText:
        try:
            return whole_text(self._vault, loaded, audience)
        except Refused:  # it shows itself, which the check tells; what stands in the file alone still counts
            cut = cut_private(loaded.file.body, audience)
            return WholeText(cut.text, cut.count, cut.unclosed, (loaded.path,))

    def _kept(self, loaded: Loaded, files: Iterable[str], audience: str) -> int:
        kept = 0
        for path in files:
            body = loaded.file.body if path == loaded.path else self._vault.load(path).file.body
            kept += kept_words(body, audience)
            for link in shown_alone(cut_private(body, audience).text):
                card = linked_file(self._vault, link, path)
                if card is not None and card.type in ("draft", "note") and is_private(self._vault, card):
                    kept += kept_words(self._vault.load(card.path).file.body, "")
        return kept

    def _shown_lines(self, loaded: Loaded) -> set[str]:
        """The lines of a text that show a chapter or a note; a picture is none of these."""
        body = loaded.file.body
        cards = ((link, linked_file(self._vault, link, loaded.path)) for link in shown_alone(body))
        return {body[link.start : link.end] for link, card in cards if card and card.type in ("draft", "note")}
