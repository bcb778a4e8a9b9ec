"""What the demonstration shows: people, articles and a catalogue.

The sentences between quotation marks of the eBook “Social Learning: Aan de slag!” (Hulsebosch and Peeters, Next
Learning, 2017) are quoted from it and stand under the names it credits; every other sentence is ours.
"""

from __future__ import annotations

from dataclasses import dataclass

STODD = """<p>Formal learning is what many organisations rely on to get people to learn ‘stuff’. Social Learning is
about
the conversations that surround this: it’s about the wisdom of the community and the wealth of experience that this is
founded upon.</p><p>Social Learning happens anyway: it’s whenever someone turns around and asks ‘How do I do this?’. But
we can encourage and support it: we can design learning to be ‘social’, and we can create the conditions where Social
Learning can thrive. It won’t happen without design, but ultimately it’s about letting go of some control.</p>"""
RUBENS = """<p>Er is er veel discussie over wat “social learning” kenmerkt. Dat illustreert de onvolwassenheid van dit
terrein. De laatste jaren heeft dit begrip een nieuwe impuls en betekenis gekregen.</p><h2>Een begrip met een
geschiedenis</h2><p>Wie wil weten waar het begrip vandaan komt, begint bij leren door af te kijken. Daarna kwam het
netwerk, en met het netwerk de vraag <a href="https://te-learning.nl/">wie er eigenlijk meeleest</a>.</p><blockquote>
<p>Leren doe je zelf, maar zelden alleen.</p></blockquote><ul><li>afkijken en nadoen;</li><li>vragen stellen aan een
gemeenschap;</li><li>hardop werken, zodat een ander mee kan kijken.</li></ul><p>Dat vraagt om
arbeidsmarktcommunicatiemedewerkers die durven te laten zien wat nog niet af is.</p>"""
HART = """<p>Many organisations now have an ESN – and although they might not be using it as effectively as they could,
you don’t actually need another social learning system but rather need to make more use of the one you’ve already
got!</p><ol><li>Ask a question that somebody really has.</li><li>Answer the first one yourself.</li><li>Say thank you
where everybody can see it.</li></ol>"""


@dataclass(frozen=True, slots=True)
class Piece:
    """One article: who, title, minutes ago, language, body."""

    feed: str
    author: str
    title: str
    minutes: int
    language: str
    html: str
    read: bool = False


FEEDS = (
    ("harold-jarche", "Harold Jarche", "Social Learning eBook", "https://jarche.com/feed/", 6, ""),
    ("wilfred-rubens", "Wilfred Rubens", "Social Learning eBook", "https://te-learning.nl/feed/", 23, ""),
    ("julian-stodd", "Julian Stodd’s Learning Blog", "Social Learning eBook",
     "https://julianstodd.wordpress.com/feed/", 11, ""),
    ("jane-hart", "Jane Hart", "Social Learning eBook", "http://www.c4lpt.co.uk/blog/feed/", 4, ""),
    ("ennuonline", "Ennuonline", "Social Learning eBook", "https://ennuonline.com/feed/", 2, ""),
    ("2bejammed", "2bejammed", "Social Learning eBook", "https://2bejammed.org/feed/", 17, ""),
    ("john-stepper", "John Stepper", "Social Learning eBook", "https://workingoutloud.com/feed/", 3, ""),
    ("clark-quinn", "Clark Quinn", "Werkplekleren", "https://blog.learnlets.com/feed/", 8, ""),
    ("helen-blunden", "Helen Blunden", "Werkplekleren", "https://activatelearning.com.au/feed/", 5, ""),
    ("learnnovators", "Learnnovators", "Werkplekleren", "https://learnnovators.com/feed/", 0,
     "{host} cannot be reached from here."),
    ("arbeids", "Arbeidsmarktcommunicatiemedewerkersoverleg Oost-Nederland", "Werkplekleren",
     "https://example.org/feed/", 1, ""),
)

PIECES = (
    Piece("julian-stodd", "Julian Stodd", "What is Social Learning?", 12, "en", STODD),
    Piece("wilfred-rubens", "Wilfred Rubens", "Over wat sociaal leren kenmerkt", 62, "nl", RUBENS),
    Piece("jane-hart", "Jane Hart", "10 ways to use your ESN for social learning", 185, "en", HART),
    Piece("harold-jarche", "Harold Jarche", "Friday’s Finds", 60 * 74, "en",
          "<p>Observations and links collected over the past month.</p>"),
    Piece("2bejammed", "Judith van Hooijdonk", "Social MOOC: ontwerpprincipes", 60 * 75, "nl",
          "<p>De ontwerpers en moderatoren van de MOOC Exploring Social Learning beschrijven hun ontwerpprincipes en "
          "leermomenten.</p>", True),
    Piece("john-stepper", "John Stepper", "Reasons to work out loud", 60 * 98, "en",
          "<p>Through its Jive-based platform staff are learning a new habit: ‘working out loud’.</p>", True),
    Piece("ennuonline", "Joitske Hulsebosch", "Bekwaamheden voor sociaal leren", 60 * 121, "nl",
          "<p>Sociaal leren is niet nieuw, maar krijgt wel een hele nieuwe dimensie door de mogelijkheden geboden door "
          "sociale tools als Blogs, Twitter, Google plus, LinkedIn groepen, etc.</p>", True),
    Piece("arbeids", "", "Duurzameinzetbaarheidsbevorderingsmaatregelen in de praktijk van alledag, en waarom een "
          "gesprek bij de koffieautomaat er meer van terechtbrengt dan een leergang van drie dagen", 60 * 200, "nl",
          "<p>Een lange titel moet ook passen.</p>"),
    Piece("clark-quinn", "Clark Quinn", "", 60 * 300, "en", "<p>A post without a title is still a post.</p>"),
    Piece("helen-blunden", "Helen Blunden", "Learning in the flow of a working week", 60 * 500, "en",
          "<p>Small things, shown while they are being made, teach more than a finished course.</p>", True),
)



# Title of the article, words of it, colour, what the reader thinks of them.
OWN_WORDS = (
    ("What is Social Learning?", "Social Learning is about the conversations that surround this: it’s about the wisdom "
     "of the community", "yellow", ""),
    ("What is Social Learning?", "we can create the conditions where Social Learning can thrive.", "blue",
     "Conditions: for our team a question that people already ask, and someone who answers first."),
    ("10 ways to use your ESN for social learning", "make more use of the one you’ve already got!", "green", ""),
    ("Bekwaamheden voor sociaal leren", "Sociaal leren is niet nieuw, maar krijgt wel een hele nieuwe dimensie", "pink",
     ""),
)

# Title, body, tags, language, maturity; the last one quotes the first highlight.
NOTES = (
    ("Yammer als leerplek", "Niet intensief gebruikt: geen vraag die er thuishoort.\n", ("esn", "nl"), "nl", "seed"),
    ("Informal ≠ social", "Two axes: who decides what is learned, and with whom.\n", ("begrippen",), "en", "baked"),
    ("What counts as working out loud", "Narrating work against broadcasting it.\n", ("wol",), "en", "seed"),
    ("Social MOOC: 3 ontwerpprincipes", "Kort, met een echte vraag, en modereren als gastheer.\n", ("mooc",), "nl", ""),
    ("PKM-track voor het team", "Zes weken, drie bronnen per persoon, één wekelijkse vondst.\n", ("plan",), "nl", ""),
    ("Conditions, not design", "You cannot design social learning, but you can create the conditions in which it "
     "grows. For our team that means a **question people already ask**, a place where it may be asked, and somebody "
     "who answers first.\n\nCompare [[Yammer als leerplek]]: there the place exists, the question does not.\n",
     ("social-learning",), "en", "half-baked"),
)
