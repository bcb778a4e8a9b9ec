"""Finding in the stream with all that may be asked: fields, counts, other terms for the same, or some words only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pkm_app.content.asked import Asked, Field, Unit
from pkm_app.content.stems import stems
from pkm_app.library.article_search import RANK, hit_of, match_forms, quoted
from pkm_app.library.article_terms import near, other_spelling
from pkm_app.library.database import Connection
from pkm_app.sense.model import Hit
from pkm_app.sense.search import Answer, Wanted

_HALF_WAY = 4.0  # the bm25 at which a score is half of its tier
_MOST_COUNTED = 20_000  # articles that are counted by facets
_MOST_NAMES = 8
_Named = tuple[str, dict[str, object]]


def find_articles(connection: Connection, wanted: Wanted) -> Answer:
    """Find, best first; without any word, newest first. Tags, maturity and what is private are nothing of articles."""
    asked = Asked.of(wanted.query, wanted.typing, wanted.same)
    if not asked or wanted.limit < 1 or (wanted.kinds and "article" not in wanted.kinds):
        return Answer()
    narrowing = _narrowing(asked.fields)
    if narrowing is None:
        return Answer()
    if not asked.units:
        return _listed(connection, wanted, _with_none_of(asked.without, narrowing))
    answer = _found(connection, asked, wanted, narrowing)
    if answer.hits or wanted.loosely or asked.rows:
        return answer
    meant = other_spelling(connection, asked, wanted.query)
    if meant:
        nearly = replace(asked, units=tuple(replace(unit, near=True) for unit in asked.units))
        answer = _found(connection, nearly, wanted, narrowing)
    return replace(answer, did_you_mean=meant)


def _found(connection: Connection, asked: Asked, wanted: Wanted, narrowing: _Named) -> Answer:
    found: dict[int, float] = {}
    spelled = {unit: tuple(near(connection, unit.words[0])) for unit in asked.units
               if unit.near and len(unit.words) == 1 and not wanted.loosely}
    tiers = _tiers(asked, wanted.loosely, spelled)
    for floor, height, expression in tiers:
        if expression and len(found) < wanted.limit:
            for seq, strength in _ranked(connection, expression, narrowing, wanted.limit + len(found)):
                found.setdefault(seq, floor + height * strength / (strength + _HALF_WAY))
    others = [word for nearly in spelled.values() for word in nearly]
    marked = (frozenset([*asked.words, *others]), frozenset(stem for unit in asked.units for word in _words(unit)
                                                for stem in stems(word)), asked.beginnings)
    hits = tuple(hit_of(connection, seq, score, *marked) for seq, score in list(found.items())[:wanted.limit])
    counted = _counted(connection, tiers[-1][2], narrowing) if wanted.counts else {}
    total = sum(number for _, number in counted.get("kind", ())) if wanted.counts else len(found)
    return Answer(hits, total=total, facets=counted)


def _tiers(asked: Asked, loosely: bool, spelled: Mapping[Unit, Sequence[str]]) -> list[tuple[float, float, str]]:
    """FTS5 expressions, each with the score that it begins at and by how much it may rise: the very words, then any
    form of them or other terms, then words that are ``spelled`` nearly so."""
    without = "".join(f" NOT {quoted(word)}" for word in asked.without)
    if loosely:
        return [(0.0, 1.0, " OR ".join(f"({_any(unit)})" for unit in asked.units) + without)]
    rows = [quoted(" ".join(row)) for row in asked.rows]
    very = [" AND ".join(quoted(word) + ("*" if unit.begins else "") for word in unit.words) for unit in asked.units]
    any_form = [f"({_any(unit)})" for unit in asked.units]
    found = [(0.5, 0.5, very), (0.05 if spelled else 0.0, 0.45 if spelled else 0.5, any_form)]
    if spelled:
        found.append((0.0, 0.05, ["(" + " OR ".join([_any(unit), *map(quoted, spelled.get(unit, ()))]) + ")"
                                  for unit in asked.units]))
    return [(floor, height, f"({' AND '.join([*rows, *parts])}){without}") for floor, height, parts in found]


def _any(unit: Unit) -> str:
    if unit.begins and len(unit.words) == 1:
        return quoted(unit.words[0]) + "*"
    return " OR ".join("(" + " AND ".join(f"({match_forms(word)})" for word in row) + ")"
                       for row in (unit.words, *unit.instead))


def _words(unit: Unit) -> list[str]:
    return [*(() if unit.begins else unit.words), *(word for row in unit.instead for word in row)]


def _narrowing(fields: Sequence[Field]) -> _Named | None:
    """A condition on articles and its values; None when no article can meet the fields."""
    conditions, values = ["1"], dict[str, object]()
    for number, field in enumerate(fields):
        name = f"v{number}"
        values[name] = field.value
        if field.name == "kind":
            condition = "1" if field.value == "article" else "0"
        elif field.name in ("before", "after"):
            values[name] = f"{field.value[:4]}-{field.value[4:6]}-{field.value[6:]}"
            condition = f"a.sorted_at {'<' if field.name == 'before' else '>='} :{name}"
        elif field.name == "lang":
            condition = f"a.language = :{name}"
        elif field.name in ("author", "source"):
            condition = _named(field, name, values)
        else:
            condition = "0"
        conditions.append(f"NOT ({condition})" if field.out else condition)
    return None if "0" in conditions or "NOT (1)" in conditions else (" AND ".join(conditions), values)


def _named(field: Field, name: str, values: dict[str, object]) -> str:
    """All the words of a name must stand somewhere in the author's name, or in the feed's title or the address."""
    parts = []
    for place, word in enumerate(field.value.split()[:_MOST_NAMES]):
        values[f"{name}w{place}"] = "%" + word.translate({ord("%"): r"\%", ord("_"): r"\_", ord("\\"): "\\\\"}) + "%"
        like = rf"LIKE :{name}w{place} ESCAPE '\'"
        columns = ("a.author",) if field.name == "author" else ("coalesce(f.title, '')", "a.url")
        parts.append("(" + " OR ".join(f"{column} {like}" for column in columns) + ")")
    return "(" + " AND ".join(parts) + ")"


def _ranked(connection: Connection, expression: str, narrowing: _Named, limit: int) -> list[tuple[int, float]]:
    condition, values = narrowing
    joined = "" if condition == "1" else f"""AND article_words.rowid IN (
        SELECT a.seq FROM articles AS a LEFT JOIN feeds AS f USING (feed_id) WHERE {condition})"""
    rows = connection.execute(
        f"""SELECT rowid AS seq, {RANK} AS rank FROM article_words WHERE article_words MATCH :words {joined}
            ORDER BY {RANK}, rowid DESC LIMIT :limit""", {"words": expression, "limit": limit, **values})
    return [(row["seq"], max(0.0, -row["rank"])) for row in rows]


def _with_none_of(words: Sequence[str], narrowing: _Named) -> _Named:
    condition, values = narrowing
    if not words:
        return narrowing
    none = "a.seq NOT IN (SELECT rowid FROM article_words WHERE article_words MATCH :none)"
    return f"{condition} AND {none}", values | {"none": " OR ".join(map(quoted, words))}


def _listed(connection: Connection, wanted: Wanted, narrowing: _Named) -> Answer:
    condition, values = narrowing
    rows = connection.execute(
        f"""SELECT a.seq FROM articles AS a INDEXED BY articles_all LEFT JOIN feeds AS f USING (feed_id)
            WHERE {condition} ORDER BY a.sorted_at DESC, a.article_id DESC LIMIT :limit""",
        {"limit": wanted.limit, **values}).fetchall()
    hits: tuple[Hit, ...] = tuple(hit_of(connection, row["seq"], 0.5, frozenset(), frozenset(), ()) for row in rows)
    counted = _counted(connection, "", narrowing) if wanted.counts else {}
    return Answer(hits, total=sum(n for _, n in counted.get("kind", ())) if counted else len(hits), facets=counted)


def _counted(connection: Connection, expression: str, narrowing: _Named) -> dict[str, tuple[tuple[str, int], ...]]:
    """Count by kind, language and year; of very many only the first found."""
    condition, values = narrowing
    words = "AND a.seq IN (SELECT rowid FROM article_words WHERE article_words MATCH :words)" if expression else ""
    rows = connection.execute(
        f"""SELECT language, year, count(*) AS number FROM (
                SELECT a.language AS language, substr(a.sorted_at, 1, 4) AS year FROM articles AS a
                LEFT JOIN feeds AS f USING (feed_id) WHERE {condition} {words} LIMIT {_MOST_COUNTED})
            GROUP BY language, year""", {**values, "words": expression} if expression else values).fetchall()
    langs: dict[str, int] = {}
    years: dict[str, int] = {}
    for row in rows:
        langs[row["language"]] = langs.get(row["language"], 0) + row["number"]
        years[row["year"]] = years.get(row["year"], 0) + row["number"]
    total = sum(years.values())
    return {"kind": (("article", total),) if total else (), "tag": (),
            "lang": tuple((lang, n) for lang, n in langs.items() if lang), "year": tuple(years.items())}
