"""Issues the copies of an edition, each once: a line of the ledger for each, then the manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from egci_reports.distribution.delivery import deliver, files_of
from egci_reports.distribution.entries import CopyEvent, LedgerEntry, LedgerLine
from egci_reports.distribution.issuance import Issuance
from egci_reports.distribution.issue_plan import ExcludedRecipient, IssueOptions, IssuePlan, PlannedCopy
from egci_reports.distribution.ledger import Clock, Ledger, open_ledger, utc_now
from egci_reports.distribution.mail import DeliveryUnknown, NotSent, Outbox, Server
from egci_reports.distribution.manifest import write_manifest
from egci_reports.distribution.names import one_line
from egci_reports.distribution.packing import CopyFiles, mail_message, message_id
from egci_reports.distribution.plan import require_mailable
from egci_reports.distribution.register import CopyRegister
from egci_reports.errors import Finding, UsageError
from egci_reports.records.audience.reader import may_cross
from egci_reports.records.bodies import Side
from egci_reports.records.distribution import Channel
from egci_reports.writing import write_together

Ask = Callable[[PlannedCopy, LedgerLine], bool | None]
"""Asks whether a message of unknown fate has arrived; None if nobody knows."""

ARRIVED = "said to have arrived"
NOT_ARRIVED = "said not to have arrived"


@dataclass(frozen=True, slots=True)
class CopyOutcome:
    """A copy and what became of it: where its files are (none for mail), or why it was not delivered."""

    copy: PlannedCopy
    line: LedgerLine
    paths: tuple[Path, ...] = ()


@dataclass
class IssueOutcome:
    """What a run did.

    `untried` are copies to be mailed when there was no server, or none any more (`lost_server`).
    """

    issued: list[CopyOutcome] = field(default_factory=list)
    failed: list[CopyOutcome] = field(default_factory=list)
    unknown: list[CopyOutcome] = field(default_factory=list)
    untried: list[PlannedCopy] = field(default_factory=list)
    lost_server: bool = False
    left_out: tuple[ExcludedRecipient, ...] = ()
    notes: tuple[Path, ...] = ()
    manifest: tuple[Path, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every copy that was to go out is known to be out."""
        return not (self.failed or self.unknown or self.untried)


def issue_all(
    issuances: Sequence[Issuance],
    wanted: IssueOptions,
    server: Server | None = None,
    *,
    ask: Ask = lambda _copy, _line: None,
    tell: Callable[[CopyOutcome], None] = lambda _done: None,
    clock: Clock = utc_now,
) -> list[IssueOutcome]:
    """Give out all copies of papers that are not out yet, and write the manifest of each.

    A copy of which it is not known whether it arrived is asked about, and never sent again without an
    answer. `tell` hears of each copy. Raises what `plan_all` raises, WriteError if the ledger or a file
    cannot be written (what is out by then stands in the ledger), and UsageError where mail needs a server
    (U404), or the group is made up (U419).
    """
    if server is not None:
        require_mailable(issuances[0].records)
    with open_ledger(issuances[0].data, issuances[0].heads, clock) as ledger, closing(_Mail(server)) as mail:
        register = CopyRegister.of(ledger.lines)
        plans = [one.plan(register, wanted) for one in issuances]
        if server is None and any(copy.channel is Channel.MAIL for plan in plans for copy in plan.copies):
            raise UsageError(Finding("U404", "no mail server is named", hint="name it with --server"))
        for issuance, plan in zip(issuances, plans, strict=True):
            issuance.see(plan)
        for issuance, plan in zip(issuances, plans, strict=True):
            if plan.copies:
                issuance.keep()
        return [
            _Run(issuance, ledger, mail, tell, clock, IssueOutcome(left_out=plan.left_out)).whole(plan, ask)
            for issuance, plan in zip(issuances, plans, strict=True)
        ]


@dataclass
class _Run:
    issuance: Issuance
    ledger: Ledger
    mail: _Mail
    tell: Callable[[CopyOutcome], None]
    clock: Clock
    outcome: IssueOutcome

    def whole(self, plan: IssuePlan, ask: Ask) -> IssueOutcome:
        """Give out all copies of one paper, and write what tells of them."""
        self.copies(sorted((*plan.copies, *self.settle(plan, ask)), key=lambda copy: copy.number))
        if plan.issue in CopyRegister.of(self.ledger.lines).issues(plan.issue.paper):
            # Also where nothing was left to issue: the run before may have ended between the two
            self.outcome.notes = _notes(self.issuance, plan, self.ledger)
            letters, lines = self.issuance.letters, self.ledger.lines
            self.outcome.manifest = write_manifest(self.issuance.folder, letters, lines)
        return self.outcome

    def settle(self, plan: IssuePlan, ask: Ask) -> Iterator[PlannedCopy]:
        """Ask about each copy of unknown fate; yield those that did not arrive, to be sent again."""
        register = CopyRegister.of(self.ledger.lines)
        for copy in plan.open:
            line = register.line(plan.issue, copy.holder.key)
            if line is None:
                continue
            arrived = ask(copy, line)
            if arrived is None:
                self.outcome.unknown.append(CopyOutcome(copy, line))
            elif arrived:
                entry = _with(line.entry, CopyEvent.ISSUED, ARRIVED)
                self.note(self.outcome.issued, copy, entry)
            else:
                self.ledger.append(_with(line.entry, CopyEvent.FAILED, NOT_ARRIVED))
                yield copy

    def copies(self, copies: list[PlannedCopy]) -> None:
        """Deliver copies, one after the other."""
        for copy in copies:
            if copy.channel is not Channel.MAIL:
                self._file(copy)
            elif self.mail.is_lost or self.mail.server is None:
                self.outcome.untried.append(copy)
                self.outcome.lost_server = self.mail.is_lost
            else:
                self.mail.send(self, copy)
                self.outcome.lost_server = self.mail.is_lost

    def _file(self, copy: PlannedCopy) -> None:
        files = self.issuance.make(copy)
        paths = deliver(self.issuance.folder, files_of(copy.channel, files, copy.address))
        self.note(self.outcome.issued, copy, self.entry(copy, files, CopyEvent.ISSUED), paths)

    def note(
        self, where: list[CopyOutcome], copy: PlannedCopy, entry: LedgerEntry, paths: tuple[Path, ...] = ()
    ) -> None:
        """Write a line about a copy, and tell of it."""
        done = CopyOutcome(copy, self.ledger.append(entry), paths)
        where.append(done)
        self.tell(done)

    def entry(self, copy: PlannedCopy, files: CopyFiles, event: CopyEvent, message: str = "") -> LedgerEntry:
        """Return the entry about a copy."""
        master, holder = self.issuance.master, copy.holder
        return LedgerEntry(
            event,
            *master.issue,
            copy.number,
            copy.copies,
            holder.key,
            holder.printed,
            copy.channel.value,
            files.name,
            files.sha256,
            master.pages,
            message,
        )


class _Mail:
    """The mail of one command."""

    def __init__(self, server: Server | None) -> None:
        self.server = server
        self._outbox = Outbox(server) if server else None
        self.is_lost = False

    def send(self, run: _Run, copy: PlannedCopy) -> None:
        """Send a copy: the ledger knows of it before its last line leaves, and what became of it after."""
        outbox, server = self._outbox, self.server
        if outbox is None or server is None or copy.address is None:
            raise ValueError("mail needs a server and an address, and the plan saw to both")
        files = run.issuance.make(copy)
        content = mail_message(files, server.sender, copy.address, run.clock())
        sending = run.entry(copy, files, CopyEvent.SENDING, message_id(files, server.sender))
        try:
            outbox.offer(content, copy.address)
            run.ledger.append(sending)
            reply = outbox.hand_over()
        except NotSent as error:
            self.is_lost = error.is_lost
            run.note(run.outcome.failed, copy, _with(sending, CopyEvent.FAILED, str(error)))
        except DeliveryUnknown as error:
            self.is_lost = True
            run.note(run.outcome.unknown, copy, _with(sending, CopyEvent.UNKNOWN, str(error)))
        else:
            run.note(run.outcome.issued, copy, _with(sending, CopyEvent.ISSUED, reply))

    def close(self) -> None:
        """Take leave of the server."""
        if self._outbox is not None:
            self._outbox.leave()


def _with(entry: LedgerEntry, event: CopyEvent, result: str) -> LedgerEntry:
    return replace(entry, event=event, result=one_line(result))


def _may_be_told(issuance: Issuance, old: LedgerLine) -> bool:
    """Whether a holder may have a note about the paper: what stays here is not spoken of there."""
    body = issuance.records.bodies.get(old.entry.recipient.partition("/")[0])
    master = issuance.master
    if may_cross(master.draft.order.audience, master.meta.marking):
        return True
    return body is not None and body.side is Side.HONG_KONG


def _notes(issuance: Issuance, plan: IssuePlan, ledger: Ledger) -> tuple[Path, ...]:
    """Write the notes to the holders of copies that are superseded now; return where."""
    register = CopyRegister.of(ledger.lines)
    files: dict[Path, bytes] = {}
    for old in filter(partial(_may_be_told, issuance), plan.earlier):
        line = register.line(plan.issue, old.entry.recipient)
        new = line.entry if line is not None and line.entry.event is CopyEvent.ISSUED else None
        note = issuance.letters.supersession(old.entry, new, is_listed=old.entry.recipient in plan.expected)
        stem = f"{old.entry.file.removesuffix('.pdf')}_superseded"
        files |= {issuance.folder / f"{stem}{suffix}": content for suffix, content in note.items()}
    write_together(files)
    return tuple(files)
