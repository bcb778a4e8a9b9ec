"""Links written anew when the file they mean gets another name; nothing around the name changes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Mapping
from urllib.parse import quote

from pkm_app.content.wikilinks import MARKDOWN_LINK, WikiLink, cannot_stand_in_a_wikilink, link_to, links, resolve

_OPENING = re.compile(r"!?\[\[[ \t]*")
_TARGET_END = re.compile(r"[#|\]]")


def retargeted(body: str, choose: Callable[[WikiLink], str | None]) -> str:
    """Return the body with other targets in its links: ``choose`` gives the new one, None to leave a link alone.

    Words shown, headings, blocks, embeds, the escaped bar of a table and everything between links stay as they are.
    """
    pieces: list[str] = []
    done = 0
    for link in links(body):
        target = choose(link)
        if target is not None:
            pieces += [body[done : link.start], _rewritten(body[link.start : link.end], link, target)]
            done = link.end
    return "".join(pieces) + body[done:]


def relinked(body: str, here: tuple[str, str], before: Collection[str], after: Collection[str],
             moved: Mapping[str, str]) -> str:
    """Return a body in which every link means after a renaming what it meant before.

    ``here`` is the path of the file itself before and after; ``before`` and ``after`` are the paths that a link could
    mean then and now; ``moved`` gives the new path of each renamed file. A link to nothing stays a link to nothing,
    and a link that still means the right file keeps its form.
    """
    def choose(link: WikiLink) -> str | None:
        was = resolve(link.target, here[0], before) if link.target else None
        if was is None:
            return None
        wanted = moved.get(was, was)
        if resolve(link.target, here[1], after) == wanted:
            return None
        return target_for(link.target, wanted, here[1], after)

    return retargeted(body, choose)


def target_for(like: str, path: str, from_path: str, paths: Collection[str]) -> str:
    """Return the target by which a link in ``from_path`` means ``path``, in the form of ``like`` where that will do:
    a name alone, a path from the vault, or one from the file's own folder; with or without ``.md``."""
    tail = ".md" if like.lower().endswith(".md") else ""
    bare = path.removesuffix(".md") + tail if path.endswith(".md") else path
    name = bare.rpartition("/")[2]
    same_folder = like.rpartition("/")[0] + "/" + name if "/" in like else name
    relative = posixpath.relpath(bare, posixpath.dirname(from_path) or ".")
    if like.startswith(("./", "../")):
        forms = [same_folder, "./" + relative if not relative.startswith(".") else relative]
    else:
        forms = [same_folder, name]
    forms += [bare, "/" + bare]
    return next((form for form in forms if resolve(form, from_path, paths) == path), forms[-1])


def _rewritten(text: str, link: WikiLink, target: str) -> str:
    opening = _OPENING.match(text)
    if opening is None:
        match = MARKDOWN_LINK.match(text)
        if match is None:  # cannot be: the same pattern found it
            return text
        group = 3 if match[3] is not None else 4
        start = match.start(group)
        end = start + len(match[group].partition("#")[0])
        plain = group == 3 and not re.search(r"[<>#]", target)
        return text[:start] + (target if plain else quote(target)) + text[end:]
    start = opening.end()
    stop = _TARGET_END.search(text, start)
    end = len(text[: stop.start() if stop else len(text)].rstrip(" \t\\"))
    if not cannot_stand_in_a_wikilink(target):
        return text[:start] + target + text[end:]
    whole = link_to(target, link.words, link.block)
    if link.heading and not link.block:
        whole = f"{whole[:-1]}#{quote(link.heading)})"
    return ("!" if link.embed else "") + whole
