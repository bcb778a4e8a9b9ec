"""Mends for files that two had changed, or whose first lines cannot be read. Nothing is thrown away by them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from pkm_app.content.vaultfile import VaultFile, parse_vault_file
from pkm_app.content.yamltext import scalar

_PARAGRAPHS = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)*")
_OPENING = re.compile(r"(\A\ufeff?)---[ \t]*(\r\n|\n|\r)")
_PAIR = re.compile(r"^([^\s:#\-'\"][^:\n]*?):[ \t]+(.*?)[ \t]*$")
_LOOKS_LIKE_FRONT = re.compile(r"^(?:[^\s:#][^:\n]*:(?:[ \t].*)?|[ \t]*-[ \t].*|[ \t]*#.*|[ \t]+\S.*)$")
_MOST = 2000  # paragraphs up to which two versions are compared one by one


def united(mine: VaultFile, other: VaultFile) -> VaultFile:
    """Return a file with all paragraphs of both versions, where they stand; what both have is there once.

    Front matter stays as it is in ``mine``; tags of the other are added.
    """
    if mine.front_readable and other.front_readable:
        tags = mine.list_field("tags")
        known = {tag.casefold() for tag in tags}
        more = [tag for tag in other.list_field("tags") if tag.casefold() not in known]
        if more:
            mine = mine.with_field("tags", [*tags, *more])
    here, there = _paragraphs(mine.body), _paragraphs(other.body)
    if len(here) + len(there) > _MOST:
        merged = here + [one for one in there if one not in set(here)]
    else:
        merged = []
        matcher = SequenceMatcher(None, here, there, autojunk=False)
        for what, a, b, c, d in matcher.get_opcodes():
            merged += here[a:b]
            if what in ("replace", "insert"):
                merged += [one for one in there[c:d] if one not in here[a:b]]
    if merged == here:
        return mine
    return mine.with_body("\n\n".join(merged) + "\n")


def readable_front(file: VaultFile) -> VaultFile | None:
    """Return the file with front matter that can be read, None when no small mend does it.

    Tabs at the start of lines become blanks, values that YAML would read as something else are put in quotation
    marks, and a missing closing line is put where the words begin. The words below stay as they are.
    """
    if file.front_readable:
        return None
    opening = _OPENING.match(file.text)
    if opening is None:
        return None
    newline = opening[2]
    head, rest = file.text[: opening.end()], file.text[opening.end() :]
    lines = rest.split(newline)
    end = next((n for n, line in enumerate(lines) if line.rstrip() in ("---", "...")), None)
    closed = end is not None
    if end is None:
        end = next((n for n, line in enumerate(lines) if not _LOOKS_LIKE_FRONT.match(line)), len(lines))
        if not end:
            return None
    front, body = lines[:end], lines[end + closed :]
    for mended in (front, [_without_tabs(line) for line in front], [_quoted(_without_tabs(line)) for line in front]):
        text = head + newline.join([*mended, lines[end] if closed else "---", *body])
        found = parse_vault_file(text.encode("utf-8", "surrogateescape"))
        if found.front_readable and found.entries:
            return found
    return None


def _paragraphs(body: str) -> list[str]:
    return [one.strip("\n") for one in _PARAGRAPHS.split(body) if one.strip()]


def _without_tabs(line: str) -> str:
    indent = len(line) - len(line.lstrip())
    return line[:indent].replace("\t", "  ") + line[indent:]


def _quoted(line: str) -> str:
    match = _PAIR.match(line)
    if match is None or not match[2] or match[2][0] in "|>" or _is_sound(match[2]):
        return line
    return f"{match[1]}: {scalar(match[2].strip(chr(34)))}"


def _is_sound(value: str) -> bool:
    """Say whether a value can stay as it is: alone, it can be read."""
    return parse_vault_file(f"---\nkey: {value}\n---\n".encode("utf-8", "replace")).front_readable
