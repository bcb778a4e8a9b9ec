"""The recommended sources that come with the program (resources/catalogue/sources.yaml)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pkm_app.base.errors import Problem, Refused
from pkm_app.seek.addresses import key


@dataclass(frozen=True, slots=True)
class CatalogueSource:
    """One recommended source. What is not known is "" (or empty).

    ``feed_evidence`` is observed, inferred or unknown. ``chapter`` is 1, 2, 3 or about, or also for who does not stand
    in the eBook; ``also_in`` are further chapters and ``section`` the heading. ``cited_for`` says in English what it is
    named for, ``cited_for_nl`` in Dutch. ``post_kind`` is cited (the very post that the eBook quotes), related, or
    archive (a page on which the post stood for a while). ``last_known`` is the last sign of life that was seen, as YYYY
    or YYYY-MM. ``name_nl`` is the name in Dutch where that differs. ``followed`` says whether a person follows it
    already.
    """

    id: str
    name: str
    name_nl: str = ""
    kind: str = ""
    people: tuple[str, ...] = ()
    homepage: str = ""
    feed: str = ""
    feed_alternatives: tuple[str, ...] = ()
    feed_evidence: str = "unknown"
    language: str = ""
    chapter: str = ""
    also_in: tuple[str, ...] = ()
    section: str = ""
    cited_for: str = ""
    cited_for_nl: str = ""
    post_title: str = ""
    post_url: str = ""
    post_kind: str = ""
    alive: str = ""
    last_known: str = ""
    followed: bool = False

    def chapters(self) -> tuple[str, ...]:
        """Return every chapter in which it is named, the first one first."""
        return (self.chapter, *self.also_in)

    def called(self, language: str) -> str:
        """Return its name as it is said in a language."""
        return self.name_nl if language == "nl" and self.name_nl else self.name

    def told(self, language: str) -> str:
        """Return what it is named for, in a language where it is told in that, else in English."""
        return self.cited_for_nl if language == "nl" and self.cited_for_nl else self.cited_for

    def words(self) -> str:
        """Return all that can be searched in it, folded, in both languages."""
        return " ".join((self.name, self.name_nl, *self.people, self.section, self.cited_for, self.cited_for_nl,
                         self.post_title)).casefold()


class Catalogue:
    """The list, read when it is first asked for: most runs of the program never do."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def sources(self) -> tuple[CatalogueSource, ...]:
        """All sources in their order. Raises Problem when the file is damaged."""
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where PyYAML was built with libyaml
        try:
            document = yaml.load(self._data, Loader=loader)
            return tuple(_source(item) for item in document["sources"])
        except (yaml.YAMLError, KeyError, TypeError, AttributeError, UnicodeError) as error:
            raise Problem("The list of recommended sources is damaged ({reason}): install the program again.",
                          reason=type(error).__name__) from error

    def find(self, source_id: str) -> CatalogueSource | None:
        """Return the source with this very id."""
        return next((source for source in self.sources if source.id == source_id), None)

    def listing(self, chapter: str = "", lang: str = "", followed: Collection[str] = (),
                words: str = "") -> Sequence[CatalogueSource]:
        """Return the sources of a chapter and a language that hold all words (all for ""), knowing which are followed.

        ``followed`` holds the keys (seek.addresses.key) of the feeds and home pages of all subscriptions. An
        address that two sources share proves neither. Raises Refused for a chapter that does not exist.
        """
        chapters = sorted({name for source in self.sources for name in source.chapters() if name})
        if chapter and chapter not in chapters:
            raise Refused("There is no chapter “{chapter}”: choose from {known}.", chapter=chapter,
                          known=", ".join(chapters))
        shared = Counter(address for source in self.sources for address in _keys(source))
        return [
            replace(source, followed=(key(source.feed) in followed and bool(source.feed)) or any(
                address in followed for address in _keys(source) if shared[address] == 1))
            for source in self.sources
            if (not chapter or chapter in source.chapters())
            and (not lang or lang in source.language.replace(",", " ").split())
            and all(word in source.words() for word in words.casefold().split())
        ]


def read_catalogue(data: bytes) -> Catalogue:
    """Return the catalogue that these bytes hold; they are looked at when it is first used."""
    return Catalogue(data)


def _keys(source: CatalogueSource) -> set[str]:
    return {key(address) for address in (source.feed, source.homepage, *source.feed_alternatives) if address}


def _source(item: Mapping[str, object]) -> CatalogueSource:
    def text(name: str) -> str:
        value = item.get(name)
        return "" if value is None else str(value)

    def texts(name: str) -> tuple[str, ...]:
        value = item.get(name)
        return tuple(str(part) for part in value) if isinstance(value, list) else ()

    return CatalogueSource(
        id=str(item["id"]), name=str(item["name"]), name_nl=text("name_nl"), kind=text("kind"), people=texts("people"),
        homepage=text("homepage"), feed=text("feed"), feed_alternatives=texts("feed_alternatives"),
        feed_evidence=text("feed_evidence") or "unknown", language=text("language"), chapter=text("chapter"),
        also_in=texts("also_in"), section=text("section"), cited_for=text("cited_for"),
        cited_for_nl=text("cited_for_nl"), post_title=text("post_title"), post_url=text("post_url"),
        post_kind=text("post_kind"), alive=text("alive"), last_known=text("last_known"),
    )
