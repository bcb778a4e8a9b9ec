"""A draft that holds everything a draft can hold, and how it becomes a file in this process."""

from __future__ import annotations

import io
from typing import Any

from pkm_app.base.resources import resources_folder
from pkm_app.content.wikilinks import WikiLink
from pkm_app.share.document import Document
from pkm_app.share.formats import Form, Job, Target, Wanted
from pkm_app.share.parse import parse
from pkm_app.share.targets import LinkTarget
from pkm_app.work.building import build
from tests.fakes.exports import styles

EVERYTHING = """\
Waar dit over gaat, in een paar woorden van mezelf.

# 1. Wat is *leren*?

Zie [[source]] en ==dit hier== en **vet** en ~~weg~~ en `code`.[^1] Nog eens[^1] en mijn [[own|notitie]].
Tweede regel, ![[stip.png|Een rode stip]] erin.

![Een groen vlak](attachments/vlak.jpg)

> Formal learning is what many organisations rely on to get people to learn 'stuff'. It is about the conversations.
>
> — [[source#^hl-abcdefghij|Julian Stodd, An introduction]]

Daar ben ik het mee eens.

> Er is veel discussie over wat dit kenmerkt.
>
> — [[lost|Piet]]

Dat klopt.

## Onder de motorkap

- [x] gedaan
- [ ] nog te doen

Een lijst:

1. een

   met een tweede alinea
2. twee
   - diep
   - dieper

# 2. Tabel

| Naam | Aantal |
| --- | ---: |
| a \\| b | [[source\\|twaalf]] |

> [!note] Let op
> Een kader.

```python
print("hallo")
```

---

# 3. Slot

Einde.[^2]

[^1]: Een noot met [[source]].
[^2]: De tweede.
"""
TARGETS = {
    "source": LinkTarget("source", "https://blog.example/post?a=1&b=2", "An introduction",
                         {"en": "x", "nl": "x"}, "en", "article", "eBook Social Learning (2017)"),
    "lost": LinkTarget("source", "", "Zonder adres", language="nl", source_kind="article"),
    "own": LinkTarget("own", title="My note"),
}
TITLE = "Social Learning: Aan de slag!"
TITLES = ("1. Wat is leren?", "2. Tabel", "3. Slot")


def resolve(link: WikiLink) -> LinkTarget:
    return TARGETS.get(link.target, LinkTarget("missing", title=link.target))


def picture_bytes(kind: str, size: tuple[int, int] = (60, 40), colour: str = "red", **options: Any) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **options)
    return out.getvalue()


PICTURES = {"stip.png": picture_bytes("PNG"), "attachments/vlak.jpg": picture_bytes("JPEG", (900, 300), "green")}


def document(body: str = EVERYTHING, title: str = TITLE, language: str = "nl", cards: bool = True,
             **fields: Any) -> Document:
    parsed = parse(body, language, resolve, lambda name: name if name in PICTURES else "", cards)
    values = {"authors": ("Joitske Hulsebosch", "Petra Peeters"), "tags": ("leren", "pkm"),
              "stamp": "2026-11-20T14:00:00+01:00", "file_id": "01abc", "template": "ebook", **fields}
    return Document(title, language, parsed.blocks, parsed.notes, **values)


def made(form: Form, draft: Document | None = None, target: Target = "plain", fragment: bool = False) -> bytes:
    job = Job(draft or document(), Wanted(form, target, fragment), styles(), PICTURES)
    return build(job, str(resources_folder() / "fonts"))
