"""Begins the record of a plenary: a file with what can be proposed, and comments that tell the rest."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from egci_reports.app.keeping.carried import plan_lines, recipient_lines, recipients_note
from egci_reports.app.reading.sheets.words import name_on, ordinal
from egci_reports.app.records import records_of
from egci_reports.errors import Finding, UsageError
from egci_reports.files import may_be_there
from egci_reports.records.areas import Area
from egci_reports.records.bodies import Body
from egci_reports.records.facts import Disputed, Stated, Unstated, settled, values
from egci_reports.records.grades import SourceGrade
from egci_reports.records.meetings import Delegation, Meeting
from egci_reports.records.records import Records
from egci_reports.records.yaml_text import parse_yaml
from egci_reports.workspace import Workspace
from egci_reports.writing import write_atomically

_GRADES = ", ".join(SourceGrade)
"""What the words of an item can rest on; the first where nothing is said."""

_MORE_OF_BODIES = (
    "  #   - {body: ID, printed: ...}  # where the source prints another name",
    "  # others: [ids]  # who takes part and is no department: institutes, companies, associations",
    "  # hedge: ...     # words of the source that leave the list open: including",
    "  # open_because: ...  # why the list may not be whole, in your words: our copy breaks off",
    f"  # grade: ...     # one of: {_GRADES}",
    "  # With sources of its own: value: {bodies: [ids], hedge: ...}, and under it sources: [ids]",
    "  # A body that is not on record: egci-report new body NAME --side ... --kind ...",
)
"""What a list of bodies can have besides, for both sides."""


@dataclass(frozen=True, slots=True)
class BegunMeeting:
    """The file that was written, the number of the plenary, and the fields that were proposed.

    `recipients` says as at which day the list of recipients is, which is to be confirmed.
    """

    path: Path
    number: int
    proposed: tuple[str, ...]
    recipients: str | None = None


def begin_meeting(workspace: Workspace, number: int | None = None) -> BegunMeeting:
    """Write data/meetings/NN.yaml for the next plenary, or for a number missing before it.

    Raises UsageError without a workspace, for a plenary that is on record, and for a number that skips one;
    RecordsError where the records it would build on are wrong.
    """
    data = workspace.writable_data()
    records = records_of(workspace)
    number = _number(records, number)
    path = data / "meetings" / f"{number:02d}.yaml"
    if may_be_there(path):
        raise UsageError(
            Finding("U311", f"{path.name} exists already", hint="open it, or take it away first")
        )
    draft = _Draft(records, number)
    text = draft.text()
    write_atomically(path, text.encode())
    return BegunMeeting(path, number, tuple(draft.proposed), recipients_note(records, number))


def meeting_draft(records: Records, number: int) -> dict[str, Any]:
    """Return what the record of a plenary that is not on file begins with; raises UsageError (U312)."""
    data = parse_yaml(_Draft(records, _number(records, number)).text(), "").data
    if not isinstance(data, dict):
        raise TypeError("the record of a plenary is no mapping")
    return data


def _number(records: Records, number: int | None) -> int:
    following = max((meeting.number for meeting in records.meetings), default=0) + 1
    if number is None:
        return following
    if records.meeting(number) is not None:
        hint = f"the next is {following}: egci-report new meeting"
        raise UsageError(Finding("U311", f"plenary {number} is on record already", hint=hint))
    if not 1 <= number <= following:
        hint = f"the next is {following}: egci-report new meeting"
        raise UsageError(
            Finding("U312", f"plenary {number} cannot be begun before those that precede it", hint=hint)
        )
    return number


class _Draft:
    """Composes the file; `proposed` gathers the names of the fields that hold a proposal."""

    def __init__(self, records: Records, number: int) -> None:
        self.records = records
        self.number = number
        earlier = [meeting for meeting in records.meetings if meeting.number < number]
        self.last: Meeting | None = earlier[-1] if earlier else None
        self.proposed: list[str] = []

    def text(self) -> str:
        """Return the file, valid as it stands."""
        body = "\n".join(
            [
                *self._occasion(),
                *self._periods(),
                *self._convenors(),
                *self._bodies("hong_kong", "Hong Kong"),
                *self._bodies("guangdong", "Guangdong"),
                *self._outcome(),
                *self._areas(),
                *plan_lines(self.records, self.last),
                "## The sources of the whole entry, the main one first; what another has names its own.",
                f"sources: [{self.records.group.default_source}]  # ids; a new one: egci-report new source",
            ]
        )
        return f"{self._head()}{body}\n"

    def _head(self) -> str:
        fields = f"proposed: [{', '.join(self.proposed)}]\n" if self.proposed else ""
        return (
            "# yaml-language-server: $schema=../schema/meeting.json\n\n"
            f"# The {ordinal(self.number)} Plenary Meeting, begun by 'egci-report new meeting'.\n"
            "# 1. Put the words of the source in place of each {unstated: not-recorded}. Where the sources\n"
            "#    do not say, leave it, or write why: not-stated, not-seen, not-noted, no-list, open-list.\n"
            "# 2. Fields named under 'proposed' are guesses from the plenary before. Mend each, or leave it\n"
            "#    if the source confirms it, and take its name out of 'proposed'.\n"
            "# 3. When the plenary has met and 'proposed' is empty, take both lines out: status, proposed.\n"
            "# 4. Is a name on record? egci-report show NAME; all of them: egci-report list bodies.\n"
            "# 5. Run: egci-report check. Take out the comments that you no longer need.\n"
            f"{''.join(f'{line}{chr(10)}' for line in recipient_lines(self.records))}\n"
            f"number: {self.number}\nstatus: planned\n{fields}"
        )

    def _propose(self, field: str) -> None:
        if field not in self.proposed:
            self.proposed.append(field)

    def _occasion(self) -> list[str]:
        lines = [
            "date: {unstated: not-recorded}  # YYYY-MM-DD",
            "mode: in-person  # or: video-conference, without venue",
        ]
        city = self._city()
        if city is None:
            return [*lines, "venue: {unstated: not-recorded}  # {city: ..., site: ...}"]
        self._propose("venue")
        last = self.last.venue if self.last else None
        undecided = isinstance(last, Disputed) and last.decision is None
        doubt = (
            f"; the venue of the {ordinal(self.last.number)} is in dispute" if undecided and self.last else ""
        )
        return [
            *lines,
            f"venue: {{city: {_scalar(city)}}}  # by turns{doubt}; site: ... if the source names one",
        ]

    def _city(self) -> str | None:
        """Return the city where the side whose turn it is hosted last."""
        group = self.records.group
        host = group.host_of(self.number)
        venues = [settled(meeting.venue) for meeting in self.records.meetings if meeting.venue]
        cities = [venue.city for venue in venues if venue and group.cities.get(venue.city) is host]
        return cities[-1] if cities else group.host_city(self.number)

    def _periods(self) -> list[str]:
        planned = settled(self.last.planned) if self.last else None
        following = next_period(planned) if planned else None
        return [
            self._period("reviewed", planned if following else None),
            self._period("planned", following),
        ]

    def _period(self, field: str, value: str | None) -> str:
        if value is None:
            return f"{field}: {{unstated: not-recorded}}  # the period as printed: 2024-25"
        self._propose(field)
        return f"{field}: {value}  # as printed"

    def _convenors(self) -> list[str]:
        people = (
            [convenor.person for group in values(self.last.convenors) for convenor in group]
            if self.last
            else []
        )
        examples = [f"#   - {{person: {person}, verb: ...}}" for person in people or ["..."]]
        return [
            "convenors: {unstated: not-recorded}  # who led, each with the source's verb, if it gives one:",
            *examples,
            "#   Add the day under 'seen' of the person's post in people.yaml. Somebody not there yet:",
            "#   egci-report new person NAME --side ...  (with Mr, Ms, Dr only if the source has it)",
        ]

    def _bodies(self, field: str, side: str) -> list[str]:
        bodies = list(self._present(getattr(self.last, field))) if self.last else []
        if not bodies:
            return [
                f"{field}: {{unstated: not-recorded}}  # bodies: [ids], or no-list if it lists none",
                *_MORE_OF_BODIES,
            ]
        self._propose(field)
        lines = [f"{field}:  # those listed last time; {side} bodies in the order of the source", "  bodies:"]
        return [*lines, *(f"    - {body.id}  # {name_on(body, None)}" for body in bodies), *_MORE_OF_BODIES]

    def _present(self, fact: Stated[Delegation] | Disputed[Delegation] | Unstated) -> Iterable[Body]:
        """Yield the bodies of a list, each as what continues it today."""
        delegation = settled(fact)
        for listed in delegation.bodies if delegation else ():
            body = self.records.bodies[listed.body]
            yield self._successor(body)

    def _successor(self, body: Body) -> Body:
        heirs = [other for other in self.records.bodies.values() if other.principal == body.id]
        return self._successor(heirs[0]) if body.dissolved and heirs else body

    def _outcome(self) -> list[str]:
        return [
            "outcome: {unstated: not-recorded}  # not seen or noted: {unstated: not-seen, note: why}",
            "#   reviewed: ...  # its words on the review, from the verb on: reviewed the progress",
            "#   verb: ...      # its verb on the plan: endorsed, agreed to set",
            "#   words: ...     # the whole phrase, its verb in it: endorsed the work plan in five areas",
            f"#   grade: ...     # in a report or paraphrase only, no quotation: one of {_GRADES}",
        ]

    def _areas(self) -> list[str]:
        last = settled(self.last.areas.listed) if self.last else None
        return [
            "areas:",
            "  listed: {unstated: not-recorded}",
            "#   said: ...  # the number of areas, if the text states one",
            "#   # hedge: ...     # its words that leave the list open, with closed: false",
            "#   listed:    # in the words of the year, to be typed in; an area goes on by its thread:",
            *(f"#     {line}" for area in last or () for line in _area(area)),
            "#       # verb: true      # if the wording opens with one: promoting, deepening",
            "#       # sources: [ids]  # of this area alone, where others than those of the file have it",
            f"#       # grade: ...      # one of: {_GRADES}",
            "#       # Words that break off end in …; a plain thread says that the words are the same,",
            "#       # which those of a translation are not: {thread: ID, grade: judged, reason: ...}.",
        ]


def _area(area: Area) -> list[str]:
    threads = ", ".join(join.thread for join in area.threads)
    return [f"- wording: ...  # last time: {area.wording}", f"  threads: [{threads}]"]


def _scalar(text: str) -> str:
    """Return a text as YAML on one line, in quotation marks only where it needs them."""
    return yaml.safe_dump(text, allow_unicode=True, width=sys.maxsize).splitlines()[0]


def next_period(period: str) -> str | None:
    """Return the period after one such as 2024 or 2024-25; None for any other form."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", period)
    if match is None:
        return None
    year = int(match.group(1)) + 1
    return f"{year}-{(year + 1) % 100:02d}" if match.group(2) else str(year)
