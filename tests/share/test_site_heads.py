"""What goes along beside a text: categories, tags, an excerpt, in the front matter of each site and in each file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document as Docx

from pkm_app.share.document import Document
from pkm_app.share.formats import Target
from tests.servers import tools
from tests.share.drafts import document, made
from tests.share.test_sites import everything, hugo, jekyll, pages, pelican, plain_words, read

ODD = "../../etc/x <b onclick='y'>: [a](javascript:z)"
EXCERPT = "In short: <script>alert(1)</script> {{ 7 }} [a](javascript:x) **no**\n---\ndraft: false"


def full(**fields: Any) -> Document:
    return document(**{"categories": ("Leren", "Werk"), "excerpt": "In het kort.", "description": "In het kort.",
                       **fields})


def hostile() -> Document:
    return full(categories=(ODD,), tags=(ODD,), excerpt=EXCERPT, description=EXCERPT, title="A <b>x</b>",
                authors=("<script>alert(2)</script>",))


@pytest.mark.parametrize(("target", "told"), [
    ("plain", {"tags": ["leren", "pkm"], "categories": ["Leren", "Werk"], "description": "In het kort."}),
    ("hugo", {"tags": ["leren", "pkm"], "categories": ["Leren", "Werk"], "description": "In het kort."}),
    ("jekyll", {"tags": ["leren", "pkm"], "categories": ["Leren", "Werk"], "description": "In het kort.",
                "excerpt": "In het kort."}),
    ("quarto", {"categories": ["Leren", "Werk", "leren", "pkm"], "description": "In het kort."}),
    ("obsidian", {"tags": ["leren", "pkm"], "categories": ["Leren", "Werk"], "description": "In het kort."}),
])
def test_each_front_matter_has_the_fields_of_its_builder(target: Target, told: dict[str, object]) -> None:
    front = yaml.safe_load(made("markdown", full(), target).decode().split("---\n")[1])
    assert {key: front.get(key) for key in told} == told
    bare = yaml.safe_load(made("markdown", document(tags=()), target).decode().split("---\n")[1])
    assert not {"categories", "excerpt", "tags"} & set(bare), "no empty fields"


def test_pelican_has_one_category_and_the_others_are_tags() -> None:
    head = made("markdown", full(), "pelican").decode().partition("\n\n")[0]
    assert "Category: Leren\n" in head
    assert "Tags: Werk, leren, pkm\n" in head
    assert "Summary: In het kort." in head


@pytest.mark.parametrize("target", ["plain", "hugo", "jekyll", "quarto", "obsidian", "pelican"])
def test_a_line_end_in_a_field_makes_no_field_of_its_own(target: Target) -> None:
    text = made("markdown", hostile(), target).decode()
    head = text.partition("\n\n")[0] if target == "pelican" else text.split("---\n")[1]
    assert "\ndraft: false" not in head
    if target in ("jekyll", "pelican"):
        line = next(one for one in head.splitlines() if one.casefold().startswith("categor"))
        assert "/" not in line
        assert ".." not in line


def test_builders_put_posts_under_their_categories_and_nothing_outside(tmp_path: Path) -> None:
    builders: tuple[tuple[Target, Callable[..., Path], list[str]], ...] = (
        ("hugo", hugo, ["-D"]), ("jekyll", jekyll, ["--unpublished"]))
    for tool, build, options in builders:
        tools.need(tool)
        for name, draft in (("full", full()), ("hostile", hostile())):
            folder = tmp_path / tool / "deep" / name
            site = build(folder, made("markdown", draft, tool), *options)
            page = next(path for path in pages(site) if "draft" in path.as_posix().removeprefix(str(site)))
            assert "javascript:" not in "".join(read(page).xpath("//@href"))
            assert {path.name for path in (tmp_path / tool / "deep").iterdir()} <= {"full", "hostile"}
    jekylls = [path.relative_to(tmp_path / "jekyll").as_posix() for path in pages(tmp_path / "jekyll")]
    assert any("leren/werk/2026/11/20/draft.html" in path for path in jekylls)


def test_pelican_reads_the_excerpt_as_words(tmp_path: Path) -> None:
    tools.need("pelican")
    draft = made("markdown", hostile(), "pelican").replace(b"Status: skip", b"Status: published")
    site = pelican(tmp_path / "site", draft)
    assert b"<script>alert" not in everything(site)
    assert b'href="javascript:' not in everything(site)
    assert "**no**" in plain_words([site / "index.html"])


def test_pandoc_finds_only_words_in_the_head_that_quarto_gets(tmp_path: Path) -> None:
    tools.need("pandoc")
    draft = made("markdown", hostile(), "quarto")
    (tmp_path / "draft.md").write_bytes(draft)
    tools.run("pandoc", "-s", "draft.md", "-o", "page.html", cwd=tmp_path, home=tmp_path)
    page = read(tmp_path / "page.html")
    assert "A <b>x</b>" in page.findtext(".//h1")
    assert not page.xpath("//header//script|//header//b|//header//a")


def test_files_name_what_they_are_about() -> None:
    page = made("html", full()).decode()
    assert '<meta name="keywords" content="Leren, Werk, leren, pkm">' in page
    assert '<meta name="description" content="In het kort.">' in page
    book = zipfile.ZipFile(io.BytesIO(made("epub", full())))
    package = next(book.read(name).decode() for name in book.namelist() if name.endswith(".opf"))
    assert "<dc:subject>Werk</dc:subject>" in package
    assert "<dc:description>In het kort.</dc:description>" in package
    about = Docx(io.BytesIO(made("docx", full()))).core_properties
    assert (about.category, about.keywords, about.subject) == ("Leren, Werk", "leren, pkm", "In het kort.")
