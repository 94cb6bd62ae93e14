"""Looks at the draft of a paper without making it: what it would be told, and what no reader may meet."""

from __future__ import annotations

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.compose import compose
from egci_reports.app.papers.order import Order
from egci_reports.errors import Finding, TemplateError
from egci_reports.records.paper_name import PaperName
from egci_reports.workspace import Workspace


def look_at(workspace: Workspace, paper: PaperName) -> tuple[Finding, ...]:
    """Return what the draft of a paper is told, errors of its templates among it.

    Raises RecordsError where the records are wrong, and UsageError where there is no such paper.
    """
    order = Order(paper.kind, paper.subject, as_of=paper.as_of, audience=paper.audience)
    try:
        return compose(begin(workspace, order)).warnings
    except TemplateError as error:
        return error.findings
