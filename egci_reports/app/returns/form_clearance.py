"""Decides what a filled form makes of a clearance: never one of words that came later."""

from __future__ import annotations

from egci_reports.records.clearance import Clearance
from egci_reports.records.returns import Return


def cleared_by(one: Return) -> str:
    """Return who is on record to have cleared a return, of whatever words; "" if nobody is."""
    return one.clearance.by if one.clearance else one.cleared_by or ""


def with_clearance(new: Return, there: Return, said: str | None) -> Return:
    """Return what a form brings with its clearance; `said` is who cleared it by the form, if it says so.

    The form speaks of the words that came in it, on the day on which it was sent. Where it says nothing, or
    only repeats with the same day what is on record, the clearance stays of the words that it was of: it is
    void if the form brings others, however often the form is collected.
    """
    if said is None or new.date is None or _repeats(new, there, said):
        return new.model_copy(update={"cleared": there.cleared, "cleared_by": there.cleared_by})
    made = Clearance(by=said, on=new.date, fingerprint=new.fingerprint)
    return new.model_copy(update={"cleared": made, "cleared_by": None})


def _repeats(new: Return, there: Return, said: str) -> bool:
    """Whether a form says of a clearance nothing but what is on record already."""
    day = there.clearance.on if there.clearance else there.date
    return said == cleared_by(there) and (day is None or (new.date is not None and new.date <= day))
