"""The verb that changes what is known of a note or a draft, line by line; its text stays as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from pkm_app.base.errors import Refused
from pkm_app.cli.context import Settings
from pkm_app.cli.verbs import Verb
from pkm_app.content.tags import clean_tag
from pkm_app.sense.notes import MATURITIES, VALUES

if TYPE_CHECKING:
    from pkm_app.app.parts import App


@click.command(cls=Verb)
@click.argument("name", metavar="NOTE|DRAFT")
@click.option("--maturity", type=click.Choice(["none", *MATURITIES]))
@click.option("--value", type=click.Choice(["none", *VALUES]), help="What you add.")
@click.option("--lang", metavar="CODE", help="In which language it is: nl, en, ...; none where its words tell it.")
@click.option("--private/--not-private", default=None, help="For me alone, or not.")
@click.option("--tag", "tags", multiple=True, help="Add a tag; may be given more than once.")
@click.option("--untag", "untags", multiple=True, help="Take a tag away.")
@click.option("--category", "categories", multiple=True, help="Of a draft: add a category; more than once.")
@click.option("--uncategory", "uncategories", multiple=True, help="Take a category away.")
@click.option("--compiler", "compilers", multiple=True, metavar="NAME",
              help="Of a draft: add who compiles it; more than once.")
@click.option("--uncompiler", "uncompilers", multiple=True, metavar="NAME", help="Take a compiler away.")
@click.option("--excerpt", metavar="TEXT", help="Of a draft: what it is about, in a line; \"\" takes it away.")
@click.option("--featured", metavar="PICTURE", help="Of a draft: the picture of your PKM folder that stands for all of "
                                                    "it, or PICTURE|WORDS with what is seen on it; \"\" for none.")
@click.pass_obj
def edit(settings: Settings, /, name: str, maturity: str | None, value: str | None, lang: str | None,
         private: bool | None, tags: tuple[str, ...], untags: tuple[str, ...], **of_draft: Any) -> None:
    """Change what is known of a note or a draft; its text stays as it is."""
    given = {"maturity": maturity, "value": value, "lang": lang}
    changes: dict[str, Any] = {key: None if text == "none" else text for key, text in given.items() if text is not None}
    if private is not None:
        changes["private"] = True if private else None
    asked = any(one is not None and one != () for one in of_draft.values())
    if not changes and not tags and not untags and not asked:
        raise click.UsageError("Say what to change.")
    with settings.open() as app:
        card = app.sense.find(name)
        if asked and card.type != "draft":
            raise Refused("“{title}” is not a draft: categories, compilers, an excerpt and a picture are of drafts.",
                          title=card.title)
        if tags or untags:
            gone = {tag.lstrip("#").casefold() for tag in untags}
            known = app.sense.load(card.path).file.list_field("tags")
            wanted = dict.fromkeys((*known, *map(clean_tag, tags)))
            changes["tags"] = [tag for tag in wanted if tag.lstrip("#").casefold() not in gone] or None
        if asked:
            changes |= _of_draft(app, card.path, **of_draft)
        written = bool(changes) and app.describing.write(card.path, changes).written
        settings.show({"path": card.path, "changed": [card.path] if written else []}, card.path)


def _of_draft(app: App, path: str, categories: tuple[str, ...], uncategories: tuple[str, ...],
              compilers: tuple[str, ...], uncompilers: tuple[str, ...], excerpt: str | None, featured: str | None
              ) -> dict[str, Any]:
    about = app.describing.about(path)
    wanted = replace(about, categories=_other(about.categories, categories, uncategories),
                     compilers=_other(about.compilers, compilers, uncompilers))
    if excerpt is not None:
        wanted = replace(wanted, excerpt=excerpt)
    if featured is not None:
        picture, _, words = featured.partition("|")
        same = picture.strip().strip("[]!") == about.featured
        wanted = replace(wanted, featured=picture, words=words or (about.words if same else ""))
    return dict(app.describing.changes(path, wanted))


def _other(known: tuple[str, ...], added: tuple[str, ...], gone: tuple[str, ...]) -> tuple[str, ...]:
    without = {one.casefold() for one in gone}
    return tuple(one for one in (*known, *added) if one.casefold() not in without)


VERBS = [edit]
