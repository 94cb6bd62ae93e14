"""Officers' own texts for a paper, by section, each with the address by which it is known in the paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from egci_reports.records.papers import OwnText
from egci_reports.records.records import Records


@dataclass(frozen=True, slots=True)
class OfficersText:
    """An officer's own text for a paper, and its address, which the template puts into the tree."""

    own: OwnText
    about: str

    @property
    def section(self) -> str:
        """The section that it is for."""
        return self.own.section


def officers_texts(records: Records, paper: str) -> tuple[OfficersText, ...]:
    """Return the texts for the paper of a name (annual-2024) in the order in which they are recorded."""
    own = records.papers.get(paper)
    return tuple(
        OfficersText(one, f"papers/{paper}#texts/{index}")
        for index, one in enumerate(own.texts if own else ())
    )


def by_section(texts: tuple[OfficersText, ...]) -> Mapping[str, tuple[OfficersText, ...]]:
    """Return texts by the section that each is for."""
    in_order = sorted(texts, key=lambda text: text.section)
    return {section: tuple(each) for section, each in groupby(in_order, key=lambda text: text.section)}
