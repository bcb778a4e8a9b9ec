"""Words that a draft itself says, in the draft's own language."""

from __future__ import annotations

from datetime import date

_SITES = ("", "blog", "blogs", "weblog", "nl", "en", "home", "news", "index.html", "index.php")  # paths of whole sites

_WORDS = {
    "contents": ("Inhoud", "Contents"),
    "notes": ("Noten", "Notes"),
    "back": ("Terug naar de tekst", "Back to the text"),
    "note": ("Noot", "Note"),
    "cover": ("Omslag", "Cover"),
    "by": ("Samengesteld door", "Compiled by"),
    "unknown": ("adres onbekend", "address unknown"),
    "author-unknown": ("auteur onbekend", "author unknown"),
    "as-read": ("zoals gelezen op", "as read on"),
    "finds": ("Vrijdagvondsten", "Friday's Finds"),
    "left": ("Nog van eerder", "Left from before"),
    "own-sentence": ("Waarom deel je dit? Eén zin van jezelf.", "Why do you share this? One sentence of your own."),
    "lead-in": ("Leid dit citaat in: wie spreekt, en waarom hier?", "Lead in: who is speaking, and why here?"),
    "compiler": ("Wie is dit, in één of twee zinnen?", "Who is this, in a sentence or two?"),
    "chapter": ("Eerste hoofdstuk", "First chapter"),
    "sources": ("Bronnen", "Sources"),
    "start": ("Begin", "Beginning"),
    "picture": ("afbeelding", "picture"),
    "done": ("gedaan", "done"),
    "open": ("nog te doen", "to do"),
    # how one gets to the whole of what is quoted, by the kind of the source
    "read-article": ("Lees het volledige blog", "Read the full post"),
    "read-page": ("Lees de hele pagina", "Read the full page"),
    "read-pdf": ("Lees het hele document", "Read the full document"),
    "read-book": ("Over dit boek", "About this book"),
    "read-video": ("Bekijk de video", "Watch the video"),
    "read-podcast": ("Beluister de podcast", "Listen to the podcast"),
    "read-site": ("Naar de site", "Visit the site"),
}
_MONTHS = (
    ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
     "december"),
    ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
     "December"))


def as_read(day: date, language: str) -> str:
    """Return when words were read as they are quoted, to stand in a credit."""
    month = _MONTHS[0 if language[:2].lower() == "nl" else 1][day.month - 1]
    return f"{word('as-read', language)} {day.day} {month} {day.year}"


def says_when_read(credit: str) -> bool:
    """Say whether a credit tells when its words were read, in whatever language."""
    return any(words in credit.casefold() for words in _WORDS["as-read"])


def word(key: str, language: str) -> str:
    """Return a word in Dutch for a Dutch draft, else in English. ``key`` is one of the list above."""
    dutch, english = _WORDS[key]
    return dutch if language[:2].lower() == "nl" else english


def reading_label(kind: str, address: str, language: str) -> str:
    """Return how one gets to the whole of a source: by its kind, or to its site where only that is known."""
    rest = address.partition("://")[2].partition("/")[2].strip("/")
    if rest.lower() in _SITES:
        return word("read-site", language)
    key = f"read-{kind}"
    return word(key if key in _WORDS else "read-article", language)
