"""The words that were agreed on, English and Dutch: a colleague says the same thing with the same word everywhere.

``WORDS`` are labels: whole texts. ``STEMS`` are words within sentences: where the English has the one, the Dutch has
one of the others. ``BANNED`` are what neither says to a person who did not ask for it.
"""

from __future__ import annotations

WORDS = {
    "Today": "Vandaag", "Search": "Zoeken", "Capture": "Vastleggen", "Discover": "Ontdekken",
    "Settings": "Instellingen", "&Help": "&Hulp", "Refresh": "Ophalen", "Undo": "Ongedaan maken", "Inbox": "Nieuw",
    "Kept": "Bewaard", "Later": "Later", "Done": "Klaar", "Follow": "Volgen", "Following": "Je volgt",
    "Unfollow": "Ontvolgen", "Source": "Bron", "Add source": "Bron toevoegen", "Why I follow": "Waarom ik volg",
    "Via (tipped by)": "Getipt door", "Full text": "Hele artikel", "Feed health": "Haperende bronnen",
    "Quiet": "Stil", "Mute words": "Woorden dempen", "Saved searches": "Bewaarde zoekopdrachten",
    "Prepare for the road": "Klaarzetten voor onderweg", "Learning question": "Leervraag",
    "Highlight": "Markeren", "Highlights": "Markeringen", "Note": "Notitie", "Write about it": "Erover schrijven",
    "Waiting for your words": "Wacht op jouw woorden", "What value do you add?": "Wat voeg je toe?",
    "Linked from": "Verwijzingen hierheen", "Related": "Verwant", "Tags": "Tags", "Still true?": "Klopt dit nog?",
    "Lost its place": "Plek kwijt", "Two versions": "Twee versies", "Check-up": "Controle en herstel",
    "Private": "Alleen voor mij", "Draft": "Concept", "For whom": "Voor wie", "Public": "Openbaar",
    "Friday’s Finds": "Vrijdagvondsten", "Start with these": "Hiermee beginnen",
    "Curated eBook": "Samengesteld eBook", "Quotation": "Citaat", "Before it leaves": "Voor je het deelt",
    "Used in": "Gebruikt in", "Trace": "Herkomst", "Credit back": "Laat het de auteur weten", "Replies": "Reacties",
}

# Texts that may be said in Dutch with the very word of another one.
ALIKE = {
    "Capturing": "Vastleggen", "New": "Nieuw", "Preparing for the road": "Klaarzetten voor onderweg",
    "Friday's Finds": "Vrijdagvondsten",
}

STEMS = {
    r"highlight": r"marke|gemarkeerd", r"drafts?\b": r"concept", r"learning question": r"leervra",
    r"notes?\b": r"notitie", r"sources?\b": r"bron", r"quotation": r"citaat|citaten|citeer|geciteerd",
    r"unfollow": r"ontvolg", r"follow(?!s with\b)": r"volg", r"captur": r"vastgelegd|vastleg|\bleg", r"tags?\b": r"tag",
    r"comment": r"opmerking", r"mut(?:e|ing)\b": r"demp", r"outlets?\b": r"kana",
    r"discover\b": r"ontdek", r"PKM folder": r"PKM[-‑]map", r"inbox\b": r"nieuw\b", r"undo\b": r"ongedaan|terug",
}

# Where a stem is meant otherwise: the beginning of the English.
OTHERWISE = (
    "Put in quotation marks", "“{old}” is now called", "“{name}” stays in the inbox of your PKM folder",
    "“{name}” was taken in from the inbox of your PKM folder", "Sources credited",
)

BANNED = {
    "en": (r"(?<!Obsidian )\bvaults?\b", r"front ?matter", r"\bOPML\b"),
    "nl": (r"\bkluis", r"\bvault", r"\bhighlight", r"\binbox\b", r"\bdraft", r"\boutlet", r"\bcapture",
           r"front ?matter", r"\bOPML\b", r"\bu\b", r"\buw\b"),
}

# Who reads these asked for it: answers of the command line, files by their names.
ASKED_FOR = (
    "“{name}” stays in the inbox of your PKM folder", "“{name}” was taken in from the inbox of your PKM folder",
    "This is no list of subscriptions: there is no OPML in it.", "There is no folder for drafts in this mailbox",
)
