"""The plain text of inlines: for contents lines, table titles and comparisons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from egci_reports.document.inlines import (
    Break,
    Citation,
    Footnote,
    Inline,
    Link,
    Name,
    Reference,
    Styled,
    Text,
)


def plain(content: Iterable[Inline]) -> str:
    """Return the text of inlines without the marks of notes and sources."""
    return "".join(_plain(inline) for inline in content)


def _plain(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Styled() | Link():
            return plain(inline.content)
        case Reference():
            return inline.text or ""
        case Name():
            return inline.full
        case Break():
            return " "
        case Footnote() | Citation():
            return ""
        case _:
            assert_never(inline)
