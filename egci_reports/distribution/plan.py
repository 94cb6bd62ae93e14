"""Who gets a copy of a paper, with which number, by which channel, and who gets none and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from egci_reports.app.papers.editions import base_of
from egci_reports.distribution.entries import CopyEvent, LedgerLine
from egci_reports.distribution.issue_plan import (
    CopyHolder,
    ExcludedRecipient,
    IssueOptions,
    IssuePlan,
    PlannedCopy,
)
from egci_reports.distribution.issued import refuse_other_content
from egci_reports.distribution.master import Master
from egci_reports.distribution.names import code_of, one_line
from egci_reports.distribution.register import CopyRegister, is_open
from egci_reports.errors import EditionRefused, Finding, UsageError
from egci_reports.kinds import KINDS
from egci_reports.records.audience.reader import Audience, may_cross
from egci_reports.records.bodies import Side
from egci_reports.records.distribution import Channel, Distribution, Recipient
from egci_reports.records.records import Records


def plan_of(
    records: Records,
    register: CopyRegister,
    master: Master,
    wanted: IssueOptions,
    asked: Collection[str] | None = None,
) -> IssuePlan:
    """Return who gets what of a paper; of a call only the bodies that are asked.

    Raises UsageError (U401 no list of recipients, U405 nobody of the name to leave out), and EditionRefused
    (E603 a paper for a holder off the Hong Kong side that may not go there, E604 an edition that went out
    with other content).
    """
    listed, issue, what = listed_in(records), master.issue, _What.of(master, asked)
    refuse_other_content(register, issue)
    holders = [(recipient, _holder(recipient, listed, records)) for recipient in listed.recipients]
    _require_known(wanted.without, [holder for _, holder in holders])
    base = base_of(issue.edition)
    amended = (
        {line.entry.recipient: line for line in register.of_edition(issue.paper, base)} if base else None
    )
    what = replace(what, amended=amended)
    numbers = _numbers([h for r, h in holders if what.is_for(r, h)], register.numbers(issue.paper))
    in_force = register.in_force(issue)
    highest = max([*numbers.values(), *(line.entry.copy for line in register.holders(issue))], default=0)
    earlier = register.earlier(issue)
    copies: list[PlannedCopy] = []
    unsure: list[PlannedCopy] = []
    left_out: list[ExcludedRecipient] = []
    for recipient, holder in holders:
        line = register.line(issue, holder.key)
        reason = _reason(recipient, holder, line, what, wanted)
        if reason is not None:
            left_out.append(ExcludedRecipient(holder, reason, line, not what.is_of(recipient, holder)))
            continue
        replaces = tuple(one for one in earlier if one.entry.recipient == holder.key)
        copy = PlannedCopy(
            numbers[holder.key], highest, holder, recipient.channel, recipient.address, replaces, in_force
        )
        (unsure if line is not None and is_open(line) else copies).append(copy)
    left_out += _unlisted(what, holders, listed, records)
    left_out += _gone(what, [holder.key for _, holder in holders], records)
    _require_sides([*copies, *unsure], what)
    in_order = sorted(copies, key=lambda copy: copy.number)
    expected = frozenset(h.key for _, h in holders if h.key in numbers and not _is_without(h, wanted))
    return IssuePlan(issue, tuple(in_order), tuple(left_out), tuple(unsure), earlier, expected, in_force)


@dataclass(frozen=True, slots=True)
class _What:
    """What is copied: a kind of the list, for whom it was made, of which body the part, the marking.

    `asked` are the bodies that a call asks, or the one to which a letter is written; None if it is neither.
    `amended` are the copies, by their holders' keys, of the edition to which an addendum belongs; None if the
    paper is none. `is_example` tells that the group is made up.
    """

    kind: str
    audience: Audience
    body: str | None
    marking: str | None
    asked: Collection[str] | None
    is_letter: bool = False
    amended: Mapping[str, LedgerLine] | None = None
    is_example: bool = False

    @classmethod
    def of(cls, master: Master, asked: Collection[str] | None) -> _What:
        """Return what a master is."""
        order, body = master.draft.order, master.draft.request.holder
        kind = KINDS[order.kind].part_of or order.kind
        is_letter, is_example = KINDS[order.kind].is_letter, master.draft.records.group.example
        marking = master.meta.marking
        return cls(kind, order.audience, body, marking, asked, is_letter, is_example=is_example)

    def is_for(self, recipient: Recipient, holder: CopyHolder) -> bool:
        """Whether a recipient gets just this: of its kind, for its audience, and of its own body."""
        return self.is_of(recipient, holder) and (self.amended is None or holder.key in self.amended)

    def is_of(self, recipient: Recipient, holder: CopyHolder) -> bool:
        """Whether a recipient gets the paper, be it that it does not hold the edition an addendum is to."""
        is_asked = self.asked is None or holder.body in self.asked
        is_made = recipient.audience(self.kind, holder.side) is self.audience
        return is_made and is_asked and self.body in (None, holder.body)


def require_mailable(records: Records) -> None:
    """Raise UsageError (U419) if the group is made up: nothing that is not true goes out by mail."""
    if records.group.example:
        message = "nothing is mailed: the group is made up (data/group.yaml: example: true)"
        hint = "leave --send out; folders, zip files and drafts of messages are made, and say so on each page"
        raise UsageError(Finding("U419", message, hint=hint))


def listed_in(records: Records) -> Distribution:
    """Return the list of recipients; raises UsageError (U401) if there is none."""
    if records.distribution is None:
        hint = "what it holds: egci-report explain distribution; the shipped one is an example"
        raise UsageError(Finding("U401", "there is no list of recipients: data/distribution.yaml", hint=hint))
    return records.distribution


def _unlisted(
    what: _What, holders: Iterable[tuple[Recipient, CopyHolder]], listed: Distribution, records: Records
) -> Iterator[ExcludedRecipient]:
    """Yield the bodies that are asked for a return and that no recipient stands for."""
    known = {holder.body for recipient, holder in holders if what.is_for(recipient, holder)}
    for body in what.asked or ():
        if body not in known:
            holder = _holder(Recipient(body=body), listed, records)
            yield ExcludedRecipient(
                holder, "is to have one, and no entry of data/distribution.yaml gets it one"
            )


def _gone(what: _What, keys: Collection[str], records: Records) -> Iterator[ExcludedRecipient]:
    """Yield who holds the edition to which an addendum belongs, and is in the list no more."""
    for key, line in (what.amended or {}).items():
        if key not in keys:
            body = records.bodies.get(key.partition("/")[0])
            side = body.side if body else Side.HONG_KONG
            holder = CopyHolder(key, key.partition("/")[0], line.entry.holder, "", side)
            yield ExcludedRecipient(
                holder, "holds the edition, and is in data/distribution.yaml no more", line
            )


def _holder(recipient: Recipient, listed: Distribution, records: Records) -> CopyHolder:
    body = records.bodies[recipient.body]
    name = body.name_on(listed.as_at) or body.names[-1]
    printed = f"{recipient.post}, {name.name}" if recipient.post else str(name.name)
    code = recipient.code or code_of(name.short, str(name.name))
    return CopyHolder(recipient.key, body.id, one_line(printed), code, body.side)


def _numbers(holders: Iterable[CopyHolder], given: dict[str, int]) -> dict[str, int]:
    """Return the number of each holder's copy: the one it has already, else the lowest that is free."""
    free = _free(set(given.values()))
    return {holder.key: given[holder.key] if holder.key in given else next(free) for holder in holders}


def _free(taken: set[int]) -> Iterator[int]:
    number = 0
    while True:
        number += 1
        if number not in taken:
            yield number


def _reason(
    recipient: Recipient, holder: CopyHolder, line: LedgerLine | None, what: _What, wanted: IssueOptions
) -> str | None:
    """Return why a recipient gets nothing now; None if it does."""
    if what.is_of(recipient, holder) and not what.is_for(recipient, holder):
        return "does not hold the edition"
    if not what.is_for(recipient, holder):
        if what.is_letter and recipient.audience(what.kind, holder.side):
            return "the letter does not concern it"
        if what.asked is not None and recipient.audience(what.kind, holder.side):
            return "is not asked for a return"
        return _gets_other(recipient, holder.side, what.kind)
    if line is not None and line.entry.event is CopyEvent.ISSUED:
        return f"has it already: copy {line.entry.copy}, {line.at[:10]}"
    if _is_without(holder, wanted):
        return "left out by --without"
    unsure = line is not None and is_open(line)
    if recipient.channel is Channel.MAIL and what.is_example:
        return "gets it by mail, and nothing of a made-up example is mailed"
    if recipient.channel is Channel.MAIL and not wanted.send and not unsure:
        return "gets it by mail: add --send"
    return None


def _gets_other(recipient: Recipient, side: Side, kind: str) -> str:
    """Say what a recipient gets in place of a paper: other kinds, or the paper as made for others."""
    if audience := recipient.audience(kind, side):
        return "gets its own part of it" if audience is Audience.DEPARTMENT else f"gets the {audience} one"
    *others, last = [str(one.paper) for one in recipient.papers_on(side)] or ["no"]
    return f"gets {', '.join(others)}{' and ' if others else ''}{last} papers only"


def _is_without(holder: CopyHolder, wanted: IssueOptions) -> bool:
    return holder.body in wanted.without or holder.key in wanted.without


def _require_known(without: Iterable[str], holders: list[CopyHolder]) -> None:
    known = {key for holder in holders for key in (holder.body, holder.key)}
    for name in without:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"recipients are {', '.join(sorted(known))}"
            raise UsageError(
                Finding("U405", f"{name!r} is no recipient, so it cannot be left out", hint=hint)
            )


def _require_sides(copies: Iterable[PlannedCopy], what: _What) -> None:
    """Refuse a paper of one side, or a marked one, for anybody who is not of the Hong Kong side."""
    others = [copy.holder for copy in copies if copy.holder.side is not Side.HONG_KONG]
    if others and not may_cross(what.audience, what.marking):
        paper = f"marked {what.marking}" if what.marking else f"for {what.audience} readers"
        raise EditionRefused(
            *(
                Finding(
                    "E603",
                    f"the {what.kind} paper {paper} cannot go to {holder.printed}, off the Hong Kong side",
                    hint=f"leave it out (--without {holder.body}), or narrow it with --for internal",
                )
                for holder in others
            )
        )
