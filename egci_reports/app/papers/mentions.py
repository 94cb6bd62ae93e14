"""Finds where the pack and the last report name a department, in words that it may read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from egci_reports.analysis.lineages import lineages_of
from egci_reports.app.papers.begin import begin_with
from egci_reports.app.papers.compose import tree_of
from egci_reports.app.papers.meta import title_of
from egci_reports.app.papers.order import Order
from egci_reports.engine.document.naming import Naming, namings
from egci_reports.engine.document.nodes import Document
from egci_reports.kinds import KINDS
from egci_reports.kinds.briefing.ahead import PlenaryAhead
from egci_reports.kinds.interface import Mention, Request
from egci_reports.records.audience.reader import Audience, Reader
from egci_reports.records.audience.select import for_audience
from egci_reports.records.paper_kinds import PaperSubject
from egci_reports.records.records import Records, day_of
from egci_reports.workspace import Workspace

_WHOLE = ("checklist", "steering", "run-down", "agenda", "delegations", "actions", "figures", "forums")
"""The sections of the pack that a department's own pack has, or has its part of, its briefs beside them."""

_BRIEFS = tuple(f"brief-{number}" for number in range(1, 100))


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper that may name a body: its short title and its tree."""

    title: str
    document: Document


@dataclass(frozen=True, slots=True)
class NamingPapers:
    """The papers that may name a department: the pack before a plenary, of kind `kind`, and the last report.

    They are made once of the same records: what several departments may read is often the same.
    """

    standing: PlenaryAhead
    workspace: Workspace
    kind: str
    _made: list[tuple[Records, Sequence[_Paper]]] = field(default_factory=list)

    def mentions(self, key: str) -> Iterator[Mention]:
        """Yield where the papers name a body, as made from what it may read; raises TemplateError."""
        standing = self.standing
        names = {body.id for body in lineages_of(standing.records).of(key).bodies}
        readable = for_audience(standing.records, Reader(Audience.DEPARTMENT, key, standing.number))
        issued = self._papers(standing.records)
        for own, whole in zip(self._papers(readable), issued, strict=True):
            found = tuple(namings(own.document, names, (*_WHOLE, *_BRIEFS)))
            numbered = _sections(namings(whole.document, names)) if found else {}
            for one in found:
                section = numbered.get(_bare(one.section), one.section)
                yield Mention(own.title, section, one.text, one.table)

    def _papers(self, records: Records) -> Sequence[_Paper]:
        """Return the pack and the last report, made from some of the records."""
        known = next((papers for made_of, papers in self._made if made_of == records), None)
        if known is None:
            known = [self._paper(order, records) for order in self._orders()]
            self._made.append((records, known))
        return known

    def _paper(self, order: Order, records: Records) -> _Paper:
        draft = begin_with(records, self.workspace, order, Request(order.subject))
        return _Paper(title_of(draft, "short_title"), tree_of(draft))

    def _orders(self) -> Iterator[Order]:
        yield Order(self.kind, str(self.standing.number))
        if before := day_of(self.standing.before.date):
            years = (name for name, entry in KINDS.items() if entry.subject is PaperSubject.YEAR)
            yield from (Order(name, str(before.year)) for name in years)


def _sections(found: Iterable[Naming]) -> dict[str, str]:
    """Return the sections of the paper as all officers have it, by their titles without letters and numbers.

    What a department may not read shifts letters and numbers in a paper made for it alone; it is asked to
    confirm places of the paper as issued.
    """
    return {_bare(one.section): one.section for one in found}


def _bare(section: str) -> str:
    """Return the title of a section without what numbers it: "Annex C: Register of returns", "3.1 Lamps"."""
    return re.sub(r"^(?:[\d.]+\s+|\w+\s[A-Z]:\s)", "", section)
