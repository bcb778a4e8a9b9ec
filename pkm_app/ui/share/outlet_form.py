"""A small form beside the work: where shall drafts go? It is tried before it is kept."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from pkm_app.base.errors import Problem
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import Audience, OutletSettings
from pkm_app.ui.choice import Choice
from pkm_app.ui.i18n import Worded, noop, problem_text, tr
from pkm_app.ui.room import Context
from pkm_app.ui.widgets import Button, Card, Label, name
from pkm_app.ui.wrong import Wrong

AUDIENCES: dict[Audience, str] = {"public": noop("Public"), "community": noop("Community"), "team": noop("Team")}
_FIELDS = (("name", noop("Name, for example blog")), ("address", noop("Address, for example {example}")),
           ("user", noop("User name there")), ("secret", noop("Password, key or token")))
# what each kind wants, and what a person should know of it before
HINTS = {
    "wordpress": noop("In WordPress you make an application password under Users, Profile."),
    "mediawiki": noop("In MediaWiki you make a bot password on the page Special:BotPasswords; the user name has an @ "
                      "in it. A wiki has no drafts: all its readers can read what you place below your user page."),
    "imap": noop("The draft comes to stand in the Drafts folder of your mail, where you address and send it."),
    "ghost": noop("In Ghost you find the Admin API key under Settings, Integrations, in a custom integration."),
    "confluence": noop("The address names the space. You make an API token in the security settings of your Atlassian "
                       "account; the user name is its e-mail address."),
    "micropub": noop("You need a token that may create and update posts. A site that does not say that it keeps drafts "
                     "is sent nothing."),
    "hugo": noop("The draft is written into the folder of the site, marked so that Hugo leaves it out. A repository "
                 "will do as well, as git+https://…: the draft goes onto a branch of its own."),
    "jekyll": noop("The draft is written into the folder _drafts of the site, which Jekyll leaves out."),
    "pelican": noop("The draft is written into the folder content of the site, marked so that Pelican leaves it out."),
    "quarto": noop("The draft is written into the folder of the site, marked so that Quarto leaves it out."),
    "obsidian": noop("The draft is written into a folder that Obsidian shows, marked as not to be published."),
    "folder": noop("The draft is written into a folder as plain Markdown, for whichever program takes it up."),
    "viva-engage": noop("Viva Engage takes no drafts: your text is copied, and Viva Engage opens where you paste it."),
    "sharepoint": noop("The text is copied, and the site opens: make a page there and paste it into a text web part."),
    "linkedin": noop("LinkedIn takes words only, at most 3,000 characters: they are copied, and LinkedIn opens."),
    "teams": noop("Teams takes no drafts: your text is copied, and Teams opens where you paste it."),
    "substack": noop("Substack takes no drafts: your text is copied, and the page for a new post opens."),
    "confluence-page": noop("The text is copied, and the space opens: make a page there and paste it."),
}


def place_words(outlet: OutletSettings) -> str:
    """Return what a place is called and of what kind it is: both once where the name says the kind, "LinkedIn"."""
    kind = KINDS.get(outlet.kind)
    said = kind.name if kind else outlet.kind
    return outlet.name if outlet.name.strip().casefold() == said.casefold() else f"{outlet.name} · {said}"


class OutletForm(Worded, Card):
    """``added`` fires with the name of the outlet that was kept, ``closed`` when the person thinks better of it."""

    added = Signal(str)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(12, 8)
        self._context = context
        look = context.look
        self._fields: dict[str, QLineEdit] = {}
        self._kind = Choice(look)
        self.say(self._kind.setAccessibleName, "Kind of outlet")
        for one in KINDS.values():
            self._kind.addItem(one.name, one.kind)
        never = Button(look, "x", stage="share")
        self.say(lambda words: name(never, words), "Cancel")
        never.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self._kind, 1)
        top.addWidget(never)
        self.box.addLayout(top)
        for key, words in _FIELDS:
            field = QLineEdit()
            field.setProperty("stage", "share")
            self.say(field.setPlaceholderText, words, example="https://example.org/")
            self.say(field.setAccessibleName, words, example="https://example.org/")
            field.returnPressed.connect(self._add)
            self._fields[key] = field
            self.box.addWidget(field)
        self._fields["secret"].setEchoMode(QLineEdit.EchoMode.Password)
        self._audience = Choice(look)
        self.say(self._audience.setAccessibleName, "For whom")
        self.box.addWidget(self._audience)
        self._hint = Label(look, "ink2", 12, wrap=True)
        self.box.addWidget(self._hint)
        self._keyring = Label(look, "ink2", 12, wrap=True)
        self.say(self._keyring.setText, "The password is kept in your system’s keyring and nowhere else. Without "
                 "one it is asked each time.")
        self.box.addWidget(self._keyring)
        self._wrong = Wrong(look, 12)
        self.box.addWidget(self._wrong)
        self._try = Button(look, "check", "filled", "share")
        self.say(self._try.setText, "Try and keep")
        self._try.clicked.connect(self._add)
        self._kind.currentIndexChanged.connect(self._show_kind)
        self._show_kind()
        self.box.addWidget(self._try, 0, Qt.AlignmentFlag.AlignLeft)
        self.words_changed()

    def begin(self) -> None:
        """Put the caret into the first field."""
        self._fields["name"].setFocus()

    def words_changed(self) -> None:
        chosen = max(0, self._audience.currentIndex())
        self._audience.clear()
        for key, words in AUDIENCES.items():
            self._audience.addItem(tr(words), key)
        self._audience.setCurrentIndex(chosen)

    def _show_kind(self, _index: int = 0) -> None:
        kind = KINDS[self._kind.currentData()]
        self.say(self._hint.setText, HINTS[kind.kind])
        address = self._fields["address"]
        self.say(address.setPlaceholderText, "E.g. {example}", example=kind.example)
        self.say(address.setAccessibleName, "Address, for example {example}", example=kind.example)
        if kind.composer:
            self.say(address.setPlaceholderText, "Address, only where it is another")
        self._fields["user"].setVisible(kind.user)
        if kind.by_hand:
            self.say(self._try.setText, "Keep")
        else:
            self.say(self._try.setText, "Try and keep")
        self._fields["secret"].setVisible(kind.secret)
        self._keyring.setVisible(kind.secret)

    def _add(self) -> None:
        kind = KINDS[self._kind.currentData()]
        texts = {key: field.text().strip() for key, field in self._fields.items()}
        unasked = {"user": not kind.user, "secret": not kind.secret}
        texts = {key: "" if unasked.get(key) else text for key, text in texts.items()}
        unasked["address"] = bool(kind.composer)
        if any(not text and not unasked.get(key) for key, text in texts.items()):
            self._say(tr("Fill in all fields."))
            return
        audience: Audience = get_args(Audience)[self._audience.currentIndex()]
        settings = OutletSettings(texts["name"], kind.kind, texts["address"], texts["user"], audience)
        outlets, secret = self._context.services.share.outlets, texts["secret"]
        self._try.setEnabled(False)
        self._wrong.tell("")

        def add() -> tuple[str, bool]:
            who = outlets.add(settings, secret, keep_secret=False)
            return who, outlets.keeps_secret(" ".join(settings.name.split()))

        def kept(found: tuple[str, bool]) -> None:
            who, has_secret = found
            self._try.setEnabled(True)
            self._fields["secret"].clear()
            ready = tr("“{name}” is ready: signed in as {who}.", name=settings.name, who=who)
            named = who and kind.secret  # a folder knows nobody
            self._context.notices.say(ready if named else tr("“{name}” is ready.", name=settings.name))
            if not has_secret:
                self._context.notices.warn(tr("No keyring here keeps the password of “{name}”: it is asked each time.",
                                              name=settings.name))
            self.added.emit(settings.name)

        self._context.relay.call(add, kept, self._failed)

    def _failed(self, problem: Problem) -> None:
        self._try.setEnabled(True)
        self._say(problem_text(problem))

    def _say(self, words: str) -> None:
        self._wrong.tell(words)
