"""The vocabulary of templates: the one table of elements, what each holds and which attributes it takes.

A closed subset of HTML, written as well-formed XML. Names are HTML's wherever HTML has one. The parser
refuses what is not here, and `docs/vocabulary.md` is made from this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from egci_reports.engine.document.element import Attribute, Element

INLINE = ("strong", "em", "ins", "del", "q", "a", "span", "ref", "cite", "name", "note", "field", "br")
BLOCK = ("p", "officer", "ul", "ol", "dl", "table", "figure", "aside")
PAPER_BLOCK = (*BLOCK, "section", "contents", "sources", "abbreviations")

IDENTIFIER = r"[a-z][a-z0-9-]*"
NUMBER = r"[1-9][0-9]{0,3}"
SHARE = r"[1-9][0-9]{0,2}(?:\.[0-9]{1,2})?|0\.[1-9][0-9]?"
ADDRESS = r"(?:https?://|mailto:)\S+"
FIELD = r"[a-z]{1,12}/[0-9]{1,4}(?:/[a-z0-9-]+)?#[a-z0-9_/+-]+"
LANGUAGE = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"

_ID = Attribute("id", "the anchor by which `ref` finds it", pattern=IDENTIFIER)
_ABOUT = Attribute("about", "the address of the record it speaks of, inherited by what stands in it")
_PLACED = (_ID, _ABOUT)
_PARAGRAPHS = Attribute(
    "paragraphs",
    "whether the paragraphs directly in sections from here down are numbered",
    values=("numbered", "plain"),
)
_HEADINGS = Attribute(
    "headings", "whether headings from here down are numbered", values=("numbered", "plain")
)
_FIRST = Attribute(
    "first-number", "the number of the first numbered paragraph; 1 if not given", pattern=NUMBER
)
_COUNT = Attribute(
    "data-count", "the number said in the text, checked against what is listed", pattern=r"[0-9]{1,5}"
)


def _class(meaning: str, *values: str, several: bool = False, required: bool = False) -> Attribute:
    return Attribute("class", meaning, required, values, several)


def _inline(name: str, meaning: str, *attributes: Attribute, never_in: tuple[str, ...] = ()) -> Element:
    return Element(name, meaning, INLINE, text=True, attributes=attributes, never_in=never_in)


_PAPER = (
    Element(
        "paper",
        "The root: a whole paper.",
        ("titleblock", *PAPER_BLOCK),
        attributes=(_PARAGRAPHS, _HEADINGS, _FIRST),
    ),
    Element(
        "titleblock",
        "The head of the paper: the group's names, the title, and blocks (mostly a `dl`) under them.",
        ("group", "title", "subtitle", *BLOCK),
        attributes=(*_PLACED, _class("`cover`: a page of its own", "cover")),
        needs=("group", "title"),
    ),
    _inline("group", "The names of the group, `br` between languages."),
    _inline("title", "The title of a paper, the heading of a section, or the title of a box."),
    _inline("subtitle", "The line under the title of the paper."),
    Element(
        "section",
        "A heading and what stands under it. The level of the heading comes from nesting, at most four deep.",
        ("title", *PAPER_BLOCK),
        attributes=(
            *_PLACED,
            _PARAGRAPHS,
            _HEADINGS,
            _FIRST,
            _COUNT,
            Attribute("max-pages", "how many pages it may take; more are told of", pattern="[1-9]"),
            Attribute("encloses", "the key of a document that the PDF appends at the paper's end"),
            Attribute("enclosed-pages", "how many pages that document has", pattern=NUMBER),
            _class(
                "`new-page`; `whole`: on one page, if it is short and of text; `landscape`, first level only;"
                " `annex`: lettered; `restart`: numbers of paragraphs and first mentions begin afresh;"
                " `unlisted`: not in the contents list",
                "new-page",
                "whole",
                "landscape",
                "annex",
                "restart",
                "unlisted",
                several=True,
            ),
        ),
        needs=("title",),
    ),
    Element(
        "contents",
        "The contents list, filled in by the program; holds its title.",
        INLINE,
        text=True,
        attributes=(*_PLACED, Attribute("depth", "down to which level; 2 if not given", pattern="[1-4]")),
    ),
    Element("sources", "The list of sources; those not cited are left out.", ("source",), attributes=_PLACED),
    _inline(
        "source",
        "A source, as the list gives it.",
        Attribute("id", "its id, as in `cite`", required=True),
        _ABOUT,
    ),
    Element("abbreviations", "The list of abbreviations used, filled in by the program.", attributes=_PLACED),
)

_BLOCKS = (
    _inline(
        "p",
        "A paragraph.",
        *_PLACED,
        _class(
            "its role; `plain`: a body paragraph without a number where the others have one",
            "plain",
            "lead",
            "note",
            "small",
            "prompt",
            "quotation",
            "centred",
            "signature",
            "speech",
        ),
    ),
    Element(
        "officer",
        "An officer's own text: a blank line makes a paragraph, a line that begins with `- ` a list item,"
        " nothing else is markup.",
        text=True,
        attributes=(
            _ABOUT,
            _class("`plain`: without paragraph numbers; `speech`: large, to be read out", "plain", "speech"),
        ),
        raw=True,
    ),
    Element("ul", "A list with bullets.", ("li",), attributes=(*_PLACED, _COUNT)),
    Element(
        "ol",
        "A list with numbers (1), letters (a) or small Roman numbers (i).",
        ("li",),
        attributes=(*_PLACED, Attribute("type", "1 if not given", values=("1", "a", "i")), _COUNT),
    ),
    Element(
        "li",
        "An item: text, or paragraphs and lists; lists at most three deep.",
        (*INLINE, "p", "officer", "ul", "ol"),
        text=True,
        attributes=_PLACED,
    ),
    Element(
        "dl", "Labelled facts, one to a line: a `dt` and a `dd` for each.", ("dt", "dd"), attributes=_PLACED
    ),
    _inline("dt", "The label."),
    _inline("dd", "What is recorded under it.", _ABOUT),
    Element(
        "aside",
        "A box that stands out: a note, a caution, or a gap (a gap blocks a numbered edition).",
        ("title", "p", "officer", "ul", "ol", "dl"),
        attributes=(*_PLACED, _class("which", "note", "caution", "gap", required=True)),
        needs=("title",),
    ),
    Element(
        "figure",
        "A chart. `alt` says what it shows in one to three sentences; only a decorative one has neither `alt`"
        " nor caption.",
        ("figcaption",),
        attributes=(
            *_PLACED,
            Attribute("data-chart", "the name of the chart", required=True),
            Attribute("alt", "the finding, for those who cannot see the chart"),
            _class("`decorative`: carries no information", "decorative"),
        ),
    ),
    _inline("figcaption", "The caption of a figure."),
)

_TABLES = (
    Element(
        "table",
        "A table: a caption, one header row, rows of as many cells. No merged cells.",
        ("caption", "colgroup", "thead", "tbody", "remark"),
        attributes=(*_PLACED, _COUNT, _class("`compact`: smaller type, for wide grids", "compact")),
        needs=("caption", "thead", "tbody"),
        never_in=("table",),
    ),
    _inline("caption", "The caption of a table."),
    Element("colgroup", "How the columns are set: one `col` for each.", ("col",)),
    Element(
        "col",
        "A column.",
        attributes=(
            Attribute(
                "share",
                "its share of the width, against the others; 1 if not given",
                pattern=SHARE,
            ),
            Attribute("align", "left if not given", values=("left", "right", "centre")),
        ),
    ),
    Element("thead", "The header row.", ("tr",), needs=("tr",)),
    Element("tbody", "The rows.", ("tr",)),
    Element(
        "tr",
        "A row; its first cell is a `th` in every row of the table's body, or in none.",
        ("th", "td"),
        attributes=(_ABOUT, _class("`total`: set off by a rule", "total")),
    ),
    _inline(
        "th",
        "A header cell.",
        Attribute("scope", "`col` in the header row, else `row`", required=True, values=("col", "row")),
        _ABOUT,
    ),
    _inline("td", "A cell. It is never empty: a word stands in it.", _ABOUT),
    _inline("remark", "A line of small print under the table."),
)

_INLINES = (
    _inline("strong", "Strong words."),
    _inline("em", "Stressed words."),
    _inline("ins", "Words added between two wordings."),
    _inline("del", "Words removed between two wordings."),
    _inline("q", "A quotation; the program sets the marks, and leaves the words alone."),
    _inline("a", "A link to an address outside the paper.",
            Attribute("href", "the address", required=True, pattern=ADDRESS), never_in=("a",)),
    _inline("span", "Words in another language.",
            Attribute("lang", "its tag: zh-Hant-HK, zh-Hans-CN", required=True, pattern=LANGUAGE)),
    Element(
        "ref",
        "A reference to a paragraph, item, section, table or figure: prints its number.",
        attributes=(
            Attribute("to", "the `id` of its target", required=True),
            Attribute(
                "form",
                "`page`: prints the page; `appended`: the page on which what its target encloses begins",
                values=("number", "page", "appended"),
            ),
        ),
        never_in=("a",),
    ),
    Element(
        "cite",
        "A citation: prints the numbers of sources.",
        attributes=(
            Attribute("sources", "ids of sources, with spaces between", required=True),
            Attribute("about", "addresses of the records that name them, where the block has another"),
        ),
        never_in=("a",),
    ),
    Element(
        "name",
        "The name of a body or person; the program settles full, short and present form.",
        attributes=(
            Attribute("of", "the id of the record", required=True),
            Attribute("full", "the name of the day spoken of", required=True),
            Attribute("short", "its abbreviation"),
            Attribute("present", "what the body is called today, where that differs"),
            Attribute("form", "that form whatever stood before", values=("auto", "full", "short")),
            Attribute("lead", "the word before the full name in a sentence: `the`"),
            Attribute("article", "`no`: the present name takes no `the`", values=("yes", "no")),
        ),
    ),
    _inline("note", "A footnote.",
            never_in=("note", "table", "title", "figcaption", "dt", "a", "contents", "source")),
    Element(
        "field",
        "A place that a person fills in: a control in Word; in PDF the text in it, or a ruled line if there"
        " is none. Its text is an officer's own, as in `officer`. Only drafts have it.",
        text=True,
        attributes=(
            Attribute("address", "the address of the value in the records", required=True, pattern=FIELD),
            Attribute("title", "what it is called", required=True),
            Attribute("guidance", "what to write there: it stands in the empty control", required=True),
            Attribute(
                "kind",
                "`text`: paragraphs; `list`: an entry a line; `line`; `date`; `choice`; `text` if not given",
                values=("text", "list", "line", "date", "choice"),
            ),
            Attribute("choices", "the words of a choice, with `|` between"),
        ),
        never_in=("field", "a", "q", "title", "group", "subtitle", "caption", "figcaption", "dt", "note"),
        raw=True,
    ),
    Element("br", "A line break."),
)  # fmt: skip

GROUPS: tuple[tuple[str, tuple[Element, ...]], ...] = (
    ("The paper", _PAPER),
    ("Blocks", _BLOCKS),
    ("Tables", _TABLES),
    ("Inlines", _INLINES),
)

VOCABULARY: Mapping[str, Element] = MappingProxyType(
    {element.name: element for _, group in GROUPS for element in group}
)
