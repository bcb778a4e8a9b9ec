"""Tag soup: random pieces of HTML, whole and broken, for property tests."""

from hypothesis import strategies as st

from pkm_app.content.elements import names

_TAGS = sorted(
    names(
        "a b i p div span li ul ol dl dt dd table tr td th caption h1 h2 pre font nobr button select option form "
        "svg math style script textarea title object template ruby rt figure figcaption details summary section "
        "blockquote hr br img x-y center marquee"
    )
)
_ATTRIBUTES = st.sampled_from(
    [
        "",
        "",
        ' href="x"',
        " href='https://e.org/ü?a=b&c'",
        ' src="a.png"',
        " src=//e.org/p",
        ' class="wp-smiley" alt="🙂"',
        ' id="fn1"',
        " onclick=x",
        ' title="a>b"',
        " lang=nl",
        " lang=en",
        ' alt="',
        " data-pkm-src=../y",
        " colspan=9",
        " style='x'",
        "/",
        " href=javascript:x",
        ' dir="rtl"',
    ]
)
_PIECES = st.one_of(
    st.tuples(st.sampled_from(_TAGS), _ATTRIBUTES).map(lambda pair: f"<{pair[0]}{pair[1]}>"),
    st.sampled_from(_TAGS).map(lambda tag: f"</{tag}>"),
    st.sampled_from(
        [
            "words",
            " ",
            "\n",
            "\n\n",
            "&amp;",
            "&lt;p&gt;",
            "&#13;",
            "&#1;",
            "&nbsp;",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<",
            '"',
            "\r\n",
            "<p></p>",
            "<pre>\n\n",
            "\x00",
            "\ud800",
            "🙂",
            "&#x1F;",
            "<br/>",
            "</p>",
            "emoji",
        ]
    ),
    st.text(max_size=5),
)
SOUP = st.lists(_PIECES, max_size=25).map("".join)
