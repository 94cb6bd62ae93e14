"""The ids of styles by what is written in them: a role, a list and its level, a heading, a callout."""

from __future__ import annotations

from egci_reports.engine.document.nodes import CalloutKind, ListForm, ParagraphRole

OF_ROLE: dict[ParagraphRole, str] = {
    "body": "BodyText",
    "lead": "Lead",
    "note": "NoteText",
    "small": "SmallPrint",
    "prompt": "Prompt",
    "quotation": "Quote",
    "centred": "CentredText",
    "signature": "Signature",
    "speech": "Speech",
}
"""The style of a paragraph by its role."""

OF_LIST: dict[ListForm, str] = {
    "bullet": "ListBullet",
    "decimal": "ListNumber",
    "alpha": "ListLetter",
    "roman": "ListRoman",
}
"""The style of a list's items at the first level; deeper levels add their number."""

LIST_LEVELS = 3


def list_style(form: ListForm, level: int) -> str:
    """Return the style id of an item at a level (from 0; deeper than the third looks like the third)."""
    return OF_LIST[form] + style_suffix(level)


def continued_style(level: int) -> str:
    """Return the style id of a further paragraph of a list item."""
    return "ListContinue" + style_suffix(level)


def callout_style(kind: CalloutKind, *, title: bool = False) -> str:
    """Return the style id of a callout's paragraphs."""
    return f"Callout{kind.capitalize()}{'Title' if title else ''}"


def heading_style(level: int, *, listed: bool) -> str:
    """Return the style id of a heading; Word leaves one that is not Word's own out of the contents list."""
    return f"Heading{level}" if listed else f"Heading{level}Unlisted"


def style_suffix(level: int) -> str:
    """Return what a level (from 0) adds to the id of a style of lists; the first adds nothing."""
    level = min(level, LIST_LEVELS - 1)
    return str(level + 1) if level else ""
