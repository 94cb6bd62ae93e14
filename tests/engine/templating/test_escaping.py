from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from egci_reports.engine.document.nodes import (
    Break,
    Citation,
    Document,
    Footnote,
    Inline,
    Link,
    Meta,
    Name,
    Paragraph,
    Reference,
    Section,
    Styled,
    Text,
    Words,
)
from egci_reports.engine.document.parser import parse
from egci_reports.engine.templating.nodes_as_markup import markup
from egci_reports.engine.templating.templates import Templates
from egci_reports.engine.templating.words import load_words
from tests.engine.templating.conftest import SHIPPED

META = Meta("Made up", "Made up", "Nobody", "2024-01-01")

# Any text that XML can hold, with what is likeliest to break a template
CHARACTER = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
AWKWARD = st.sampled_from(
    [
        "&",
        "<",
        ">",
        '"',
        "'",
        "&amp;",
        "]]>",
        "<!--",
        "{{ x }}",
        "{% if %}",
        "{#",
        "}}",
        "- ",
        "\xa0",
        "\n",
        "</p>",
        "<paper>",
        "&#x41;",
        "粵港",
        "𠮷",
        "🙂",
        "العربية",
        "\\",
        "%s",
        "{0}",
        "\t",
        "data-at",
    ]
)
TEXT = st.lists(CHARACTER | AWKWARD, min_size=1).map("".join)

PLACES = """<paper><section id="s"><title>{{ text }}</title>
<p>{{ text }}</p>
<p>{{ [text]|joined }}</p>
<p>{{ "" ~ text }}</p>
<p>{{ [text]|join }}</p>
<p><strong>{{ text }}</strong></p>
<p><span lang="zh-Hant-HK">{{ text }}</span></p>
<p><name of="x" full="{{ text }}"/></p>
<p>{% set kept %}{{ text }}{% endset %}{{ kept }}</p>
<p>{{ paper.row([text]) if false else text }}</p>
</section></paper>
"""


@cache
def templates(folder: Path) -> Templates:
    (folder / "en").mkdir()
    (folder / "en" / "places.html").write_text('{% import "macros.html" as paper %}' + PLACES, "utf-8")
    (folder / "en" / "content.html").write_text(
        '<paper><section id="s"><title>S</title><p>{{ content }}</p></section><sources>'
        '<source id="a">A</source><source id="b">B</source></sources></paper>',
        "utf-8",
    )
    return Templates((folder, SHIPPED), load_words((SHIPPED,))[1])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("templates")


def tree(xml: str) -> Document:
    return parse(xml, META, Words(), {}, template="made-up.html")


def collapsed(text: str) -> str:
    return re.sub(r"[ \t\n\r\f]+", " ", text).strip(" ")


def said(content: tuple[Inline, ...]) -> str:
    (one,) = content or (Text(""),)
    return one.full if isinstance(one, Name) else said(one.content) if isinstance(one, Styled) else one.text


@given(text=TEXT.filter(lambda text: text.strip()))
def test_any_text_comes_back_as_it_was_from_wherever_a_template_puts_it(folder, text):
    document = tree(templates(folder).render("places.html", {"text": text}))
    section = document.blocks[0]
    assert isinstance(section, Section)
    assert said(section.title) == collapsed(text)
    assert [said(block.content) for block in section.children] == [collapsed(text)] * 9


WORDS = st.lists(CHARACTER.filter(lambda c: not c.isspace()), min_size=1, max_size=8).map("".join)
ID = st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True)
LANGUAGE = st.sampled_from([None, None, "zh-Hant-HK", "zh-Hans-CN"])
ATOMS: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Text, WORDS, LANGUAGE),
    st.builds(Reference, st.just("s"), st.sampled_from(["number", "page"])),
    st.builds(Citation, st.sampled_from([("a",), ("a", "b")])),
    st.builds(
        Name,
        ID,
        WORDS,
        st.none() | WORDS,
        st.none() | WORDS,
        st.sampled_from(["auto", "full"]),
        st.booleans(),
        st.just("") | WORDS,
    ),
    st.just(Break()),
)
PHRASING = st.recursive(
    ATOMS,
    lambda inner: st.builds(
        Styled,
        st.sampled_from(["strong", "emphasis", "added", "removed"]),
        st.lists(inner, min_size=1, max_size=3).map(tuple),
    ),
    max_leaves=6,
)
LINK = st.builds(Link, WORDS.map(lambda w: f"https://example.org/{w}"), st.tuples(st.builds(Text, WORDS)))
NOTE = st.builds(Footnote, st.tuples(st.builds(Text, WORDS), PHRASING))


def joined(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Neighbouring texts of one language as one, as the parser leaves them."""
    found: list[Inline] = []
    for inline in content:
        last = found[-1] if found else None
        if isinstance(inline, Text) and isinstance(last, Text) and inline.lang == last.lang:
            found[-1] = Text(last.text + inline.text, last.lang)
        elif isinstance(inline, Styled):
            found.append(Styled(inline.style, joined(inline.content)))
        elif isinstance(inline, Footnote):
            found.append(Footnote(joined(inline.content)))
        else:
            found.append(inline)
    return tuple(found)


@given(content=st.lists(PHRASING | LINK | NOTE, min_size=1, max_size=6).map(tuple))
def test_inlines_of_the_tree_come_back_as_they_were(folder, content):
    document = tree(templates(folder).render("content.html", {"content": content}))
    (paragraph,) = document.blocks[0].children
    assert isinstance(paragraph, Paragraph)
    assert paragraph.content == joined(content)


def test_markup_of_inlines_is_not_escaped_again(render):
    assert render("{{ one }}", one=Text("a & b")) == "a &amp; b"
    assert render("{{ one }}", one=markup((Text("a & b"),))) == "a &amp; b"
    assert isinstance(markup((Text("a"),)), Markup)
