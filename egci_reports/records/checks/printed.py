"""Checks names given as printed: they must be some form of the body's name, or a recorded slip."""

from __future__ import annotations

import re
from collections.abc import Iterator

from egci_reports.errors import Finding
from egci_reports.records.bodies import Body
from egci_reports.records.checks.inspection import Inspection
from egci_reports.records.checks.lineages import kin_of
from egci_reports.records.meetings import Listed, Meeting
from egci_reports.records.occasions import Agreement


def check_printed(inspection: Inspection) -> Iterator[Finding]:
    """Yield a warning for each printed name that is no form of its body's name and no slip of the entry."""
    records = inspection.records
    entries: tuple[Meeting | Agreement, ...] = (*records.meetings, *records.agreements)
    for entry in entries:
        slips = {plain(slip.printed) for slip in entry.slips}
        for spot, node in inspection.inside(entry):
            if not isinstance(node, Listed) or node.printed is None or node.body not in records.bodies:
                continue
            body = records.bodies[node.body]
            words = plain(node.printed)
            own = [*_forms(body), *(form for kin in kin_of(records.bodies, body) for form in _forms(kin))]
            if any(form in words for form in own) or any(slip in words for slip in slips):
                continue
            bearer = next((b for b in records.bodies.values() if words in _forms(b)), None)
            if bearer is not None:
                message = f"{node.printed!r} is the name of another body: {bearer.id!r}"
            else:
                message = f"{node.printed!r} is no name of {body.names[-1].name}"
            hint = "mend it, add it to the body's 'aliases', or record a slip of the source under 'slips'"
            yield inspection.warning("C308", spot / "printed", message, hint)


def plain(name: str) -> str:
    """Return a name without what may differ in print: case, articles, "&", stops and spaces."""
    words = re.findall(r"\w+", name.casefold().replace("&", " and "))
    return " ".join(word for word in words if word != "the")


def _forms(body: Body) -> list[str]:
    forms = [*body.aliases]
    for name in body.names:
        forms += [text for text in (name.name.en, name.name.tc, name.name.sc) if text]
    return [plain(form) for form in forms]
