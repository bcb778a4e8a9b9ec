"""Real Hugo, Jekyll and Pelican build a draft that was exported for them: never into the public site, and whole where
drafts are wanted; what is hostile in it is only words there."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from lxml import html

from pkm_app.content.quotation import quotation
from tests.servers import tools
from tests.share.drafts import EVERYTHING, TITLE, TITLES, document, made

QUOTED = ('<script>alert(1)</script> {{ 7 | times: 6 }} {% raw %} {{< ref "x" >}} {#id onload="x"} **not bold** '
          '[a](javascript:x) ==x== [^1] $x$ - ~~y~~ # z\n1. no list\n: no definition\n| a | b |\n| - | - |')
NAME = "Julian `{{ x }}` <img src=x onerror=alert(1)>"
HOSTILE = f"""\
Own words {{{{ site.title }}}} {{% include secret.html %}} {{{{< figure src="x" >}}}} {{% x %}} {{: onclick="alert(1)"}}
<b>bold</b>.

{quotation(QUOTED, "source", "hl-abcdefghij", NAME, "A | [x](javascript:y)")}

Mine. `{{{{ site.title }}}}` and `{{{{< figure >}}}}` and `{{{{< open` in code.

```liquid
{{% if true %}}{{{{ site.url }}}}{{% endif %}} {{% endraw %}}
{{{{< youtube id >}}}}
```
"""
MADE_OF_TEMPLATES = ("SITENAME", "42", "secret of the site")


def read(page: Path) -> html.HtmlElement:
    return html.fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def plain_words(pages: list[Path]) -> str:
    """The words of pages, with the letters back that programs make finer."""
    words = " ".join(" ".join(read(page).text_content().split()) for page in pages)
    return words.translate(str.maketrans("“”″‘’–", "\"\"\"''-", "\u2060"))


def pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def assert_whole(page: Path) -> None:
    tree = read(page)
    words = plain_words([page])
    for part in (*TITLES, "Onder de motorkap", "Formal learning is what many", "Lees het volledige blog",
                 "adres onbekend",
                 "Een noot met", "De tweede", "Een kader", "twaalf", "dieper", "hallo"):
        assert part in words, part
    assert tree.xpath("//a[@href='https://blog.example/post?a=1&b=2']")
    assert [node.get("alt") for node in tree.iter("img")] == ["Een rode stip", "Een groen vlak"]
    for path in ("//table//td", "//blockquote", "//pre", "//ol/li", "//ul/li"):
        assert tree.xpath(path), path
    assert len(tree.xpath("//sup//a")) >= 2, "footnotes"


def assert_inert(page: Path) -> None:
    tree = read(page)
    words = plain_words([page])
    for part in ("{{ site.title }}", "{% include secret.html %}", '{{< figure src="x" >}}',
                 "<script>alert(1)</script>",
                 "<b>bold</b>", "**not bold**", "<img src=x onerror=alert(1)>", "[a](javascript:x)", "==x==", "[^1]",
                 "$x$", "~~y~~", "1. no list", ": no definition", "| a | b |", "{{< youtube id >}}",
                 "{% endraw %}", "{{< open"):
        assert part in words, part
    for made_of in MADE_OF_TEMPLATES:
        assert made_of not in words.split("Own words")[1]
    assert not tree.xpath("//article//script|//main//script|//*[@onclick]|//*[@onload]|//*[@onerror]|//b")
    assert not [ref for ref in tree.xpath("//@href|//@src") if ref.strip().lower().startswith("javascript:")]


def hugo(folder: Path, draft: bytes, *options: str) -> Path:
    (folder / "content" / "posts").mkdir(parents=True, exist_ok=True)
    (folder / "layouts" / "_default").mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text('baseURL = "https://site.example/"\ntitle = "SITENAME"\n')
    (folder / "layouts" / "_default" / "single.html").write_text(
        "<html><title>{{ .Title }}</title><main><h1>{{ .Title }}</h1>{{ .Content }}</main></html>")
    (folder / "layouts" / "_default" / "list.html").write_text(
        "<html><title>x</title>{{ range .Site.RegularPages }}<a href='{{ .Permalink }}'>{{ .Title }}</a>{{ end }}"
        "</html>")
    (folder / "content" / "posts" / "draft.md").write_bytes(draft)
    tools.run("hugo", "--quiet", "--destination", "public", *options, cwd=folder, home=folder)
    return folder / "public"


def jekyll(folder: Path, draft: bytes, *options: str, where: str = "_posts/2026-11-20-draft.md") -> Path:
    for name in ("_posts", "_drafts", "_layouts", "_includes"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "_config.yml").write_text("title: SITENAME\nmarkdown: kramdown\nplugins: []\n")
    (folder / "_includes" / "secret.html").write_text("secret of the site")
    (folder / "_layouts" / "post.html").write_text(
        "<html><title>{{ page.title }}</title><main><h1>{{ page.title }}</h1>{{ content }}</main></html>")
    (folder / "index.html").write_text("---\n---\n<html><title>x</title>{% for post in site.posts %}{{ post.title }}"
                                       "{{ post.excerpt }}{% endfor %}</html>")
    (folder / where).write_bytes(draft)
    tools.run("jekyll", "build", "--quiet", *options, cwd=folder, home=folder)
    return folder / "_site"


def pelican(folder: Path, draft: bytes, *options: str) -> Path:
    (folder / "content").mkdir(parents=True, exist_ok=True)
    (folder / "content" / "draft.md").write_bytes(draft)
    (folder / "content" / "other.md").write_text("Title: Other\nDate: 2026-01-01\n\nWords.\n")
    (folder / "conf.py").write_text("SITENAME = 'SITENAME'\nSITEURL = ''\nPATH = 'content'\nTIMEZONE = 'UTC'\n"
                                    "FEED_ALL_ATOM = 'feeds/all.atom.xml'\n")
    tools.run("pelican", "content", "-s", "conf.py", "-o", "output", "--ignore-cache", "--delete-output-directory",
              *options, cwd=folder, home=folder, seconds=120)
    return folder / "output"


def test_hugo_leaves_a_draft_out_and_builds_all_of_it_with_drafts_on(tmp_path: Path) -> None:
    tools.need("hugo")
    draft = made("markdown", target="hugo")
    assert b"Social Learning" not in everything(hugo(tmp_path / "public", draft))
    site = hugo(tmp_path / "drafts", draft, "--buildDrafts")
    page = site / "posts" / "draft" / "index.html"
    assert_whole(page)
    assert read(page).findtext(".//h1") == TITLE
    assert_inert(hugo(tmp_path / "hostile", made("markdown", document(HOSTILE), "hugo"), "-D") / "posts" / "draft"
                 / "index.html")


def test_jekyll_leaves_a_draft_out_and_builds_all_of_it_with_drafts_on(tmp_path: Path) -> None:
    tools.need("jekyll")
    draft = made("markdown", target="jekyll")
    assert b"Social Learning" not in everything(jekyll(tmp_path / "public", draft))
    assert b"Social Learning" not in everything(jekyll(tmp_path / "drafts-only", draft, "--drafts"))
    site = jekyll(tmp_path / "drafts", draft, "--unpublished")
    page = next(path for path in pages(site) if path.name == "draft.html")
    assert_whole(page)
    assert read(page).xpath("//blockquote[@lang='en']")
    hostile = jekyll(tmp_path / "hostile", made("markdown", document(HOSTILE, "A {{ site.title }} <b>x</b>"), "jekyll"),
                     "--unpublished")
    assert_inert(next(path for path in pages(hostile) if path.name == "draft.html"))


@pytest.mark.parametrize(("options", "config", "there"), [
    ((), "", False), (("--drafts",), "", False), (("--unpublished",), "", False), ((), "show_drafts: true\n", False),
    (("--drafts", "--unpublished"), "", True)])
def test_in_jekylls_folder_of_drafts_a_draft_needs_both_options(
        tmp_path: Path, options: tuple[str, ...], config: str, there: bool) -> None:
    """Its mark stays in: a site that always shows what lies in that folder would publish it otherwise."""
    tools.need("jekyll")
    jekyll(tmp_path, b"---\n---\n", where="_drafts/other.md")
    with (tmp_path / "_config.yml").open("a") as file:
        file.write(config)
    (tmp_path / "_drafts" / "draft.md").write_bytes(made("markdown", target="jekyll"))
    tools.run("jekyll", "build", "--quiet", *options, cwd=tmp_path, home=tmp_path)
    assert (b"Social Learning" in everything(tmp_path / "_site")) is there


def test_pelican_leaves_a_draft_out_and_builds_all_of_it_with_drafts_on(tmp_path: Path) -> None:
    """Pelican's drafts stand in its output, open to all who guess the name; so it is told to skip the text."""
    tools.need("pelican")
    draft = made("markdown", target="pelican")
    public = pelican(tmp_path / "public", draft)
    assert b"Other" in everything(public)
    assert b"Social Learning" not in everything(public)
    wanted = draft.replace(b"Status: skip", b"Status: draft")
    site = pelican(tmp_path / "drafts", wanted)
    page = next((site / "drafts").glob("*.html"))
    assert_whole(page)
    assert "Aan de slag" not in plain_words([site / "index.html"])
    hostile = made("markdown", document(HOSTILE, "A </title><script>alert(1)</script> \" onload=\"x title"), "pelican")
    built = pelican(tmp_path / "hostile", hostile.replace(b"Status: skip", b"Status: draft"))
    assert_inert(next((built / "drafts").glob("*.html")))
    assert b"<script>alert" not in everything(built)


@pytest.mark.parametrize("target", ["quarto", "obsidian", "plain"])
def test_the_mark_of_a_draft_is_in_every_front_matter(target: str) -> None:
    import yaml

    text = made("markdown", target=target).decode()  # type: ignore[arg-type]
    front = yaml.safe_load(text.split("---\n")[1])
    assert front["title"] == TITLE
    assert front["draft"] is True
    assert {"obsidian": front.get("publish"), "plain": front.get("published")}.get(target, False) is False


@pytest.mark.parametrize("target", ["plain", "hugo", "jekyll", "quarto", "obsidian"])
@pytest.mark.parametrize("title", [
    "Two\nlines: true\ndraft: false", "---\npublished: true", 'A "quoted" \\ title', "null", "2026-11-20", "@x", "[a]",
    "\u2028draft: false", "a: b # c", "'", "!!python/object:os.system",
])
def test_a_title_is_only_a_title_in_every_front_matter(target: str, title: str) -> None:
    import yaml

    text = made("markdown", document("x\n", title), target).decode()  # type: ignore[arg-type]
    front = yaml.safe_load(text.split("---\n")[1])
    if target == "quarto":  # which reads Markdown there
        front["title"] = unescape(re.sub(r"\\(.)", r"\1", front["title"]))
    assert front["title"].translate(str.maketrans("‹›”’", "<>\"'")) == " ".join(title.split())
    assert front.get("draft", True) is True
    assert front.get("published", False) is False


def test_a_title_adds_no_line_to_the_header_of_pelican() -> None:
    text = made("markdown", document("x\n", "Two\nStatus: published\n\nBody"), "pelican").decode()
    head = text.split("\n\n")[0].splitlines()
    assert [line.partition(":")[0] for line in head] == ["Title", "Date", "Status", "Tags", "Lang", "Authors"]
    assert head[2] == "Status: skip"


def test_everything_is_everything() -> None:
    """What the sites are asked to build is what all forms are tried with."""
    assert "[[source]]" in EVERYTHING
