"""A paper ready to be copied: laid out once, with the hash of its content and what letters say of it."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.app.papers.begin import Draft
from egci_reports.app.papers.build import lay_out
from egci_reports.app.papers.order import DRAFT
from egci_reports.app.papers.receipts import content_hash
from egci_reports.distribution.names import file_name, folder_name, label_of
from egci_reports.distribution.register import InForce, Issue
from egci_reports.engine.document.nodes import Meta
from egci_reports.engine.writers.pdf.write import CopyText, Layout
from egci_reports.errors import Finding
from egci_reports.records.paper_name import paper_of


@dataclass(frozen=True)
class Master:
    """A paper before it is copied.

    `issue` says which paper, edition and content; `draft` has the words, templates and theme of its
    letters; `blocked` would refuse a numbered edition.
    """

    draft: Draft
    layout: Layout
    issue: Issue
    blocked: tuple[Finding, ...] = ()

    @property
    def meta(self) -> Meta:
        """What the paper says of itself."""
        return self.layout.document.meta

    @property
    def pages(self) -> int:
        """The number of its pages."""
        return self.layout.page_count

    @property
    def folder(self) -> str:
        """The name of the folder of its copies."""
        return folder_name(*self.issue)

    @property
    def edition(self) -> str:
        """The edition in words: Draft, Edition 1.0."""
        return self.meta.status

    def stem(self, copy: int, code: str) -> str:
        """Return how the names of a copy's files begin."""
        group = self.draft.records.group.short
        return file_name(group, self.issue.paper, label_of(self.issue.edition, self.issue.master), copy, code)

    def copy_text(self, number: int, copies: int, holder: str, in_force: InForce | None = None) -> CopyText:
        """Return what stands on each page of a copy, and the number written into its file.

        `in_force` is the issue that is in force in this one's place, if another is.
        """
        words = self.draft.word_list
        line = words(
            "distribution.copy_line", copy=number, copies=copies, edition=self.edition, holder=holder
        )
        return CopyText(line, self._notice(in_force), number=number)

    def _notice(self, in_force: InForce | None) -> str:
        """Return that another text is in force, and stays so."""
        if in_force is None:
            return ""
        words = self.draft.word_list
        day = words.language.date(in_force.day)
        if in_force.edition == DRAFT:
            return words("distribution.later_draft", date=day)
        return words("distribution.in_force", edition=in_force.edition, date=day)


def make_master(draft: Draft) -> Master:
    """Lay a paper out; raises TemplateError, and EditionRefused if something blocks its number."""
    laid_out = lay_out(draft)
    made = laid_out.layout
    edition = draft.request.edition
    paper = paper_of(draft.paper.stem, edition)
    return Master(draft, made, Issue(paper, edition, content_hash(made.save())), laid_out.blocked)
