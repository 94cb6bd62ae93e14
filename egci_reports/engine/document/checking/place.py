"""Says where in a paper a fault is, in words that an officer can find."""

from __future__ import annotations

from egci_reports.engine.document.checking.slip import Slip, TextFinding
from egci_reports.engine.document.text import BlockText

_AROUND = 30
_LONG = 70


def finding(slip: Slip, text: BlockText) -> TextFinding:
    """Return a finding about a text, with the words around the slip, its number, and its record."""
    number = f" {text.label}" if text.label else ""
    words = text.text[max(0, slip.start - _AROUND) : slip.start + _AROUND]
    excerpt = f": {words[:_LONG]!r}" if words else ""
    said = f"{slip.message} (in {text.kind}{number}){excerpt}"
    return TextFinding(
        slip.rule.value,
        said,
        hint=slip.hint,
        severity=slip.severity,
        about=text.about,
        rule=slip.rule,
        said=text.text,
    )
