"""Says where in a paper a fault is, in words that an officer can find."""

from __future__ import annotations

from egci_reports.engine.document.text import BlockText
from egci_reports.errors import Finding, Severity

_AROUND = 30
_LONG = 70


def finding(
    code: str,
    message: str,
    text: BlockText,
    at: int | None = None,
    hint: str | None = None,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """Return a finding about a text, with the words around index `at`, its number, and its record."""
    number = f" {text.label}" if text.label else ""
    words = text.text if at is None else text.text[max(0, at - _AROUND) : at + _AROUND]
    excerpt = f": {words[:_LONG]!r}" if words else ""
    said = f"{message} (in {text.kind}{number}){excerpt}"
    return Finding(code, said, hint=hint, severity=severity, about=text.about)
