"""The plain text of inlines, as a heading in the contents or a bookmark needs it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from egci_reports.engine.document.nodes import (
    Break,
    Citation,
    Footnote,
    FormField,
    Inline,
    Link,
    Name,
    Reference,
    Styled,
    Text,
)


def plain_text(content: Iterable[Inline]) -> str:
    """Return the words of inlines: a break is a space; citations and footnotes are left out."""
    return "".join(map(_plain, content))


def _plain(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Styled() | Link() | FormField():
            return plain_text(inline.content)
        case Reference():
            return inline.text or ""
        case Name():
            return inline.full
        case Break():
            return " "
        case Citation() | Footnote():
            return ""
    assert_never(inline)
