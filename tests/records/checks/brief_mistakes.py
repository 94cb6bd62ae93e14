"""The mistakes planted in officers' words for a pack: each is told of once, at its place."""

# A table: one mistake a line, however long.
# ruff: noqa: E501, N817
# fmt: off

from __future__ import annotations

from dataclasses import dataclass

from tests.records.checks.planting import Mistake
from tests.records.checks.planting import Mistake as M

PACK = "briefs/04/pack.yaml"
BRIEF = "briefs/04/brief-1.yaml"
_TWO = "briefs/04/brief-2.yaml"
_NOTES_FILE = "annexes/04/notes.pdf"
_REPORT = "annexes/04/report-2012.pdf"
_STEERING = "due: 2013-04-24\n  author: The Made-up Secretary\n  date: 2013-04-23\n"
_CLOSING = "  en: MARKER-CLOSING Thank you, Director. We leave with one number, one payer and two areas.\n"
_BY = "cleared: {by: The Made-up Signal Master, on: 2013-04-25, fingerprint:"
_OPENING_CLEARED, _CLOSING_CLEARED = f"{_BY} f1bb994d9894}}\n", f"{_BY} f37ebb5c3d0a}}\n"
_PRESS_CLEARED = f"{_BY} 8b238dbcfb26}}\n"
_NOTES = "{title: Made-up notes of the 3rd Plenary Meeting, file: notes.pdf, date: 2012-05-09}"
_LONG = " ".join(["word"] * 31)
_TALK = " ".join(["word"] * 451)


@dataclass(frozen=True)
class Moved:
    """A mistake whose files are moved after it was planted, each from and to a place in the data folder."""

    mistake: Mistake
    moves: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return self.mistake.name


BRIEF_MISTAKES = (
    M("a marking that is none", PACK, "plenary: 4\n", "plenary: 4\nmarking: HARMLESS\n", "C295", "HARMLESS"),
    M("a part without author and date", PACK, _STEERING, "due: 2013-04-24\n", "C430", "expected_from"),
    M("a part without author", PACK, _STEERING, "due: 2013-04-24\n  date: 2013-04-23\n", "C430", "expected_from"),
    M("a brief without date", _TWO, "date: 2013-04-22\n", "", "C430", "plenary: 4"),
    M("a further part that nobody signed", PACK, f"Lines for the press\n    author: The Made-up Secretary\n    date: 2013-04-23\n    {_PRESS_CLEARED}", "Lines for the press\n", "C430", "title: Lines"),
    M("a part cleared with nothing in it", PACK, _CLOSING, "", "C431", "{by: The Made-up Signal Master, on: 2013-04-25, fingerprint: f37ebb5c3d0a}\nforums"),
    M("a part cleared that is only expected", PACK, f"closing:\n  author: The Made-up Secretary\n  date: 2013-04-23\n  {_CLOSING_CLEARED}{_CLOSING}", f"closing:\n  expected_from: The Made-up Secretary\n  due: 2013-04-24\n  {_CLOSING_CLEARED}", "C431", "{by: The Made-up Signal Master"),
    M("a brief cleared before it was written", _TWO, "on: 2013-04-25", "on: 2013-04-21", "C431", "2013-04-21"),
    M("a part cleared before it was written", PACK, f"opening:\n  author: The Made-up Secretary\n  date: 2013-04-23\n  {_OPENING_CLEARED}", f"opening:\n  author: The Made-up Secretary\n  date: 2013-04-26\n  {_OPENING_CLEARED}", "C431", "2013-04-25"),
    M("an assessment of the day after the brief", BRIEF, "on: 2013-04-17", "on: 2013-04-23", "C432", "2013-04-23"),
    M("a brief of the day before its assessment", _TWO, "date: 2013-04-22", "date: 2013-04-09", "C432", "2013-04-10"),
    M("an annex listed twice", PACK, _NOTES, f"{_NOTES}\n  - {_NOTES}", "C435", "notes.pdf, date: 2012-05-09}\n  - title"),
    M("an annex listed twice, under two titles", PACK, _NOTES, f"{_NOTES}\n  - {{title: Made-up report, file: report-2012.pdf}}", "C435", "report-2012.pdf\n"),
    M("an untagged annex said to be validated", PACK, "file: notes.pdf, date: 2012-05-09", "file: notes.pdf, validated: {by: the tests, on: 2013-04-22}", "C436", "{by: the tests"),
    M("a delegate who is a person and a name", PACK, "person: ada-made-up", "name: Ms Ada Made-Up, person: ada-made-up", "C437", "Ms Ada Made-Up, person"),
    M("a delegate who is nobody", PACK, "{body: made-up-delta-department, name: Ms Fay Made-Up, post: Keeper of Buoys}", "{body: made-up-delta-department}", "C437", "made-up-delta-department}"),
    M("a delegate with a role alone", PACK, "name: Ms Dora Made-Up, post: Interpreter, ", "", "C437", "made-up-signal-office, role"),
    M("a line of the run-down that stands too late", PACK, '"10:15"', '"09:15"', "C438", '"09:15"'),
    M("a line of the run-down that stands too early", PACK, '"10:45"', '"11:45"', "C438", '"11:30"'),
    M("a run-down out of order around a line without time", PACK, '    - {time: "12:00"', '    - {item: Lunch}\n    - {time: "11:00"', "C438", '"11:00"'),
    M("a point of more than a breath", BRIEF, "The fifth lamp needs glass.", f"The fifth lamp needs glass. {_LONG}.", "C314", "The fifth lamp needs"),
    M("a point without a stop", _TWO, "The counts differ by one. We propose to take the higher.", _LONG, "C314", "word"),
    M("remarks in English that are too long", PACK, "MARKER-CLOSING Thank you", f"{_TALK} Thank you", "C315", "word"),
    M("remarks in Chinese that are too long", PACK, "    各位，歡迎來到虛構的燈塔大廳。\n", f"    {'燈' * 751}\n", "C315", "|\n    燈"),
    M("a brief for another plenary than its folder's", BRIEF, "plenary: 4", "plenary: 3", "R115", "3"),
    M("a pack for another plenary than its folder's", PACK, "plenary: 4", "plenary: 3", "R115", "3"),
    M("a brief on another area than its file's", BRIEF, "area: 1", "area: 2", "R115", "2"),
    M("a misspelt field of a brief", BRIEF, "line_to_take", "line_to_tak", "R102", "line_to_tak"),
    M("a misspelt part of a pack", PACK, "run_down:", "rundown:", "R102", "rundown"),
    M("a misspelt field of a part", PACK, "objectives:", "objektives:", "R102", "objektives"),
    M("a misspelt field of a point", _TWO, "{by: MDB, say: The counts", "{by: MDB, says: The counts", "R102", "says"),
    M("a brief without its area", _TWO, "area: 2\n", "", "R103", "plenary: 4"),
    M("an assessment without its basis", _TWO, "  basis: Letter of 2 April 2013\n", "", "R103", "text: MARKER-DEVELOPMENT-POSITION"),
    M("a clearance without its day", _TWO, "{by: The Made-up Signal Master, on: 2013-04-25, ", "{by: The Made-up Signal Master, ", "R103", "{by: The Made-up Signal Master"),
    M("a fingerprint that is none", _TWO, "2ea77b872440", "by hand", "R107", "by hand"),
    M("a brief changed after its clearance", _TWO, "One buoy was lent out", "Two buoys were lent out", "C316", "{by: The Made-up Signal Master"),
    M("a part changed after its clearance", PACK, "We leave with one number", "We leave with two numbers", "C316", "{by: The Made-up Signal Master, on: 2013-04-25, fingerprint: f37ebb5c3d0a"),
    M("a brief cleared by hand", _TWO, ", fingerprint: 2ea77b872440", "", "C317", "{by: The Made-up Signal"),
    M("a further part cleared by hand", PACK, ", fingerprint: 8b238dbcfb26", "", "C317", "{by: The Made-up Signal Master, on: 2013-04-25}"),
    M("an annex without its title", PACK, "title: Made-up report of the year 2012\n    ", "", "R103", "file: report"),
    M("a confidence that is none", BRIEF, "confidence: medium", "confidence: fair", "R104", "fair"),
    M("a role that is none", PACK, "role: interpreter", "role: translator", "R104", "translator"),
    M("a likelihood that is none", BRIEF, "raised: certain", "raised: surely", "R104", "surely"),
    M("a due date in words", PACK, "due: 2013-04-24", "due: 24 April 2013", "R105", "24 April"),
    M("an assessment of a month", _TWO, "on: 2013-04-10", "on: 2013-04", "R105", "2013-04\n"),
    M("a time with three figures", PACK, '"09:45"', '"9:45"', "R107", '"9:45"'),
    M("a time of no clock", PACK, '"12:00"', '"24:00"', "R107", '"24:00"'),
    M("an annex in another folder", PACK, "file: notes.pdf", "file: ../03/notes.pdf", "R107", "../03"),
    M("an annex that is no PDF by its name", PACK, "file: notes.pdf", "file: notes.docx", "R107", "notes.docx"),
    M("an unknown body that leads a brief", BRIEF, "lead: made-up-signal-office", "lead: signal-office", "C201", "signal-office"),
    M("an unknown body that leads an item of the agenda", PACK, "area: 2, lead: made-up-development-bureau", "area: 2, lead: development-bureau", "C201", "development-bureau"),
    M("an agenda item on an area after the last", PACK, "area: 2, lead: made-up-development", "area: 9, lead: made-up-development", "C434", "9, lead"),
    M("a line of the run-down on an area after the last", PACK, "who: Made-up Signal Office, area: 1", "who: Made-up Signal Office, area: 7", "C434", "7}"),
    M("a delegate of a body on neither side", PACK, "{body: made-up-pier-office, name", "{body: made-up-conference, name", "C222", "made-up-conference"),
    M("a brief led by the other side", BRIEF, "lead: made-up-signal-office", "lead: made-up-delta-department", "C222", "made-up-delta-department"),
    M("a delegate of a body that is no more", PACK, "{body: made-up-pier-office, name", "{body: made-up-light-office, name", "C220", "made-up-light-office"),
    M("an agenda item led by a body that is no more", PACK, "area: 1, lead: made-up-signal-office", "area: 1, lead: made-up-light-office", "C220", "made-up-light-office"),
    M("too many objectives", PACK, "  objectives:\n", "  objectives:\n" + "    - One more.\n" * 4, "R109", "- One more."),
    M("an unknown body in a delegation", PACK, "{body: made-up-pier-office", "{body: pier-office", "C201", "pier-office"),
    M("an unknown body in a forum", PACK, "bodies: [made-up-pier-office]", "bodies: [pier-office]", "C201", "pier-office]"),
    M("an unknown person in a delegation", PACK, "person: ada-made-up", "person: ada-made", "C201", "ada-made"),
)
"""Mistakes that bring one finding each."""

MOVED_MISTAKES = (
    Moved(M("a brief for a plenary beyond the next", BRIEF, "plenary: 4", "plenary: 6", "C433", "6", "briefs/06/brief-1.yaml"), ((BRIEF, "briefs/06/brief-1.yaml"),)),
    Moved(M("a brief for the first plenary", BRIEF, "plenary: 4", "plenary: 1", "C433", "1", "briefs/01/brief-1.yaml"), ((BRIEF, "briefs/01/brief-1.yaml"),)),
    Moved(M("a pack for a plenary beyond the next", PACK, "plenary: 4", "plenary: 6", "C433", "6", "briefs/06/pack.yaml"), ((PACK, "briefs/06/pack.yaml"), ("annexes/04", "annexes/06"))),
    Moved(M("a brief on an area after the last", BRIEF, "area: 1", "area: 3", "C434", "3", "briefs/04/brief-3.yaml"), ((BRIEF, "briefs/04/brief-3.yaml"),)),
    Moved(M("a brief that counts past the plan", _TWO, "area: 2", "area: 12", "C434", "12", "briefs/04/brief-12.yaml"), ((_TWO, "briefs/04/brief-12.yaml"),)),
    Moved(M("two annexes whose files changed places", PACK, "validated: {by: the tests", "validated: {by: the made-up tests", "C436", "{by: the made-up tests"), ((_REPORT, "annexes/04/other"), (_NOTES_FILE, _REPORT), ("annexes/04/other", _NOTES_FILE))),
    Moved(M("a brief by a number with a nought", BRIEF, "area: 1", "area: 1  # first", "R115", "1  # first", "briefs/04/brief-01.yaml"), ((BRIEF, "briefs/04/brief-01.yaml"),)),
    Moved(M("a folder by a number without a nought", BRIEF, "plenary: 4", "plenary: 4  # fourth", "R115", "4  # fourth", "briefs/4/brief-1.yaml"), ((BRIEF, "briefs/4/brief-1.yaml"),)),
)
"""Mistakes that bring one finding each once the file stands where they say."""
