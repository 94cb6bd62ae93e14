"""Says what to write instead of a text that has not the form of its field."""

from __future__ import annotations

import re

from egci_reports.records.base import ID
from egci_reports.records.known_names import KnownNames, plain

_PATTERN_HINTS = {
    "https": "write the whole address, beginning with https://",
    r"(\.[1-9]": "the number of an item is written 3 or 2.1",
    r"{2,3}-[0-9]": "an action is numbered by its plenary and its place there: 19-03",
    "[01][0-9]": "a time is written with four figures: 09:30, 14:30",
    r"\.pdf": "write the name of a PDF file, of letters, figures, spaces, dots and hyphens: work-plan.pdf",
    "-?[0-9][": "write the number in figures, thousands set off by a space: 2 100, 12.5",
    "{1,20}": "write letters and figures only, twenty at most: CED",
    "[0-9a-f]": "take it out: it is entered by egci-report clear",
    "{2,8}": "write the tag of a language: en, zh-Hant, zh-Hans, ja",
    "(/": "write the name of a section, in lower-case letters and hyphens: summary, progress/smart-city",
}
"""What to write, by a piece of the pattern that a text did not fit."""


def form_hint(pattern: str, value: str, names: KnownNames) -> str:
    """Return what to write in place of `value`, which does not fit a pattern; `names` lead to ids."""
    if "@" in pattern:
        return _address(value)
    for piece, hint in _PATTERN_HINTS.items():
        if piece in pattern:
            return hint
    if pattern != ID:
        return "docs/data.md says what the field takes"
    if keys := names.get(plain(value)):
        return f"write: {' or '.join(keys)}"
    if " - " in value:
        return "two entries of a list have run together: begin each '- ' straight under the one above"
    if value != value.strip():
        return f"take the blank out that stands before or after it: {value.strip()}"
    return "an id is lower-case letters, figures and hyphens: marine-department"


def _address(value: str) -> str:
    """Say what keeps a text from being a mail address."""
    form = "write one plain address, name@department.example"
    if value != value.strip():
        return f"a blank stands before or after it; {form}"
    if value.count("@") > 1 or re.search("[,;]", value):
        return f"this looks like more than one address; {form}"
    if "<" in value or ">" in value:
        return f"a name stands with the address; {form}"
    if "@" not in value:
        return f"it has no @; {form}"
    if re.search(r"\s", value):
        return f"there is a blank in it; {form}"
    if not value.isascii():
        odd = next(character for character in value if not character.isascii())
        return f"mail takes no {odd!r} in an address; {form}"
    name, _, domain = value.partition("@")
    if not name or not domain:
        return f"nothing stands {'after' if name else 'before'} the @; {form}"
    if ".." in value or name.startswith(".") or name.endswith(".") or domain.strip(".") != domain:
        return f"a full stop stands where none may; {form}"
    return f"it holds a mark that mail does not take; {form}"
