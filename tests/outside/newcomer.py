"""The ten minutes of a newcomer, without a mouse and by the names that a screen reader speaks.

From a home without anything to a draft of Friday's Finds on a WordPress, in the words of one language. Each step ends
with something that can be heard, and leaves a picture.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.outside.desktop import Desktop
from tests.outside.person import Person, Thing, matches
from tests.ui.words import FOLDER, read

OWN_WORDS = {"en": "It is quotations like this that we came for.",
             "nl": "Precies wat ik zocht: één enthousiast antwoord."}
LINK = {"en": "This week: whoever answers first.", "nl": "Deze week: wie het eerst antwoordt, leert."}
QUOTED = "A quotation — ünïcode 🧠."
NAMES = {"en": "English", "nl": "Nederlands"}


class Words:
    """The program's words in a language, asked for by what stands in the code."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._shown = read(FOLDER / f"{language}.ts")  # of English only the plurals are written down

    def __call__(self, text: str, **values: str) -> str:
        """Return a text as it is shown; a plural in the form for many. Raises KeyError for a text that is not shown."""
        shown = self._shown[text][-1] if self.language != "en" or text in self._shown else text
        return shown.format(**values) if values else shown


@dataclass
class Story:
    """A newcomer before a program that runs, with the site where a draft is to go."""

    person: Person
    say: Words
    site: dict[str, Any]
    picture: Callable[[str], None]

    def run(self) -> None:
        """Do everything, from the first start to the draft."""
        for step in (self.choose_a_language, self.choose_people, self.follow, self.read, self.highlight,
                     self.say_it_in_own_words, self.keep, self.make_finds, self.write, self.connect, self.look,
                     self.send):
            step()
            self.picture(step.__name__.replace("_", "-"))

    def choose_a_language(self) -> None:
        """The first steps come up in the words of the system, the caret on its language; another is one key away."""
        self.person.tab_to(NAMES[self.say.language])
        self.person.press("space")
        self.person.find(self.say("Welcome"), "label")
        here = self.person.find(self.say("Your PKM folder: {folder}", folder="…"))
        assert here.name.endswith("PKM"), here.name

    def choose_people(self) -> None:
        """On to the people who are recommended; the field for an address has the caret."""
        self.person.tab_to(self.say("Choose people to follow"))
        self.person.press("space")
        self.person.find(self.say("Whom would you like to follow?"))
        self.person.focused(self.say("Paste a web address, or search this list"))

    def follow(self) -> None:
        """The home address of a blog is enough; then its articles have the caret."""
        self.person.type(self.site["url"])
        self.person.press("Return")
        self.person.find(self.say("You follow {title}. %n new article(s).", title="Test site").replace("%n", "…"))
        self.person.focused(self.say("Articles"))

    def read(self) -> None:
        """J and K go from article to article, Return into the text."""
        wanted = next(row for row in self.rows(self.say("Articles")) if "Post 2" in row.name)
        assert wanted.name.endswith(self.say("unread")), wanted.name
        self._go_to("Post 2")
        self.person.press("Return")
        self.person.focused(self.say("Article"))
        self.person.until(lambda: "Post 2" in self.text() and QUOTED in self.text(), "the article is not shown",
                          tell=self.text)

    def _go_to(self, title: str) -> None:
        """Who hears an article only after the first J may be past the one that is wanted, and comes back by K."""
        titles = [row.name.split(",")[1:2] for row in self.rows(self.say("Articles"))]
        wanted = next(at for at, name in enumerate(titles) if title in str(name))
        for _ in range(20):
            now = self.person.until(self.person.focus, "nothing has the focus")
            if title in now.name:
                return
            here = now.name.split(",")[1:2]
            key = "k" if here in titles and titles.index(here) > wanted else "j"
            self.person.press(key)
            self.person.until(lambda here=here: (now := self.person.focus()) and now.name.split(",")[1:2] != here,
                              f"{key} goes nowhere from {here} in {titles}")
        raise AssertionError(f"{title} is not come to")

    def highlight(self) -> None:
        """A sentence is selected with the arrow keys, and marked."""
        for key in ("Down", "Home", "Shift+End"):
            self.person.press(key)
        self.person.find(self.say("Highlight in yellow"))  # a key of a command overtakes those that move the caret
        self.person.press("h")
        self.person.find(self.say("Your words on: {words}", words=QUOTED))

    def say_it_in_own_words(self) -> None:
        """What one thinks of it is written beside it, and the caret comes back to the text."""
        self.person.press("n")
        self.person.focused(self.say("Your words on: {words}", words=QUOTED))
        self.person.type(OWN_WORDS[self.say.language])
        self.person.until(lambda: self.text() == OWN_WORDS[self.say.language], "it is not written", tell=self.text)
        self.person.press("Escape")
        self.person.focused(self.say("Article"))

    def keep(self) -> None:
        """The article is worth keeping."""
        self.person.press("s")
        self.person.find(self.say("Kept “{title}”.", title="…"))
        self.person.until(lambda: self.state(self.say("Keep"), "checked"), "it is not kept")
        self.heard(self.say("Kept “{title}”.", title="…"))
        assert next(row for row in self.rows(self.say("Articles")) if "Post 2" in row.name).name.endswith(
            self.say("kept"))

    def make_finds(self) -> None:
        """Today offers what was kept; one act makes the draft."""
        self.person.press("g")
        self.person.press("t")
        self.person.find(self.say("Friday’s Finds"))
        self.person.tab_to(self.say("Start with these"))
        self.person.press("space")
        self.person.find(self.say("A draft was made of these. Everything in it carries its credit."))
        self.person.focused(self.say("Drafts and what was shared"))

    def write(self) -> None:
        """Two sentences that join what was found."""
        self.person.tab_to(self.say("Text of the draft"))
        assert QUOTED in self.text()
        assert OWN_WORDS[self.say.language] in self.text()
        for key in ("Ctrl+Home", "End", "Return", "Return"):
            self.person.press(key)
        self.person.type(LINK[self.say.language])
        self.person.until(lambda: LINK[self.say.language] in self.text(), "it is not written", tell=self.text)
        self.person.find(self.say("Saved"))

    def connect(self) -> None:
        """The blog is made known, with the application password as WordPress shows it."""
        self.person.tab_to(self.say("Add an outlet"))
        self.person.press("space")
        writer = self.site["users"]["writer"]["app_password"]
        fields = ("Name, for example blog", "Address, for example {example}", "User name there",
                  "Password, key or token")
        for name, text in zip(fields, ("blog", self.site["url"], "writer", writer), strict=True):
            self.person.tab_to(self.say(name, example="https://example.org/") if "{" in name else self.say(name))
            self.person.type(text)
            self.person.until(lambda text=text: len(self.text()) == len(text), f"{name} is not filled in")
        self.person.tab_to(self.say("Try and keep"))
        self.picture("connect-the-blog")
        self.person.press("space")
        self.person.find(self.say("“{name}” is ready: signed in as {who}.", name="blog", who="Writer"))
        self.person.focused(self.say("Text of the draft"))

    def look(self) -> None:
        """As it will stand there, and what was checked before it leaves."""
        self.person.press("Ctrl+e")
        self.person.focused(self.say("Preview"))
        self.person.until(lambda: QUOTED in self.text(), "the preview is empty", tell=self.text)
        self.person.find(self.say("Before it leaves"))

    def send(self) -> None:
        """And there it goes, as a draft."""
        self.person.press("Ctrl+e")
        self.person.focused(self.say("Text of the draft"))
        self.person.press("Ctrl+Return")
        placed = self.say("Your draft stands there now. Finish it there: {address}", address="…")
        self.person.find(placed)
        self.heard(placed)

    def heard(self, words: str) -> None:
        """Wait until the program has said this by itself."""
        self.person.until(lambda: any(matches(said, words) for said in self.person.heard()), f"{words!r} is not said")

    def rows(self, name: str) -> list[Thing]:
        """The rows of a list, as they are read out."""
        return [row for row in self.person.find(name, "list").children if row.role == "list item"]

    def text(self) -> str:
        """The text of what has the focus."""
        now = self.person.focus()
        return (now.text if now else "") or ""

    def state(self, name: str, state: str) -> bool:
        """Whether anything of this name is in this state."""
        return any(matches(one.name, name) and state in one.states for one in self.person.shown())


def pictures(desk: Desktop, folder: Path) -> Callable[[str], None]:
    """Return what leaves a picture of each step in a folder, numbered."""
    done: list[str] = []

    def take(step: str) -> None:
        done.append(step)
        desk.picture(folder / f"{len(done):02}-{step}.png")

    return take
