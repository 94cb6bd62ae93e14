"""The names of parts and relationships in a Word package (ISO/IEC 29500-1, 11.3, 15.2; ISO/IEC 29500-2)."""

from __future__ import annotations

from typing import Final

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_OPEN: Final = "application/vnd.openxmlformats-officedocument."
_PACKAGE: Final = "application/vnd.openxmlformats-package."
_WORDS: Final = _OPEN + "wordprocessingml."


class CT:
    """Content types of parts."""

    CORE_PROPERTIES = _PACKAGE + "core-properties+xml"
    CUSTOM_PROPERTIES = _OPEN + "custom-properties+xml"
    DOCUMENT = _WORDS + "document.main+xml"
    CHART = _OPEN + "drawingml.chart+xml"
    EXTENDED_PROPERTIES = _OPEN + "extended-properties+xml"
    FONT_TABLE = _WORDS + "fontTable+xml"
    FOOTER = _WORDS + "footer+xml"
    FOOTNOTES = _WORDS + "footnotes+xml"
    HEADER = _WORDS + "header+xml"
    NUMBERING = _WORDS + "numbering+xml"
    PNG = "image/png"
    RELATIONSHIPS = _PACKAGE + "relationships+xml"
    SETTINGS = _WORDS + "settings+xml"
    SHEET = _OPEN + "spreadsheetml.sheet"
    STYLES = _WORDS + "styles+xml"
    SVG = "image/svg+xml"
    THEME = _OPEN + "theme+xml"
    XML = "application/xml"


class RT:
    """Kinds of relationships."""

    CHART = _OFFICE + "chart"
    CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    CUSTOM_PROPERTIES = _OFFICE + "custom-properties"
    EXTENDED_PROPERTIES = _OFFICE + "extended-properties"
    FONT_TABLE = _OFFICE + "fontTable"
    FOOTER = _OFFICE + "footer"
    FOOTNOTES = _OFFICE + "footnotes"
    HEADER = _OFFICE + "header"
    HYPERLINK = _OFFICE + "hyperlink"
    IMAGE = _OFFICE + "image"
    NUMBERING = _OFFICE + "numbering"
    OFFICE_DOCUMENT = _OFFICE + "officeDocument"
    PACKAGE = _OFFICE + "package"
    SETTINGS = _OFFICE + "settings"
    STYLES = _OFFICE + "styles"
    THEME = _OFFICE + "theme"
