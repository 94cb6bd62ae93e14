"""Settings, the palette and the list of fonts: parts that depend on the theme and the language alone."""

from __future__ import annotations

from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.word.languages import word_tag
from egci_reports.engine.writers.word.markup import NOTHING, Xml, join, part, tag, val

_NAME = "EGCI"
_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}
"""Word 2013 and later: anything less opens in Compatibility Mode ([MS-DOCX] 2.2.3)."""
_TRADITIONAL, _SIMPLIFIED = ("PingFang HK", "Noto Sans HK"), ("PingFang SC", "Noto Sans SC")
"""Faces of other systems: macOS and iOS, Linux and Android; no more than Word's 31 characters of a name."""
_ANSI, _GB2312, _BIG5 = "00", "86", "88"
"""Character sets of fonts, in hexadecimal (17.8.3.2)."""
_PALETTE = (
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hyperlink",
    "followedHyperlink",
)


def settings(lang: str) -> bytes:
    """Return the settings of a paper. Nothing here lets Word ask about fields."""
    separators = (tag("w:footnote", {"w:id": note_id}) for note_id in (-1, 0))
    compatibility = (
        tag("w:compatSetting", {"w:name": name, "w:uri": _WORD, "w:val": value})
        for name, value in _COMPATIBILITY.items()
    )
    mapping = {"w:bg1": "light1", "w:t1": "dark1", "w:bg2": "light2", "w:t2": "dark2"}
    return part(
        "w:settings",
        "w m",
        tag("w:zoom", {"w:percent": 100}),
        val("w:defaultTabStop", 720),
        val("w:characterSpacingControl", "doNotCompress"),
        tag("w:footnotePr", None, *separators),
        tag("w:compat", None, *compatibility),
        tag("w:themeFontLang", {"w:val": word_tag(lang), "w:eastAsia": "zh-HK"}),
        tag("w:clrSchemeMapping", {**mapping, **{f"w:{name}": name for name in _PALETTE}}),
        val("w:decimalSymbol", "."),
        val("w:listSeparator", ","),
    )


def fonts(theme: Theme) -> bytes:
    """Return the table of fonts: Arial and the Chinese faces, none of them embedded.

    It says what else may stand in for a Chinese face that a system lacks, and which script the face is of, so
    that a program without either looks for a face of that script (17.8.3.1 and 17.8.3.2).
    """
    faces = theme.fonts
    told = {faces.latin_word: NOTHING, faces.chinese_hk_word: NOTHING, faces.chinese_cn_word: NOTHING}
    told[faces.chinese_cn_word] = _stand_ins(_SIMPLIFIED, faces.chinese_cn_word)
    told[faces.chinese_hk_word] = _stand_ins(_TRADITIONAL, faces.chinese_hk_word)
    charsets = {faces.chinese_cn_word: _GB2312, faces.chinese_hk_word: _BIG5}
    written = (
        tag(
            "w:font",
            {"w:name": name},
            other,
            val("w:charset", charsets.get(name, _ANSI)),
            val("w:family", "swiss"),
            val("w:pitch", "variable"),
        )
        for name, other in told.items()
    )
    return part("w:fonts", "w", *written)


def _stand_ins(faces: tuple[str, ...], own: str) -> Xml:
    return val("w:altName", ",".join(face for face in faces if face != own))


def palette(theme: Theme) -> bytes:
    """Return Word's theme: the colours and fonts that Design > Colours and > Fonts change."""
    colour = theme.colour
    series = [theme.palette.series[i % len(theme.palette.series)] for i in range(5)]
    named = {
        "dk1": colour("ink"),
        "lt1": colour("paper"),
        "dk2": colour("accent"),
        "lt2": colour("header_fill"),
        **{f"accent{number}": value for number, value in enumerate((*series, colour("muted")), 1)},
        "hlink": colour("link"),
        "folHlink": colour("link"),
    }
    colours = (tag(f"a:{name}", None, tag("a:srgbClr", {"val": value})) for name, value in named.items())
    name = {"name": _NAME}
    return part(
        "a:theme",
        "a",
        tag(
            "a:themeElements",
            None,
            tag("a:clrScheme", name, *colours),
            tag("a:fontScheme", name, _faces(theme, "a:majorFont"), _faces(theme, "a:minorFont")),
            _plain_effects(),
        ),
        attributes=name,
    )


def _faces(theme: Theme, name: str) -> Xml:
    faces = theme.fonts
    return tag(
        name,
        None,
        tag("a:latin", {"typeface": faces.latin_word}),
        tag("a:ea", {"typeface": faces.chinese_hk_word}),
        tag("a:cs", {"typeface": ""}),
        tag("a:font", {"script": "Hans", "typeface": faces.chinese_cn_word}),
        tag("a:font", {"script": "Hant", "typeface": faces.chinese_hk_word}),
    )


def _plain_effects() -> Xml:
    """Return the format scheme a theme must have: three of each, all plain (20.1.4.1.14)."""
    fill = tag("a:solidFill", None, tag("a:schemeClr", {"val": "phClr"}))
    line = tag("a:ln", {"w": 9525}, fill, tag("a:prstDash", {"val": "solid"}))
    effect = tag("a:effectStyle", None, tag("a:effectLst"))
    lists = (
        ("fillStyleLst", fill),
        ("lnStyleLst", line),
        ("effectStyleLst", effect),
        ("bgFillStyleLst", fill),
    )
    return tag(
        "a:fmtScheme",
        {"name": "Plain"},
        join(tag(f"a:{name}", None, each, each, each) for name, each in lists),
    )
