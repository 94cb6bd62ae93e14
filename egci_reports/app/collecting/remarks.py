"""Tells what a person put into a form beside its fields: no text is lost without a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from egci_reports.app.collecting.quote import quoted
from egci_reports.forms.filled import Beside, BesideKind
from egci_reports.forms.model import Form

MOST = 500
"""The most remarks told of one form."""
_SAID = {
    BesideKind.OUTSIDE: "typed outside the fields",
    BesideKind.HEADER: "in the header",
    BesideKind.FOOTER: "in the footer",
    BesideKind.COMMENT: "in a comment",
    BesideKind.NOTE: "in a footnote",
    BesideKind.BOX: "in a text box",
    BesideKind.DELETED: "deleted by a tracked change",
    BesideKind.STRUCK: "struck through",
    BesideKind.HIDDEN: "hidden text",
    BesideKind.FORMULA: "a formula",
    BesideKind.GLOSS: "a phonetic guide",
}
_EMBEDDED = "another file, a diagram or a chart stands in the form; it is not read"
_PICTURE = "a picture stands in the form; it is not read"


def remarks(
    beside: Iterable[Beside], form: Form, places: Mapping[str, str], running: re.Pattern[str]
) -> Iterator[str]:
    """Return each text that is not the form's own, with what it is and where.

    `places` are the names of the fields for officers, `running` what stands in the form's own headers and
    footers.
    """
    return told_of(_without_running(_strange(beside, form), running), places)


def told_of(strange: Iterable[Beside], places: Mapping[str, str]) -> Iterator[str]:
    """Yield what each text that is not the form's own is and where, each once; `places` as above."""
    told = [_told(one, places) for one in strange]
    yield from list(dict.fromkeys(told))[:MOST]
    if len(told) > MOST:
        yield f"{len(told) - MOST} more texts beside the fields; open the form to read them"


def _strange(beside: Iterable[Beside], form: Form) -> list[Beside]:
    """Return what is none of the form's own texts, of which each stands as often as the form has it.

    Texts away from the fields are taken for the form's own before those beside a field.
    """
    fixed, repeating = form.fixed, form.repeating
    strange = []
    for index, one in sorted(enumerate(beside), key=lambda pair: bool(pair[1].field)):
        if one.aside is BesideKind.OUTSIDE:
            fixed[one.text] -= 1
        is_own = fixed[one.text] >= 0 or one.text in repeating
        if one.aside is not BesideKind.OUTSIDE or not is_own:
            strange.append((index, one))
    return [one for _, one in sorted(strange, key=lambda pair: pair[0])]


def _without_running(beside: list[Beside], running: re.Pattern[str]) -> Iterator[Beside]:
    """Yield all but the running head, the page number and the marking, which stands above and below."""
    above = {one.text for one in beside if one.aside is BesideKind.HEADER}
    below = {one.text for one in beside if one.aside is BesideKind.FOOTER}
    for one in beside:
        around = one.aside in (BesideKind.HEADER, BesideKind.FOOTER)
        if not around or not (running.fullmatch(one.text) or one.text in above & below):
            yield one


def _told(one: Beside, places: Mapping[str, str]) -> str:
    if one.aside is BesideKind.EMBEDDED:
        said = _EMBEDDED
    elif one.aside is BesideKind.PICTURE:
        said = _PICTURE
    else:
        said = f"{_SAID[one.aside]}: {quoted(one.text)}"
    return f"{places[one.field]}: {said}" if one.field in places else said
