"""Where copies are made: a paper laid out, its letters, its recipients, and the places to write to."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from egci_reports.app.papers.kept import KeptWords, dump_words, kept_words, words_path
from egci_reports.distribution.audit import LedgerHead, heads_in
from egci_reports.distribution.issue_plan import IssueOptions, IssuePlan, PlannedCopy
from egci_reports.distribution.ledger import read_ledger
from egci_reports.distribution.letters import Letters
from egci_reports.distribution.master import Master
from egci_reports.distribution.packing import CopyFiles
from egci_reports.distribution.plan import plan_of
from egci_reports.distribution.register import CopyRegister
from egci_reports.engine.writers.pdf.write import CopyText
from egci_reports.files import may_be_there
from egci_reports.kinds import KINDS
from egci_reports.records.records import Records
from egci_reports.writing import write_atomically


@dataclass(frozen=True)
class Issuance:
    """All that copies of one paper are made from, and where they go.

    `data` holds the ledger; `out` the folders of editions; `forms` what goes with a call, by the body asked.
    """

    letters: Letters
    records: Records
    data: Path
    out: Path
    forms: Mapping[str, bytes] | None = None

    @property
    def master(self) -> Master:
        """The paper."""
        return self.letters.master

    @property
    def folder(self) -> Path:
        """Where the copies of this edition go."""
        return self.out / self.master.folder

    @property
    def heads(self) -> tuple[LedgerHead, ...]:
        """What earlier manifests say of the ledger."""
        return heads_in(self.out)

    def name(self, copy: PlannedCopy) -> str:
        """Return the name of a copy's PDF."""
        return f"{self.master.stem(copy.number, copy.holder.code)}.pdf"

    def make(self, copy: PlannedCopy) -> CopyFiles:
        """Return a copy with its letters; raises TemplateError if it cannot be written."""
        name = self.name(copy)
        text = self._text(copy)
        memo_name = f"{name.removesuffix('.pdf')}_memo.pdf"
        memo, message = self.letters.memo(copy, name), self.letters.message(copy, name)
        form = self.forms[copy.holder.body] if self.forms is not None else None
        return CopyFiles(name, self.master.layout.save(text), memo_name, memo, message, form)

    def _text(self, copy: PlannedCopy) -> CopyText:
        return self.master.copy_text(copy.number, copy.copies, copy.holder.printed, copy.in_force)

    def plan(self, register: CopyRegister, wanted: IssueOptions) -> IssuePlan:
        """Return who gets what; raises what `plan_of` raises."""
        return plan_of(self.records, register, self.master, wanted, self._asked)

    @property
    def _asked(self) -> Collection[str] | None:
        """The bodies to which the paper is written; None if it goes to whoever the list names for it."""
        request = self.master.draft.request
        if KINDS[self.master.draft.order.kind].is_letter and request.holder is not None:
            return (request.holder,)
        return self.forms

    def keep(self) -> None:
        """Keep what a numbered edition says, if that is not kept yet; raises WriteError."""
        path = words_path(self.out.parent, self._stem)
        if self._words is not None and not may_be_there(path):
            write_atomically(path, dump_words(self._words))

    @cached_property
    def _words(self) -> KeptWords | None:
        """What the edition says; None of a draft."""
        made = self.master.layout
        return None if self.master.draft.request.is_draft else kept_words(made.document, made.pages)

    @property
    def _stem(self) -> str:
        return f"{self.master.issue.paper}-{self.master.issue.edition}"

    def see(self, plan: IssuePlan) -> None:
        """Make all letters of a plan and look at all that copies will say; raises TemplateError.

        After this no copy fails for what its holder is called.
        """
        for copy in (*plan.copies, *plan.open):
            self.master.layout.see(self._text(copy))
            self.letters.memo(copy, self.name(copy))
            self.letters.message(copy, self.name(copy))


def plan_all(issuances: Sequence[Issuance], wanted: IssueOptions) -> list[IssuePlan]:
    """Return what would be done, having tried all but the writing; writes nothing.

    Raises UsageError, EditionRefused, TemplateError, and VerificationError if the ledger is not as written.
    """
    register = CopyRegister.of(read_ledger(issuances[0].data, issuances[0].heads))
    plans = [one.plan(register, wanted) for one in issuances]
    for one, made in zip(issuances, plans, strict=True):
        one.see(made)
    return plans
