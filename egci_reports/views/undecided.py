"""Says of a dispute that nobody has decided why a numbered edition waits for it."""

from __future__ import annotations

from egci_reports.errors import Finding


def undecided(field: str, where: str, about: str | None) -> Finding:
    """Return what refuses a numbered edition: the dispute on a field of something, which `about` leads to."""
    message = f"the {field} of {where} is in dispute and undecided"
    return Finding(
        "E601", message, hint="record a decision, accept it with a reason, or make a draft", about=about
    )
