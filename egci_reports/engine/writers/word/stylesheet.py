"""The styles part: defaults, the gallery, and each style's children in the schema's order (17.7.4.17)."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.word.formats import paragraph_properties, run_properties
from egci_reports.engine.writers.word.languages import word_tag
from egci_reports.engine.writers.word.markup import NOTHING, Attributes, Xml, part, switch, tag, val
from egci_reports.engine.writers.word.measures import eighths, half_points, twips
from egci_reports.engine.writers.word.style import Style
from egci_reports.engine.writers.word.styles import paragraph_styles
from egci_reports.engine.writers.word.text_styles import character_styles

_WORD_STYLES = 376
"""How many styles Word 2016 and later know of; the gallery's defaults are said for all of them."""


def stylesheet(theme: Theme, lang: str, *, numbered: bool) -> bytes:
    """Return the styles part of a paper in a language (BCP 47); `numbered` headings count by their style."""
    styles = (*paragraph_styles(theme, numbered=numbered), *character_styles(theme))
    return part(
        "w:styles",
        "w",
        _defaults(theme, lang),
        _gallery(styles),
        *_word_defaults(),
        *(_style(style) for style in styles),
        _report_table(theme),
    )


def _defaults(theme: Theme, lang: str) -> Xml:
    body = theme.style("body")
    fonts = {
        "w:asciiTheme": "minorHAnsi",
        "w:eastAsiaTheme": "minorEastAsia",
        "w:hAnsiTheme": "minorHAnsi",
        "w:cstheme": "minorBidi",
    }
    run = tag(
        "w:rPr",
        None,
        tag("w:rFonts", fonts),
        val("w:sz", half_points(body.size)),
        val("w:szCs", half_points(body.size)),
        tag("w:lang", {"w:val": word_tag(lang), "w:eastAsia": "zh-HK", "w:bidi": "ar-SA"}),
    )
    # two lines at least on either side of a page break; no hanging punctuation and no added space between
    # Chinese and Latin, so that lines are as long as in the PDF
    paragraph = tag(
        "w:pPr",
        None,
        switch("w:widowControl", on=True),
        switch("w:overflowPunct", on=False),
        switch("w:autoSpaceDE", on=False),
        switch("w:autoSpaceDN", on=False),
        tag("w:spacing", {"w:before": 0, "w:after": 0, "w:line": 240, "w:lineRule": "auto"}),
    )
    return tag("w:docDefaults", None, tag("w:rPrDefault", None, run), tag("w:pPrDefault", None, paragraph))


def _gallery(styles: tuple[Style, ...]) -> Xml:
    """Hide what Word could offer besides the paper's own styles."""
    shown = (
        tag(
            "w:lsdException",
            {
                "w:name": style.name,
                "w:semiHidden": 0,
                "w:uiPriority": style.priority,
                "w:unhideWhenUsed": 0,
                "w:qFormat": 1,
            },
        )
        for style in styles
        if style.shown and not style.own
    )
    return tag(
        "w:latentStyles",
        {
            "w:defLockedState": 0,
            "w:defUIPriority": 99,
            "w:defSemiHidden": 1,
            "w:defUnhideWhenUsed": 1,
            "w:defQFormat": 0,
            "w:count": _WORD_STYLES,
        },
        *shown,
    )


def _word_defaults() -> Iterator[Xml]:
    """Yield the default style of each kind, which Word expects to find."""
    yield tag(
        "w:style",
        {"w:type": "paragraph", "w:default": 1, "w:styleId": "Normal"},
        val("w:name", "Normal"),
        val("w:uiPriority", 0),
        switch("w:qFormat", on=True),
    )
    none: Attributes = {"w:w": 0, "w:type": "dxa"}
    margins = tag(
        "w:tblCellMar",
        None,
        tag("w:top", none),
        tag("w:left", {"w:w": 108, "w:type": "dxa"}),
        tag("w:bottom", none),
        tag("w:right", {"w:w": 108, "w:type": "dxa"}),
    )
    plain_table = tag("w:tblPr", None, tag("w:tblInd", none), margins)
    for kind, style_id, name, more in (
        ("character", "DefaultParagraphFont", "Default Paragraph Font", NOTHING),
        ("table", "TableNormal", "Normal Table", plain_table),
        ("numbering", "NoList", "No List", NOTHING),
    ):
        yield tag(
            "w:style",
            {"w:type": kind, "w:default": 1, "w:styleId": style_id},
            val("w:name", name),
            val("w:uiPriority", 99),
            switch("w:semiHidden", on=True),
            switch("w:unhideWhenUsed", on=True),
            more,
        )


def _style(style: Style) -> Xml:
    return tag(
        "w:style",
        {"w:type": style.kind, "w:customStyle": 1 if style.own else None, "w:styleId": style.id},
        val("w:name", style.name),
        val("w:basedOn", style.based) if style.based else NOTHING,
        val("w:next", style.following) if style.following else NOTHING,
        val("w:uiPriority", style.priority),
        switch("w:qFormat", on=True) if style.shown else NOTHING,
        paragraph_properties(style.paragraph),
        run_properties(style.run),
    )


def _report_table(theme: Theme) -> Xml:
    """Thin rules under the rows and a shaded header; type is the paragraphs' own."""
    look, rule = theme.table, theme.colour("rule")
    line: Attributes = {"w:val": "single", "w:sz": eighths(look.rule), "w:space": 0, "w:color": rule}
    borders = tag("w:tblBorders", None, tag("w:bottom", line), tag("w:insideH", line))
    margins = tag(
        "w:tblCellMar",
        None,
        *(
            tag(f"w:{side}", {"w:w": twips(width), "w:type": "dxa"})
            for side, width in (
                ("top", look.cell_top),
                ("left", look.cell_left),
                ("bottom", look.cell_bottom),
                ("right", look.cell_right),
            )
        ),
    )
    table = tag("w:tblPr", None, tag("w:tblInd", {"w:w": 0, "w:type": "dxa"}), borders, margins)
    ground = tag("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": theme.colour("header_fill")})
    header = tag("w:tblStylePr", {"w:type": "firstRow"}, tag("w:tcPr", None, ground))
    return tag(
        "w:style",
        {"w:type": "table", "w:customStyle": 1, "w:styleId": "ReportTable"},
        val("w:name", "Report Table"),
        val("w:basedOn", "TableNormal"),
        val("w:uiPriority", 59),
        switch("w:qFormat", on=True),
        table,
        header,
    )
