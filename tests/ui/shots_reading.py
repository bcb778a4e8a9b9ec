"""The screens of the reader for tests.ui.shots: tables, code and figures, a highlight that was pressed, find, a note
beside the article."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.content.clean import clean_html
from pkm_app.content.plaintext import canonical_text
from pkm_app.seek.model import ArticleBody
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.shell import Shell
from tests.ui.shots_taking import until

_PICTURE = "https://pics.example.org/round.jpg"
_MATTER = f"""<h2>Tools and people</h2><p>It begins with a question<sup><a href="#fn1" id="fnref1">1</a></sup>, and goes
on with a figure.</p><figure><img src="{_PICTURE}" alt="A round"><figcaption>Figure 1. How it goes round</figcaption>
</figure><table><tr><th>Who</th><th>What they do</th><th>When</th></tr><tr><td>Anne</td><td>asks a question in the open
</td><td>each Monday</td></tr><tr><td>Bert</td><td>answers with a link</td><td>when he can</td></tr></table><p>Then some
<code>inline code</code>, and more:</p><pre><code>def loop(words):
    return "seek" in words and "sense" in words  # a long line that has to be broken somewhere</code></pre>
<ol><li>One</li><li>Two<ul><li>Nested</li></ul></li></ol><ol><li id="fn1">A footnote stands here.</li></ol>"""


def matter(shell: Shell) -> None:
    """A table, code, a list, footnotes, and a picture that waits for consent."""
    seek = shell.context.services.seek
    clean = clean_html(_MATTER)
    article = next(a for a in seek.articles("all") if a.author == "Jane Hart")
    seek.bodies[article.article_id] = ArticleBody(  # type: ignore[attr-defined]  # the demo's own
        clean, canonical_text(clean), "matter")
    shell.show_room("seek")
    shell.go("article", article.article_id)
    until(lambda: "Tools and people" in _page(shell).view.pane.document().toPlainText())


def finding(shell: Shell) -> None:
    """Find in the article."""
    matter(shell)
    view = _page(shell).view

    def begun() -> bool:
        view.find_in_page()  # does nothing while the article is fetched again
        return view.finding.isVisible()

    until(begun)
    view.finding.field.setText("question")


def beside(shell: Shell) -> None:
    """A note next to the article it is about."""
    page = _page(shell)
    page.view.finding.close_bar()
    shell.show_room("seek")
    article = next(a for a in shell.context.services.seek.articles("all") if a.title == "What is Social Learning?")
    shell.go("article", article.article_id)
    if not page.beside.isVisible():
        page.beside.toggle()


def beside_closed(shell: Shell) -> None:
    """The room is given back."""
    _page(shell).beside.close_pane()


def _page(shell: Shell) -> SeekPage:
    page = shell.findChild(SeekPage)
    if page is None:
        raise LookupError("there is no Seek room")
    return page


READ: tuple[Callable[[Shell], None], ...] = (matter, finding, beside, beside_closed)
