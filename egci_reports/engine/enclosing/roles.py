"""Knows the standard structure types, and which of them a tag of an annex stands for."""

from __future__ import annotations

from collections.abc import Mapping

_STANDARD = frozenset((
    "/Document", "/Part", "/Art", "/Sect", "/Div", "/BlockQuote", "/Caption", "/TOC", "/TOCI", "/Index",
    "/NonStruct", "/Private", "/P", "/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/L", "/LI", "/Lbl",
    "/LBody", "/Table", "/TR", "/TH", "/TD", "/THead", "/TBody", "/TFoot", "/Span", "/Quote", "/Note",
    "/Reference", "/BibEntry", "/Code", "/Link", "/Annot", "/Ruby", "/RB", "/RT", "/RP", "/Warichu", "/WT",
    "/WP", "/Figure", "/Formula", "/Form",
))  # fmt: skip
"""ISO 32000-1, 14.8.4."""
_LATER = {
    "/Title": "/P", "/Sub": "/Span", "/Em": "/Span", "/Strong": "/Span", "/FENote": "/Note",
    "/Aside": "/Div", "/DocumentFragment": "/Sect",
}  # fmt: skip
"""Types that came with ISO 32000-2, and what they are called in ISO 32000-1."""
_UNKNOWN = "/NonStruct"
"""An element that says nothing of what is in it, which is all that is known of a tag without a role."""


def is_standard(tag: str) -> bool:
    """Whether a tag is a standard one, which stands for itself (ISO 14289-1, 7.1)."""
    return tag in _STANDARD


def role_of(tag: str, roles: Mapping[str, str]) -> str:
    """Return the standard type that a tag stands for by a map of roles, be it over others (14.7.3)."""
    seen = set()
    while tag not in _STANDARD and tag not in seen:
        seen.add(tag)
        tag = roles.get(tag, _LATER.get(tag, _UNKNOWN))
    return tag if tag in _STANDARD else _UNKNOWN
