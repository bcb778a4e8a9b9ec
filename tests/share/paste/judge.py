"""What became of what a draft holds, read from what an editor holds."""

from __future__ import annotations

from lxml import html
from lxml.html import HtmlElement

from pkm_app.share.richtext import FEATURES, Fate, Feature

APART = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "pre", "table", "tr", "td", "th",
         "br", "div", "figure", "figcaption", "hr", "aside", "section")
ADDRESS = "https://blog.example/post?a=1&b=2"
STYLED = ("stress", "highlights")  # of these nothing is left but words that are there anyway

Probe = tuple[str, str]  # words that stay wherever there is room for any, and where they stand when the form stays too


def _in(path: str, words: str) -> str:
    return f"{path}[contains(normalize-space(.), {words!r})]"


PROBES: dict[Feature, list[Probe]] = {
    "headings": [(words, _in("//*[self::h2 or self::h3]", words)) for words in ("Onder de motorkap", "2. Tabel")],
    "stress": [("vet", _in("//strong", "vet")), ("leren", "//em[contains(., 'leren')]|//i[contains(., 'leren')]"),
               ("weg", _in("//s", "weg"))],
    "highlights": [("dit hier", "//mark[contains(., 'hier')]|//span[contains(., 'hier')][contains(@style, 'color:')"
                    " or contains(@class, 'background-color')]")],
    "links": [("An introduction", _in(f"//a[@href='{ADDRESS}']", "An introduction"))],
    "lists": [("dieper", "//ol//li//li[contains(., 'dieper')]|//li[@data-depth='1'][contains(., 'dieper')]"),
              ("een tweede alinea", _in("//li", "een tweede alinea"))],
    "tasks": [("gedaan", "//*[@data-task-state='DONE'][contains(., 'gedaan')]")],
    "quotations": [("Formal learning", _in("//blockquote", "Formal learning"))],
    "callouts": [("Een kader", _in("//*[@data-panel-type]", "Een kader"))],
    "tables": [("Aantal", _in("//table//th", "Aantal")), ("twaalf", _in("//table//td", "twaalf"))],
    "code": [("code", "//code[.='code']|//span[@class='code'][.='code']"), ("print", _in("//pre", "print"))],
    "pictures": [("Een rode stip", "//img")],
    "notes": [("De tweede", f"//a[starts-with(@href, '#')]{_in('', '2')}")],
}


def tree_of(text: str) -> HtmlElement:
    """Return HTML as a tree with one root."""
    return html.fragment_fromstring(text, create_parent="div")


def words_of(text: str) -> list[str]:
    """Return the words of HTML in order, as a reader sees them apart: those of two blocks are two."""
    tree = tree_of(text)
    for node in tree.iter(*APART):
        node.tail = f" {node.tail or ''}"
        node.text = f" {node.text or ''}"
        for inner in node:
            if inner.tag in APART:
                inner.tail = f" {inner.tail or ''}"
    return str(tree.text_content()).split()


def fates(text: str) -> dict[Feature, Fate]:
    """Return what became of each feature of the draft that holds everything."""
    tree, words = tree_of(text), " ".join(words_of(text))

    def fate(feature: Feature) -> Fate:
        probes = PROBES[feature]
        assert all(said in words for said, _path in probes), (feature, words)
        if all(tree.xpath(path) for _said, path in probes):
            return "kept"
        return "lost" if feature in (*STYLED, "pictures") else "changed"

    return {feature: fate(feature) for feature in FEATURES}
