"""Making a draft ready to leave: private parts out, links turned into addresses or plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from pkm_app.base.errors import Refused
from pkm_app.content.address import absolute, is_web
from pkm_app.content.clean import plain
from pkm_app.content.markdown import to_html
from pkm_app.content.private import cut_private
from pkm_app.content.quotation import escape_plain
from pkm_app.content.wikilinks import WikiLink, links
from pkm_app.share.model import Rendered

_IDS = r"(?:\^hl-[a-z0-9]{10}(?:[ \t]+|$))+$"
_BLOCK_ID = re.compile(rf"^[ \t>]*{_IDS}\n?|[ \t]+{_IDS}", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")
_EXCERPT_WORDS = 40
_ANONYMOUS = {"en": "an anonymous conversation", "nl": "een anoniem gesprek"}


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """What a link of the vault points at. Only a source has an ``address`` that may leave.

    ``credit`` is how the program credits it, by language: a link that says so in one says it in that of the draft.
    ``anonymous`` is a conversation whose words may leave but not the name of who said them; of what is ``private``
    not even the title is told. ``via`` is how the person came to a source, in their words, ``author`` who made it.
    """

    kind: Literal["source", "own", "private", "missing", "anonymous"]
    address: str = ""
    title: str = ""
    credit: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    source_kind: str = ""  # article, page, pdf, book, video, podcast, mail, conversation
    via: str = ""
    author: str = ""


Resolve = Callable[[WikiLink], LinkTarget]


def render(title: str, body: str, language: str, audience: str, resolve: Resolve,
           tags: tuple[str, ...] = (), picture: Callable[[WikiLink], str] = lambda _link: "") -> Rendered:
    """Return a draft as it may leave to ``audience``.

    Private parts are cut and counted. Links to sources become links to their address; links to one's own
    notes become their words. ``picture`` gives the sign that stands for a picture that goes along, "" for one that
    does not: its words stand there. Raises Refused when the draft embeds a private file or quotes one.
    """
    cut = cut_private(body, audience)
    markdown = _BLOCK_ID.sub("", _links_to_addresses(cut.text, resolve, language, picture))
    markdown = _BLANK_LINES.sub("\n\n", markdown).strip("\n") + "\n"
    page = to_html(markdown).replace(" data-pkm-src=", " src=")
    return Rendered(title=title, html=page, markdown=markdown, language=language, cut=cut.count,
                    excerpt=_excerpt(markdown), tags=tags)


def shows_private(link: WikiLink, target: LinkTarget) -> bool:
    """Say whether a link brings words of a private file along: it embeds it, or credits a quotation of it."""
    return target.kind == "private" and (link.embed or link.block.startswith("hl-"))


def _links_to_addresses(text: str, resolve: Resolve, language: str, picture: Callable[[WikiLink], str]) -> str:
    parts: list[str] = []
    end = 0
    for link in links(text):
        sign = picture(link) if link.embed else ""
        if sign:
            parts += [text[end:link.start], sign]
            end = link.end
            continue
        target = resolve(link)
        if shows_private(link, target):
            raise Refused("This draft shows the private file “{name}”. Take it out first.", name=link.target)
        words = escape_plain(shown_words(link.words, link, target, language))
        address = (absolute(target.address) or "").replace("\\", "%5C") if target.kind == "source" else ""
        parts += [text[end:link.start], f"[{words}](<{address}>)" if is_web(address) else words]
        end = link.end
    return "".join([*parts, text[end:]])


def shown_words(written: str, link: WikiLink, target: LinkTarget, language: str) -> str:
    """Return the words that stand for a link: those ``written``, in the draft's language where the program wrote them;
    of an anonymous conversation that it is one."""
    shown = written or target.title or link.target or link.heading
    if _plainly(shown) in map(_plainly, target.credit.values()):
        shown = target.credit.get(language[:2], target.credit["en"])
    if target.kind == "anonymous":
        shown = _ANONYMOUS.get(language[:2], _ANONYMOUS["en"])
    return " ".join(shown.split())


def _plainly(words: str) -> str:
    return "".join(ch for ch in words.casefold() if ch.isalnum())


def _excerpt(markdown: str) -> str:
    own = [line for line in markdown.splitlines() if line.strip() and not line.lstrip().startswith((">", "#"))]
    words = plain(to_html("\n\n".join(own[:3]))).split()
    return " ".join(words[:_EXCERPT_WORDS]) + ("…" if len(words) > _EXCERPT_WORDS else "")
