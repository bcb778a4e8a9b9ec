"""Which verbs there are, in which module each stands, and the sentence that ``pkm --help`` says of it.

A command line loads the module of its own verb only; the sentences stand here as well so that the help loads none
(a test holds them equal to the verbs' own, ``python -m tests.cli.verb_table`` writes them).
"""
# ruff: noqa: E501  a sentence stays on its line

from __future__ import annotations

VERBS: dict[str, dict[str, str]] = {
    "afterwards": {
        "shared": "Show what left: placed, published, or gone.",
        "reply": "Keep an answer to what left; its words come from standard input.",
        "credit-back": "Write a ready message to each author whom a draft quotes; you look it over and send it.",
        "outgoing-feed": "Write your own feed: an Atom file of what you published for everybody.",
    },
    "capture": {
        "capture": "Save a web page, a file, or what comes in on standard input.",
        "inbox": "Take in what lies in the inbox of your PKM folder, and say what stays there and why.",
    },
    "care": {
        "doctor": "Say what is wrong in your PKM folder and beside it, with a mend for each.",
        "backup": "Write all of it into one file, and check it; without a name it lies beside your PKM folder.",
        "restore": "Unpack a backup into an empty folder: your PKM folder as vault, the rest as profile.",
    },
    "checking": {
        "check": "Look a draft through before it leaves; exit 1 where something must be mended.",
        "internal-names": "Show or change the names of your own house, which the check stops on their way to everybody.",
        "outline": "Show the parts of a draft, how many words leave and stay in, and how much is quoted from whom; or order them.",
    },
    "discover": {
        "catalogue": "Show the recommended sources, the living first.",
        "reading-list": "Show the posts that the eBook quotes or that belong beside it; with ids of sources, take theirs in for Later.",
    },
    "finding": {
        "search": "Search everything at once, Dutch and English.",
        "searches": "Saved searches over everything; `pkm search --save NAME` saves one.",
        "terms": "Terms that mean the same: searching for one finds the others, in Dutch and English.",
    },
    "importing": {
        "import": "Take in subscriptions (OPML), highlights and bookmarks of other programs, a folder of notes, or a document.",
    },
    "links": {
        "links": "Show the links from and to a file, and where it is named without a link.",
        "related": "Show what else speaks of the same: by links, tags and words in common.",
        "trace": "Show where a highlight, note or article was used, and what a draft rests on.",
    },
    "organise": {
        "organise": "Change name, reason, folders, silence or pictures of a source you follow.",
        "folder": "Rename, move and remove the folders of your sources.",
    },
    "person": {
        "today": "Show what a day begins with: questions, what waits for your words, finds, a year ago, twelve weeks.",
        "use": "Keep FOLDER as your PKM folder from now on; without one, show which is used.",
        "sample": "Lay a library to try things out in a new or empty FOLDER; it works without a network.",
    },
    "questions": {
        "question": "What you would like to find out, and what serves it.",
        "person": "Pages of authors and colleagues.",
    },
    "editing": {
        "edit": "Change what is known of a note or a draft; its text stays as it is.",
    },
    "reading": {
        "rehighlight": "Change a highlight: its colour, its words, or several into one.",
        "road": "Prepare for the road: fetch everything in Later whole, and take it along as a book.",
    },
    "review": {
        "review": "Show which notes ask to be looked at again, and why.",
    },
    "seek": {
        "follow": "Find the feed behind any address and subscribe to it.",
        "unfollow": "End a subscription; what was kept stays.",
        "refresh": "Fetch what is due (all feeds, or those named).",
        "show": "Show an article.",
        "opml": "Write subscriptions to an OPML file.",
        "keep": "Keep articles: each gets its source file in your PKM folder.",
        "later": "Put articles in Later.",
        "done": "Clear articles out of the inbox.",
        "read": "Mark articles as read.",
        "unread": "Mark articles as unread.",
    },
    "sense": {
        "highlight": "Highlight the place with these words, in an article or a source (named by its id or path).",
        "unhighlight": "Take a highlight and its comment away; both stay in the history.",
        "highlights": "List highlights with where each now stands.",
        "note": "Write a note; its text comes from standard input.",
        "notes": "List notes, latest change first.",
        "delete": "Move a note, source or draft to the trash.",
        "trash": "Show what lies in the trash of your PKM folder, or put a file back from there.",
        "history": "Show former versions of a file, or put one back as a copy.",
    },
    "share": {
        "draft": "Compose a draft of notes, highlights and articles, with credit.",
        "export": "Write a draft to a file outside your PKM folder, and say what the check found for who may read it.",
        "outlet": "Where drafts can be sent.",
        "publish": "Send a draft as a draft; a second time updates the same one.",
    },
    "tending": {
        "feeds": "Show subscriptions and how they are.",
        "feed": "Tend a subscription: test it, give it another address.",
    },
    "triage": {
        "articles": "List articles, newest first.",
        "read-all": "Mark all of a list as read, whether shown or not.",
        "saved": "Searches to see again; the window shows them in the side list.",
        "mute": "Words that keep an article out of the inbox; it is still found in its source and by searching.",
        "prune": "Let old articles go, but for what is kept, in Later or highlighted.",
    },
    "vault": {
        "rename": "Give a file another title; its name and every link to it follow.",
        "tag": "Tags over all files.",
        "undo": "Take back the last change over many files or articles: a renaming, a mend of the doctor, a list marked as read.",
    },
}
