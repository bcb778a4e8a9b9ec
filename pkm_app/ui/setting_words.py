"""Every setting by its words, for the page that shows them and the one field that finds them.

How to use it: ``SETTINGS["scheme"].values`` are the choices; ``found("donker")`` returns ``[("scheme/dark", "Uiterlijk:
Donker")]``, whose first part ``shell.go("settings", …)`` takes. Words are looked for in the language of the window and
in English.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pkm_app.ui.ease import SIZES as EVERYTHING
from pkm_app.ui.i18n import LANGUAGES, noop, tr
from pkm_app.ui.notify import SETTING as NOTIFY

SIZES = ("16", "18", "20", "22")
_SHOWN = {"on": noop("Shown"), "off": noop("Put away")}
_LEAST = 3  # letters from which something is looked for


@dataclass(frozen=True, slots=True)
class Setting:
    """``values`` are what is kept and its words; ``also`` are further words by which people look for it."""

    words: str
    values: dict[str, str] = field(default_factory=dict)
    also: str = ""
    translated: bool = True


SETTINGS = {
    "language": Setting(noop("Language"), LANGUAGES, noop("Dutch English translation"), translated=False),
    "scheme": Setting(noop("Appearance"), {
        "light": noop("Light"), "dark": noop("Dark"), "contrast": noop("High contrast"),
        "system": noop("As the system")}, noop("theme colours night")),
    "scale": Setting(noop("Size of everything"), {size: f"{size}%" for size in EVERYTHING},
                     noop("zoom larger smaller letters"), translated=False),
    "motion": Setting(noop("Motion"), {"system": noop("As the system"), "none": noop("None: nothing moves or blinks")},
                      noop("animation blinking")),
    "reading.size": Setting(noop("Size of the reading text"), {size: size for size in SIZES},
                            noop("font letters larger smaller"), translated=False),
    "counts": Setting(noop("Numbers of unread articles"), {"off": noop("Hidden"), "on": noop("Shown")}),
    "refresh": Setting(noop("Fetching what is new"), {"auto": noop("By itself"), "ask": noop("Only when I ask")},
                       noop("refresh update network")),
    "seek.keep_days": Setting(noop("Articles not kept"), {
        "0": noop("Stay"), "180": noop("Go after half a year"), "365": noop("Go after a year"),
        "730": noop("Go after two years")}, noop("clean up old articles")),
    "share.ask": Setting(noop("What became of what I shared"), {
        "daily": noop("Asked once a day"), "never": noop("Only when I ask")}),
    "spelling": Setting(noop("Spell check while writing"), {"on": noop("On"), "off": noop("Off")},
                        noop("spelling dictionary")),
    "today": Setting(noop("The whole page"), _SHOWN, noop("Today")),
    "today.questions": Setting(noop("Learning questions"), _SHOWN),
    "today.waiting": Setting(noop("Waiting for your words"), _SHOWN),
    "today.finds": Setting(noop("Friday’s Finds"), _SHOWN),
    "today.year": Setting(noop("A year ago"), _SHOWN),
    "today.mirror": Setting(noop("Twelve weeks"), _SHOWN, noop("chart statistics")),
    NOTIFY: Setting(noop("New articles"), {"off": noop("Off"), "on": noop("On")}, noop("notifications")),
}
_OF_TODAY = "today"


def found(text: str, most: int = 3) -> list[tuple[str, str]]:
    """Return the settings that words fit, as ``key/value`` and a title; value "" where the setting as a whole fits."""
    wanted = text.casefold().split()
    if len("".join(wanted)) < _LEAST:
        return []
    return [one for key, setting in SETTINGS.items() for one in _fitting(key, setting, wanted)][:most]


def _fitting(key: str, setting: Setting, wanted: list[str]) -> Iterator[tuple[str, str]]:
    title = _titled(key, setting)
    if _fits(wanted, title, setting.words, tr(setting.also) if setting.also else "", setting.also):
        yield f"{key}/", title
        return
    if setting.values is _SHOWN:  # "put away" would find them all
        return
    for value, words in setting.values.items():
        shown = tr(words) if setting.translated else words
        if len(shown) >= _LEAST and _fits(wanted, f"{title} {shown}", f"{setting.words} {words}"):
            yield f"{key}/{value}", f"{title}: {shown}"


def _titled(key: str, setting: Setting) -> str:
    """Return the words of a setting, with those of its card where they alone would not tell what it is."""
    card = {_OF_TODAY: noop("Today"), "notify": noop("Notifications")}.get(key.partition(".")[0], "")
    return f"{tr(card)}: {tr(setting.words)}" if card else tr(setting.words)


def _fits(wanted: list[str], *texts: str) -> bool:
    """Return whether each of the words begins one of a text's."""
    return any(all(any(word.startswith(part) for word in text.casefold().replace(":", " ").split()) for part in wanted)
               for text in texts)
