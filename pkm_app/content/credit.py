"""How a source is credited, in Dutch and in English: who, what, where in it, and who tipped me."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("en", "nl")
_ANONYMOUS = {"en": "an anonymous conversation", "nl": "een anoniem gesprek"}
_WITH = {"en": "in conversation with {name}", "nl": "in gesprek met {name}"}
_MAIL = {"en": "e-mail", "nl": "e-mail"}
_VIA = {"en": "via {name}", "nl": "via {name}"}
_PAGES = {"en": "pp. ", "nl": "p. "}


@dataclass(frozen=True, slots=True)
class Credit:
    """What is known of where words are from; all plain text, "" where it is not known.

    ``place`` is a page or time (content.places), ``via`` who tipped me, ``partner`` with whom a conversation was, and
    ``consent`` what they agreed to: no, anonymous or named.
    """

    kind: str = ""
    author: str = ""
    title: str = ""
    place: str = ""
    via: str = ""
    partner: str = ""
    consent: str = ""


def credit_words(credit: Credit, language: str = "") -> str:
    """Return the words of a credit in a language (English for all but Dutch), "" when nothing at all is known.

    A conversation names its partner only where that was agreed.
    """
    tongue = "nl" if language[:2].lower() == "nl" else "en"
    if credit.kind == "conversation":
        partner = _line(credit.partner) or _line(credit.author)
        if credit.consent != "named" or not partner:
            return _ANONYMOUS[tongue]
        return _WITH[tongue].format(name=partner)
    place = credit.place.replace("pp. ", _PAGES[tongue], 1) if credit.place.startswith("pp. ") else credit.place
    parts = [_line(credit.author), _line(credit.title), _MAIL[tongue] if credit.kind == "mail" else "", place,
             _VIA[tongue].format(name=_line(credit.via)) if _line(credit.via) else ""]
    return ", ".join(part for part in parts if part)


def in_all_languages(credit: Credit) -> Mapping[str, str]:
    """Return the words of a credit by language."""
    return {language: credit_words(credit, language) for language in LANGUAGES}


def _line(text: str) -> str:
    return " ".join(text.split())
