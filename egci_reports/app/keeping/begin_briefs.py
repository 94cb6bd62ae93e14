"""Begins officers' words for a pack: files with every part as a comment, to be filled in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from egci_reports.app.reading.sheets.words import ordinal
from egci_reports.app.records import records_of
from egci_reports.errors import Finding, UsageError
from egci_reports.files import may_be_there
from egci_reports.kinds.briefing.ahead import plenary_ahead
from egci_reports.records.areas import Area
from egci_reports.records.facts import settled
from egci_reports.workspace import Workspace
from egci_reports.writing import write_together

_SIGNED = """#   expected_from: ...     # who is to write it
#   due: YYYY-MM-DD        # and by when; both are printed until it is written
#   author: ...
#   date: YYYY-MM-DD
"""

_HEAD = """# yaml-language-server: $schema=../../schema/{schema}.json

# {what}
# begun by 'egci-report new briefs'. Each part stands in a comment. Take the '# ' away from what you write;
# a part that is written has an author and a date, and is cleared before a numbered edition: egci-report clear
# enters by whom, and when. In longer texts a blank line makes a paragraph, a line that begins with '- ' an
# item of a list. Then run: egci-report check.

"""

_PACK = f"""plenary: {{number}}

# marking: RESTRICTED      # on each page; a numbered edition with what is not for disclosure needs one

# steering:                # one page
{_SIGNED}#   purpose: ...
#   objectives: [..., ..., ...]
#   outcome: ...
#   priority: [..., ..., ...]
#   sensitive: ...
#   in_the_room: ...
#   beforehand: ...

# run_down:
{_SIGNED}#   rows:
#     - {{{{time: "10:00", item: ..., who: ..., area: 1, papers: ..., remark: ...}}}}

# agenda:
{_SIGNED}#   agreed_on: YYYY-MM-DD  # with the Guangdong side; left out while it is a draft
#   items:
#     - {{{{text: ..., area: 1, lead: an-id}}}}

# delegations:             # in any order; heads first and standing order come from the records
{_SIGNED}#   members:
#     - {{{{body: an-id, person: an-id, role: head}}}}
#     - {{{{body: an-id, name: Ms ..., name_tc: ..., post: ..., post_tc: ..., telephone: ...}}}}

# opening:                 # two to three minutes: 300 English words, or 500 Chinese characters
{_SIGNED}#   en: ...
#   tc: ...

# closing:
{_SIGNED}#   en: ...
#   tc: ...

# forums:
{_SIGNED}#   rows:
#     - {{{{forum: ..., business: ..., bodies: [an-id]}}}}  # bodies: if it concerns some only

# further:                 # lines for the press, logistics
#   - title: ...
#     expected_from: ...
#     due: YYYY-MM-DD
#     author: ...
#     date: YYYY-MM-DD
#     text: ...
#     bodies: [an-id]      # the departments whose own packs have it too

# annexes:                 # PDF files in data/annexes/{{number:02d}}/
#   - {{{{title: ..., file: work-plan.pdf, date: YYYY-MM-DD}}}}
"""

_BRIEF = """# The area, as in the plan under review: {wording}

plenary: {number}
area: {area}

# expected_from: ...       # who is to write it
# due: YYYY-MM-DD          # and by when; both are printed until it is written
# author: ...
# date: YYYY-MM-DD

# lead: an-id              # the Hong Kong department whose brief it is
# speaker: ...
# minutes: 10
# raised: certain          # or may, unlikely; left out: as the returns say
# objective: ...
# points:                  # three to five, to be said aloud
#   - {{by: Convenor, say: ...}}
# line_to_take: ...
# guangdong: {{text: ..., basis: ..., on: YYYY-MM-DD, confidence: medium}}
# questions:
#   - {{ask: "...", answer: ...}}
# background: ...          # may be used freely
# not_for_disclosure: ...  # stays with the Convenor
# action: ...
"""


@dataclass(frozen=True, slots=True)
class BegunBriefs:
    """The files that were written, and the number of the plenary."""

    paths: tuple[Path, ...]
    number: int


def begin_briefs(workspace: Workspace, number: int | None = None) -> BegunBriefs:
    """Write data/briefs/NN/pack.yaml and a brief for each area of the plan under review.

    Files that are there are left as they are. Raises UsageError without a workspace, for a plenary before
    which there is no pack, and where every file is there already; RecordsError where the records are wrong.
    """
    data = workspace.writable_data()
    standing = plenary_ahead(records_of(workspace), "next" if number is None else str(number))
    folder = data / "briefs" / f"{standing.number:02d}"
    which = f"the {ordinal(standing.number)} Plenary Meeting"
    files = {folder / "pack.yaml": _pack(standing.number, which)}
    areas = settled(standing.before.areas.listed) or ()
    for place, area in enumerate(areas, 1):
        files[folder / f"brief-{place}.yaml"] = _brief(standing.number, which, place, area)
    new = {path: text.encode() for path, text in files.items() if not may_be_there(path)}
    if not new:
        raise UsageError(
            Finding("U311", f"the briefs for {which} are there already", hint=f"open them in {folder}")
        )
    return BegunBriefs(write_together(new), standing.number)


def _pack(number: int, which: str) -> str:
    head = _HEAD.format(schema="pack", what=f"Officers' words for the pack before {which},")
    return head + _PACK.format(number=number)


def _brief(number: int, which: str, place: int, area: Area) -> str:
    head = _HEAD.format(schema="brief", what=f"Officers' words for brief {place} before {which},")
    return head + _BRIEF.format(number=number, area=place, wording=" ".join(str(area.wording).split()))
