"""Says what to write instead of a text that has not the form of its field."""

from __future__ import annotations

import re
from datetime import date
from typing import assert_never

from egci_reports.records.known_names import KnownNames, plain
from egci_reports.records.reference_fields import KIND_WORDS, begin_with
from egci_reports.records.text_form import FormKind

_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ ./-]+(\d{1,2}|[A-Za-z]{3,9})\.?,?[ ./-]+(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[ ./-](\d{1,2})[ ./-](\d{1,2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def day_meant(value: str) -> str | None:
    """Return a day written in words or with the day first as records have it; None where it is no day.

    Where it could be either, the day is taken to stand first, as in Hong Kong.
    """
    text = value.strip()
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(text):
        month, day, year = match.groups()
    elif match := _YEAR_FIRST.fullmatch(text):
        year, month, day = match.groups()
    else:
        return None
    named = month[:3].casefold()
    number = int(month) if month.isdecimal() else _MONTHS.index(named) + 1 if named in _MONTHS else 0
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def form_hint(kind: FormKind, hint: str, value: str, names: KnownNames, named: str | None = None) -> str:
    """Return what to write in place of `value`, which has not its form; `names` lead to ids.

    `named` is the file whose entries the field names, if such an entry can be begun by a command. `hint` is
    what is said where the text itself does not tell what is wrong with it.
    """
    match kind:
        case FormKind.ADDRESS:
            return _address(value, hint)
        case FormKind.ID:
            return _id(value, names) or (f"{hint}. {_begin(value, named)}" if named else hint)
        case FormKind.PLAIN:
            return hint
    assert_never(kind)


def _id(value: str, names: KnownNames) -> str | None:
    """Say what keeps a text from being an id, if it can be seen."""
    if keys := names.get(plain(value)):
        return f"write: {' or '.join(keys)}"
    if " - " in value:
        return "two entries of a list have run together: begin each '- ' straight under the one above"
    if value != value.strip():
        return f"take the blank out that stands before or after it: {value.strip()}"
    return None


def _begin(value: str, named: str) -> str:
    """Offer the command that begins an entry under a name that nothing on record has."""
    return f"If the {KIND_WORDS[named]} is new, begin it, and write its id here: {begin_with(named, value)}"


def _address(value: str, form: str) -> str:
    """Say what keeps a text from being a mail address."""
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
