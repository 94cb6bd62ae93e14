"""What a kind of paper hands on: a template, its context, its charts, and what blocks a numbered edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from egci_reports.document.chart import Chart
from egci_reports.errors import Finding


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for: which paper, in which edition, with which marking."""

    subject: str
    edition: str = "draft"
    marking: str | None = None

    @property
    def is_draft(self) -> bool:
        """Whether the edition is a draft and not a numbered one."""
        return self.edition == "draft"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper before its words: everything that the template and the writers need.

    `stem` names the files ("annual-2024"). `slots` fill the titles of words.toml. `context` is what the
    template sees. `position` is the day the paper speaks of. `blocked` lists what refuses a numbered
    edition, none if nothing does.
    """

    kind: str
    stem: str
    template: str
    slots: Mapping[str, str]
    context: Mapping[str, object]
    charts: Mapping[str, Chart]
    position: date
    blocked: tuple[Finding, ...] = ()
