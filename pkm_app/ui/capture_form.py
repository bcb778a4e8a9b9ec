"""What the Capture dialog asks for each kind of source."""

from __future__ import annotations

from pkm_app.ui.i18n import noop

# each with its words and what is said of it
KINDS: dict[str, tuple[str, str]] = {
    "page": (noop("Web page"), noop("The page is fetched once; its article is kept.")),
    "thought": (noop("Thought"), noop("It becomes a note.")),
    "book": (noop("Book"), noop("The passage is highlighted at its page; the same book again gets one passage more.")),
    "video": (noop("Video"), noop("The passage is highlighted at its time; its credit opens the video there.")),
    "podcast": (noop("Podcast"), noop("The passage is highlighted at its time; its credit opens there.")),
    "conversation": (noop("Conversation"), noop("What was said, and whether it may be shared.")),
}
# each with its words and its height in pixels (0: one line)
FIELDS: dict[str, tuple[str, int]] = {
    "address": (noop("Address"), 0), "partner": (noop("With whom"), 0), "title": (noop("Title"), 0),
    "author": (noop("Author or speaker"), 0), "page": (noop("Page, like 14"), 0),
    "time": (noop("Time, like 12:40"), 0), "words": (noop("The words"), 86),
    "comment": (noop("What I think of it"), 50), "via": (noop("Via (tipped by)"), 0),
}
# two of these stand side by side
SHORT = ("partner", "title", "author", "page", "time", "via")
FORMS: dict[str, tuple[str, ...]] = {
    "page": ("address", "via"), "thought": ("title", "words"),
    "book": ("title", "author", "page", "via", "words", "comment"),
    "video": ("address", "title", "author", "time", "via", "words", "comment"),
    "podcast": ("address", "title", "author", "time", "via", "words", "comment"),
    "conversation": ("partner", "via", "words", "comment", "consent"),
}
