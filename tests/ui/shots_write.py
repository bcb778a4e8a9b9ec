"""The screens of Sense and Share for tests.ui.shots: long and short, private and placed, full and empty."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.base.events import finish
from pkm_app.sense.notes import NewNote
from pkm_app.share.model import OutletSettings
from pkm_app.ui.sense.page import SensePage
from pkm_app.ui.share.page import SharePage
from pkm_app.ui.shell import Shell

LONG_TITLE = ("Duurzameinzetbaarheidsbevorderingsmaatregelen, en waarom een gesprek bij de koffieautomaat er meer van "
              "terechtbrengt dan een leergang van drie dagen")
LONG = """Een inleiding met een heel lang woord: arbeidsongeschiktheidsverzekeringsmaatschappij, dat ergens moet breken.

## Wat ik zag

Wij deden het zo:

- eerst een **vraag** die mensen al hadden;
- dan een plek waar die *gesteld* mocht worden;
- en iemand die `als eerste` antwoordt, zie https://example.org/een/heel/lang/adres/dat/ook/ergens/moet/breken.

1. Een
2. Twee

### Wat ik niet zag

> Zo staat het er, zonder bron.

%% private
Dit blijft hier.
%%

""" + "Nog een alinea, zoals er veel zijn: gewone woorden die samen een regel of drie vullen en dan ophouden. " * 6


def _card(shell: Shell, title: str, kind: str = "note") -> str:
    cards = shell.context.services.sense.cards((kind,))  # type: ignore[arg-type]  # one of the kinds
    return next((card.path for card in cards if card.title == title), "")


def sense_long(shell: Shell) -> None:
    """A long private note with everything Markdown has, and a title that does not fit."""
    sense = shell.context.services.sense
    path = _card(shell, LONG_TITLE) or sense.new_note(
        NewNote(LONG_TITLE, LONG, ("leren", "werkplekleren-in-organisaties"), "nl", True, "baked"))[1]
    shell.show_room("sense")
    shell.go("note", path)
    page = shell.findChild(SensePage)
    assert page is not None
    page.note.pane.setFocus()


def sense_highlights(shell: Shell) -> None:
    """A highlight, large, with a field for one's own words."""
    shell.show_room("sense")
    shell.go("highlight", shell.context.services.highlighting.listing()[0].highlight.highlight_id)


def sense_sources(shell: Shell) -> None:
    """A source, which is read more than written."""
    sources = shell.context.services.sense.cards(("source",))
    shell.go("source", next(card.path for card in sources if card.title == "What is Social Learning?"))


def share_must(shell: Shell) -> None:
    """A long draft with something that must be mended, and two outlets."""
    share, sense = shell.context.services.share, shell.context.services.sense
    if len(share.outlets.outlets()) < 2:
        share.outlets.add(OutletSettings("intranet van de hele organisatie", "wordpress", "https://team.example.org/",
                                         "anne", "team"), "right")
    path = _card(shell, LONG_TITLE, "draft")
    if not path:
        path = share.drafting.new_draft((), LONG_TITLE)[1]
        sense.save(path, LONG, sense.load(path))
    shell.show_room("share")
    shell.go("draft", path)


def share_preview(shell: Shell) -> None:
    """A draft as it will stand there."""
    shell.show_room("share")
    shell.go("draft", next(c.path for c in shell.context.services.sense.cards(("draft",)) if "Friday" in c.title))
    page = shell.findChild(SharePage)
    assert page is not None
    page.toggle_preview()


def share_placed(shell: Shell) -> None:
    """A draft that stands at its outlet, and the record of what left."""
    path = _card(shell, "Yammer als leerplek", "draft")
    finish(shell.context.services.share.publishing.publish(path, "blog"))
    shell.show_room("share")
    shell.go("draft", next(card.path for card in shell.context.services.sense.cards(("shared",))))


def share_form(shell: Shell) -> None:
    """The form for a new place to share."""
    shell.show_room("share")
    page = shell.findChild(SharePage)
    assert page is not None
    page.add_outlet()


def sense_empty(shell: Shell) -> None:
    """A first start."""
    shell.show_room("sense")


def share_empty(shell: Shell) -> None:
    """A first start."""
    shell.show_room("share")


WRITE: tuple[Callable[[Shell], None], ...] = (
    sense_highlights, sense_sources, sense_long, share_preview, share_must, share_placed, share_form)
EMPTY: tuple[Callable[[Shell], None], ...] = (sense_empty, share_empty)
