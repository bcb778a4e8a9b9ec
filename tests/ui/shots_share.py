"""The screens of the Share room for tests.ui.shots: the check with its mends, and places into which one pastes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pkm_app.base.errors import Refused
from pkm_app.base.events import finish
from pkm_app.flow.newer_words import Compared
from pkm_app.share.model import OutletSettings
from pkm_app.share.secret_needed import not_given
from pkm_app.ui.share.about_draft import AboutDraft
from pkm_app.ui.share.clash_dialog import ClashDialog
from pkm_app.ui.share.newer_dialog import NewerDialog
from pkm_app.ui.share.own_feed import OwnFeed
from pkm_app.ui.share.page import SharePage
from pkm_app.ui.share.secret_dialog import SecretDialog
from pkm_app.ui.shell import Shell
from pkm_app.ui.trace_dialog import TraceDialog
from tests.ui.shots_taking import until

CHECKED = """Four finds this week, and one thread: a question before a platform.

> Learning is the work, and the work is learning

What I would add: somebody has to answer first, see [[Yammer als leerplek]].

![[hedge.png]]

Our project Falcon asked it in October.

%% private
What I think of the steering group.
%%
"""


def page_of(shell: Shell) -> SharePage:
    page = shell.findChild(SharePage)
    if page is None:
        raise LookupError("there is no Share room")
    return page


def _draft(shell: Shell, title: str, body: str) -> str:
    services = shell.context.services
    known = next((card.path for card in services.sense.cards(("draft",)) if card.title == title), "")
    if known:
        return known
    path = services.share.drafting.new_draft((), title)[1]
    services.sense.save(path, body, services.sense.load(path))
    return path


def share_check(shell: Shell) -> None:
    """Findings of every weight, each with its place and its mend; the list of names is open."""
    shell.context.services.share.internal_names.save(("Falcon", "Reorganisatie Zuid"))
    shell.show_room("share")
    shell.go("draft", _draft(shell, "Friday’s Finds, 27 November", CHECKED))


def share_about(shell: Shell) -> None:
    """What a draft says of itself, a picture among it that is not there."""
    share_check(shell)
    shell.commands.run("share.about")
    until(lambda: any(one.isVisible() for one in shell.findChildren(AboutDraft)))
    dialog = next(one for one in shell.findChildren(AboutDraft) if one.isVisible())
    dialog.tags.setText("samen-leren, werkplekleren, een-lang-woord-als-duurzameinzetbaarheid, vrijdag")
    dialog.compilers.setText("Joitske Hulsebosch, Petra Peeters")
    dialog.excerpt.setPlainText("Vier vondsten en één draad: eerst een vraag, dan pas een platform.")
    dialog.featured.setText("heg.png")
    dialog.keep()
    until(lambda: dialog.wrong.isVisible())


def share_pasted(shell: Shell) -> None:
    """What stays of a draft on LinkedIn."""
    outlets = shell.context.services.share.outlets
    for name, kind, audience in (("LinkedIn", "linkedin", "public"), ("Intranet", "viva-engage", "team")):
        if not any(one.name == name for one in outlets.outlets()):
            outlets.add(OutletSettings(name, kind, "", "", audience), "")  # type: ignore[arg-type]
    shell.context.services.settings.put("share.outlet", "LinkedIn")
    share_check(shell)
    page = page_of(shell)
    page._panel._current = "LinkedIn"
    page._panel.load()
    until(lambda: page._panel.outlet_name() == "LinkedIn")
    page.toggle_preview()
    until(lambda: "LinkedIn" in page.draft.preview.toPlainText())


def share_secret(shell: Shell) -> None:
    """The password of an outlet, where no keyring keeps it."""
    shell.show_room("share")
    SecretDialog(shell.context, not_given("blog", Refused("There is no keyring here that can keep a password.")),
                 page_of(shell)).open()


def share_feed(shell: Shell) -> None:
    """What one's own feed needs, one thing of it missing."""
    shell.show_room("share")
    shell.commands.run("share.feed")
    until(lambda: any(one.isVisible() for one in shell.findChildren(OwnFeed)))
    dialog = next(one for one in shell.findChildren(OwnFeed) if one.isVisible())
    dialog.fields["title"].setText("Wat ik leer over duurzameinzetbaarheid")
    dialog.write("")


def share_clash(shell: Shell) -> None:
    """What stands at an outlet, changed there, beside what would be sent."""
    services = shell.context.services
    path = next(c.path for c in services.sense.cards(("draft",)) if "20 Nov" in c.title)
    done = finish(services.share.publishing.publish(path, "blog"))
    posts = services.share.outlets._maker.posts  # type: ignore[attr-defined]  # the demo's own
    post = posts[done.remote_id]
    html = post.html.replace("a question", "one good question") + "<p>Added by the editor.</p>"
    posts[done.remote_id] = replace(post, html=html, excerpt="In short, by the editor.", tags=("leren",))
    shell.show_room("share")
    shell.go("draft", path)
    clash = finish(services.share.publishing.clash(path, "blog"))
    posts[done.remote_id] = post
    ClashDialog(shell.context, clash, page_of(shell)).open()


def share_stale(shell: Shell) -> None:
    """A quotation whose source reads otherwise by now, and one of which nobody knows who made it."""
    services = shell.context.services
    placed = next(one for one in services.highlighting.listing() if one.article_id)
    bodies = services.seek.bodies  # type: ignore[attr-defined]  # the demo's own
    before = bodies[placed.article_id]
    bodies[placed.article_id] = replace(before, text=before.text.replace(placed.highlight.exact, "Anders gezegd, nu."))
    quotation = services.sense.quotation(placed.highlight.highlight_id)
    page = services.sense.cards(("source",))[-1]
    unsaid = f"> Nobody says who wrote this.\n>\n> — [[{services.sense.link_name(page)}|{page.title}]]"
    shell.show_room("share")
    shell.go("draft", _draft(shell, "What changed", f"Mine.\n\n{quotation}\n\nMine too.\n\n{unsaid}\n\nAnd mine.\n"))
    until(lambda: page_of(shell).desk.result() is not None)
    bodies[placed.article_id] = before


def share_newer(shell: Shell) -> None:
    """Quoted words beside those that stand in their source now."""
    was = "Social Learning is about the conversations that surround this: it’s about the wisdom of the community."
    now = "Social Learning is about the talks that surround this: it’s about the wisdom of those who ask, and answer."
    compared = Compared("hl-abcdefghij", "An introduction to Scaffolded Social Learning", "2026-03-02", was, now)
    shell.show_room("share")
    NewerDialog(shell.context, compared, page_of(shell)).open()


def share_drawer(shell: Shell) -> None:
    """What can be put into a draft, beside the draft."""
    shell.show_room("share")
    shell.go("draft", next(c.path for c in shell.context.services.sense.cards(("draft",)) if "20 Nov" in c.title))
    page = page_of(shell)
    page.draft.show_writing()
    page.composing.show_check()
    page.composing.toggle_drawer()
    drawer = page.composing.drawer
    until(lambda: bool(drawer.list.rows.rows))
    drawer.list.setFocus()
    drawer.list.setCurrentIndex(drawer.list.rows.index(0))


def share_parts(shell: Shell) -> None:
    """The chapters of an eBook in the list, and the parts of one of them with their meters."""
    services = shell.context.services
    title = "Sociaal leren: aan de slag"
    path = next((c.path for c in services.sense.cards(("draft",)) if c.title == title), "")
    if not path:
        path = services.share.drafting.new_draft((), title, "ebook", "nl")[1]
        chapter = services.share.drafting.add_chapter(path, (), "Het gesprek dat eromheen ontstaat")[1]
        ids = [one.highlight.highlight_id for one in services.highlighting.listing()][:3]
        quotes = "\n\nWat ik daarvan vind, in een zin of twee.\n\n".join(map(services.sense.quotation, ids))
        body = (f"Een verhaal vooraf.\n\n## Wie begint\n\n{quotes}\n\nEn ik.\n\n%% internal\nMet de namen erbij, "
                "voor ons.\n%%\n\n## Wie antwoordt\n\nNog te schrijven.\n")
        services.sense.save(chapter, body, services.sense.load(chapter))
    shell.show_room("share")
    chapter = next(c.path for c in services.sense.cards(("draft",)) if "eromheen" in c.title)
    shell.go("draft", chapter)
    page = page_of(shell)
    page.draft.show_writing()
    page.composing.show_check()
    page.composing.toggle_parts()


def _placed(shell: Shell) -> SharePage:
    services = shell.context.services
    draft = next(c for c in services.sense.cards(("draft",)) if "20 Nov" in c.title)
    done = finish(services.share.publishing.publish(draft.path, "blog"))  # again: the same one
    posts = services.share.outlets._maker.posts  # type: ignore[attr-defined]  # the demo's own
    post = posts[done.remote_id]
    html = post.html.replace("and somebody who answers first", "and somebody who answers within a day")
    posts[done.remote_id] = replace(post, status="publish", html=html, url="https://blog.example.org/finds-47")
    shell.show_room("share")
    shell.go("draft", services.share.afterwards.left(draft.file_id)[0].path)
    return page_of(shell)


def share_left(shell: Shell) -> None:
    """What left: changed and published there."""
    page = _placed(shell)
    until(lambda: page.left.record is not None and bool(page.left.reading.toPlainText().strip()))
    page.left.look()
    until(lambda: "within a day" in page.left.reading.toPlainText())


def share_replies(shell: Shell) -> None:
    """The answers that came back, and the form for another."""
    afterwards = shell.context.services.share.afterwards
    page = _placed(shell)
    until(lambda: page.left.record is not None)
    record = page.left.record
    assert record is not None
    if not afterwards.answers(record.path):
        afterwards.reply(record.path, "Wij doen dit al een jaar; het antwoord komt meestal van wie je niet verwacht.",
                         "Joitske", "named")
        page.left.show_record(record.path)
        until(lambda: page.left.record is not None and page.left.record.replies > 0)
    page.left._tabs[2].click()
    until(lambda: page.left.replies._rows.count() > 0)


def share_trace(shell: Shell) -> None:
    """What the words rest on: passages, authors, versions that were read."""
    page = _placed(shell)
    until(lambda: page.left.record is not None)
    page.left._tabs[4].click()
    until(lambda: page.left.traces.rows.count() > 0)


def share_whence(shell: Shell) -> None:
    """A sentence that left, with its source and where it was used."""
    page = _placed(shell)
    until(lambda: page.left.record is not None)
    shell.go("trace", "make more use of the one you’ve already got!")
    until(lambda: any(one.traces.rows.count() > 2 for one in shell.findChildren(TraceDialog)))


def share_credit(shell: Shell) -> None:
    """Ready messages to who was quoted."""
    page = _placed(shell)
    until(lambda: page.left.record is not None)
    page.left._tabs[3].click()
    until(lambda: page.left.credits.rows.count() > 1)


LONG = "Arbeidsongeschiktheidsverzekeringsmaatschappijen en kennisdelingsbijeenkomsten: een tussentijdse evaluatie"


def share_full(shell: Shell) -> None:
    """Many drafts and outlets, the longest words, more findings than there is room for."""
    services = shell.context.services
    if not any(card.title == LONG for card in services.sense.cards(("draft",))):
        for number in range(14):
            services.share.drafting.new_draft((), f"Vrijdagvondsten van week {number + 30}")
        for name, kind in (("Kennisdelingsbijeenkomsten", "viva-engage"), ("Ennuonline", "linkedin"),
                           ("Opleidingskundigenvereniging van Nederland", "viva-engage"), ("Ons netwerk", "linkedin")):
            place = OutletSettings(name, kind, "https://intranet.example.org/", "", "team")  # type: ignore[arg-type]
            services.share.outlets.add(place, "")
        path = services.share.drafting.new_draft((), LONG)[1]
        ids = [one.highlight.highlight_id for one in services.highlighting.listing()][:4]
        quotes = "\n\n".join(map(services.sense.quotation, ids))
        word = "Leerlandschapsontwikkelingsprogrammamedewerkersbijeenkomsten"
        body = f"{word} en meer.\n\n{quotes}\n\n> Woorden van niemand.\n\n[[{word}]] en ![[niets.png]]\n"
        services.sense.save(path, body, services.sense.load(path))
    shell.show_room("share")
    page = page_of(shell)
    page._panel.load()
    shell.go("draft", next(card.path for card in services.sense.cards(("draft",)) if card.title == LONG))
    page.draft.show_writing()
    page.composing.show_check()
    until(lambda: page._panel._first > 0)


SHARE: tuple[Callable[[Shell], None], ...] = (
    share_check, share_about, share_secret, share_clash, share_stale, share_newer, share_feed, share_pasted,
    share_drawer, share_parts, share_left, share_replies, share_credit, share_trace, share_whence, share_full)
