"""Writes the marked workspace: what has to fit together is given here, all else is marked by the models."""

from __future__ import annotations

import atexit
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from egci_reports.records.actions import Action
from egci_reports.records.base import Model
from egci_reports.records.bodies import Body, Person
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.developments import Development
from egci_reports.records.distribution import Distribution
from egci_reports.records.group import Group
from egci_reports.records.meetings import Meeting
from egci_reports.records.notes import MeetingNotes
from egci_reports.records.occasions import Agreement, Event
from egci_reports.records.packs import PackWords
from egci_reports.records.papers import OwnTexts
from egci_reports.records.returns import Return
from egci_reports.records.sources import Source
from egci_reports.records.threads import Areas, Phase
from tests.clearing import clear_signed
from tests.engine.writers.pdf.made import para, written
from tests.made_up_markers.fill import LEFT_OUT, Filler

ANNEX_WORD = "Mkr99999"
"""The word that stands in the file of the annex."""

_AREAS = [{"threads": [{"thread": "t-one"}]}, {"threads": [{"thread": "t-two", "grade": "doubtful"}]}]


@cache
def workspace() -> Path:
    """Return the workspace, written once for each process."""
    folder = TemporaryDirectory(prefix="made-up-markers-")
    atexit.register(folder.cleanup)
    write(Path(folder.name))
    return Path(folder.name)


def write(root: Path) -> None:
    """Write the workspace under a folder."""
    filler, data = Filler(), root / "data"
    for name, (model, given) in _files().items():
        path = data / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(given, list):
            made: Any = [filler.fill(model, one) for one in given]
        else:
            made = filler.fill(model, given)
        if model is PackWords:
            _annex(data, made)
        plain = json.loads(json.dumps(_marked(made)))  # YAML would write what stands twice as an alias
        path.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), "utf-8")
    clear_signed(root, by_hand=False)
    for name, entries in _CHANGED.items():
        path = data / f"{name}.yaml"
        made = yaml.safe_load(path.read_text("utf-8"))
        for entry in entries:
            (made["texts"][entry] if entry is not None else made)["cleared"]["fingerprint"] = "0123456789ab"
        path.write_text(yaml.safe_dump(made, allow_unicode=True, sort_keys=False), "utf-8")


_CHANGED: Mapping[str, tuple[int | None, ...]] = {
    "returns/03/office-two": (None,),
    **{f"papers/{name}": (5,) for name in ("annual-2011", "annual-2012", "call-3", "followup-2", "history")},
}
"""What has changed since it was cleared: whole files, and entries of their texts."""


def _annex(data: Path, pack: Mapping[str, Any]) -> None:
    folder = data / "annexes" / "03"
    folder.mkdir(parents=True, exist_ok=True)
    for annex in pack["annexes"]:
        (folder / annex["file"]).write_bytes(written(para(f"MADE UP {ANNEX_WORD}")).content)


MARKING = "Mkr00000"
"""The marking of the group, of its papers and of its pack."""


def _marked(made: Any) -> Any:
    """Put the one marking that there is into every field that holds one."""
    if isinstance(made, dict):
        for key in ("marking", "markings"):
            if key in made:
                made[key] = MARKING if key == "marking" else [MARKING]
    return made


def _files() -> Mapping[str, tuple[type[Model], Any]]:
    return {
        "group": (Group, _GROUP),
        "sources": (Source, [{"id": "s-one", "language": "en"}]),
        "bodies": (Body, _BODIES),
        "people": (Person, [{"id": "p-one", "side": "hong-kong", "unverified": []}]),
        "areas": (Areas, {"threads": [{"id": "t-one"}, {"id": "t-two"}], "mapping": {"on": "2011-12-01"}}),
        "phases": (Phase, [{"id": "ph-one", "first": 1, "last": LEFT_OUT}]),
        "agreements": (Agreement, _AGREEMENTS),
        "events": (Event, _EVENTS),
        "developments": (Development, _DEVELOPMENTS),
        "meetings/01": (Meeting, _held(1, "2010-05-12", "Harbour")),
        "meetings/02": (Meeting, _held(2, "2011-05-11", "Delta")),
        "meetings/03": (Meeting, _PLANNED),
        "returns/02/office-one": (Return, _returned(2)),
        "returns/02/office-two": (Return, _UNCLEARED),
        "returns/02/office-three": (Return, _EXCUSED),
        "returns/03/office-one": (Return, _returned(3)),
        "returns/03/office-two": (Return, _VOID),
        "actions": (Action, _ACTIONS),
        "briefs/03/pack": (PackWords, _PACK),
        "briefs/03/brief-1": (ItemBrief, _brief(1, "office-one")),
        "briefs/03/brief-2": (ItemBrief, _brief(2, "office-two")),
        "records/02": (MeetingNotes, _NOTES),
        "papers/annual-2011": (OwnTexts, _texts("summary")),
        "papers/annual-2012": (OwnTexts, _texts("summary")),
        "papers/call-3": (OwnTexts, _texts("forms")),
        "papers/history": (OwnTexts, _texts("reading")),
        "papers/followup-2": (OwnTexts, _texts("letter")),
        "distribution": (Distribution, _DISTRIBUTION),
    }


_GROUP = {
    "parent": "conference",
    "leads": ["office-one"],
    "first_host": "hong-kong",
    "cities": {"Harbour": "hong-kong", "Delta": "guangdong"},
    "default_source": "s-one",
    "founding": [{"on": "2009"}],
    "notes": [{"since": LEFT_OUT}],
    "timetable": [{"step": "call", "when": "8 weeks before plenary"}],
}
_BODIES = [
    {"id": key, "side": side, "kind": kind, "names": [{"unverified": [], "seen": []}],
     "notes": [{"since": LEFT_OUT}], "succeeds": [], "principal": LEFT_OUT}
    for key, side, kind in (
        ("conference", "joint", "committee"),
        ("office-one", "hong-kong", "department"),
        ("office-two", "hong-kong", "department"),
        ("office-three", "hong-kong", "department"),
        ("institute", "hong-kong", "association"),
        ("delta", "guangdong", "department"),
    )
]  # fmt: skip
_WHOSE = {"slips": [{"since": LEFT_OUT}], "discrepancies": [{"decision": {"claim": 1}}]}
_AGREEMENTS = [
    {"id": "ag-one", "level": "government", "date": "2010-09-01", "tie": {"meeting": 1, "relation": "after"},
     **_WHOSE},
    {"id": "ag-two", "level": "industry", "date": "2011-05-11", "tie": {"meeting": 2, "relation": "same-day"},
     **_WHOSE},
]  # fmt: skip
_EVENTS = [
    {"id": f"ev-{scope}", "kind": "forum", "scope": scope, "date": "2010-10-01", "tie": LEFT_OUT,
     "attendance": {"number": 77}, **_WHOSE}
    for scope in ("group", "context")
]  # fmt: skip

_DEVELOPMENTS = [
    {"id": "dv-near", "date": "2010-11-02", "side": "hong-kong", "belongs": "egci", "no_thread": LEFT_OUT,
     "adds_to": "ev-context", "bodies": ["office-one"],
     "figures": [{"value": "79998", "whose": "hong-kong", "printed": LEFT_OUT, "as_at": "2010-10-31"}],
     "quotations": [{"words": "Mkr99997 79998"}], "discrepancies": [{"decision": {"claim": 1}}]},
    {"id": "dv-far", "date": "2010-12-03", "side": "joint", "belongs": "neither", "threads": [],
     "adds_to": LEFT_OUT,
     "figures": [{"value": "79996", "whose": "guangdong", "printed": "Mkr99996"}],
     "quotations": [{"words": "Mkr99996 Mkr99995"}], "discrepancies": []},
]  # fmt: skip


def _held(number: int, day: str, city: str) -> dict[str, Any]:
    """Return a plenary that was held: of the second the place is in dispute, and disputes were decided."""
    venue: Any = {"city": city}
    reviewed: Any = ...
    planned: Any = ...
    if number == 2:
        venue = {"disputed": [{"city": "Delta"}, {"city": "Harbour"}], "accepted": {}}
        reviewed = {"disputed": [..., ...], "decision": {"claim": 1}}
        planned = {"unstated": "not-recorded"}
    return {
        "number": number,
        "date": day,
        "mode": "in-person",
        "venue": venue,
        "reviewed": reviewed,
        "planned": planned,
        "proposed": [],
        "hong_kong": {"bodies": ["office-one", {"body": "office-two"}], "others": [{"body": "institute"}]},
        "guangdong": {"bodies": [{"body": "delta"}], "others": LEFT_OUT},
        "areas": {"listed": _AREAS, "rivals": [{"sources": ["s-one"], "items": _AREAS}]},
        "work_plan": [
            _item("1.1", 1, "office-one"),
            _item("1.2", 1, "office-one"),
            _item("1.3", 1, "office-one"),
            _item("1.4", 1, "office-one"),
            _item("2.1", 2, "office-two"),
            _item("2.2", 2, "office-three"),
        ],
        "call": {"on": "2011-03-01", "reply_by": "2011-04-01"} if number == 2 else LEFT_OUT,
        "action_count": {"brought_forward": 0, "new": 2, "closed": 0, "carried_forward": 2}
        if number == 1
        else {"brought_forward": 2, "new": 0, "closed": 1, "carried_forward": 1},
        "position_as_at": LEFT_OUT,
        **_WHOSE,
    }


def _item(number: str, area: int, lead: str) -> dict[str, Any]:
    return {"item": number, "area": area, "lead": lead, "continues": LEFT_OUT}


_PLANNED = {
    **_held(3, "2012-12-05", "Harbour"),
    "status": "planned",
    "outcome": {"unstated": "not-recorded"},
    "venue": {"city": "Harbour"},
    "proposed": ["date"],
    "work_plan": [_item("1.1", 1, "office-one")],
    "call": {"on": "2012-10-01", "reply_by": "2012-11-01"},
    "action_count": LEFT_OUT,
}


def _returned(number: int) -> dict[str, Any]:
    """Return a cleared return: its entries may be exchanged, published, both, neither."""
    flags = {"1.1": (True, False), "1.2": (False, True), "1.3": (True, True), "1.4": (False, False)}
    items = [
        {
            "item": item,
            "status": "behind-schedule",
            "new_date": "2013-03",
            "may_be_exchanged": exchange,
            "may_be_published": publish,
            "raised": "certain",
        }
        for item, (exchange, publish) in flags.items()
    ]
    cleared = {"on": "2013-12-31"}
    return {"plenary": number, "body": "office-one", "items": items, "excused": LEFT_OUT, "cleared": cleared}


_UNCLEARED = {
    **_returned(2),
    "body": "office-two",
    "items": [{**_returned(2)["items"][2], "item": "2.1"}],
    "cleared": LEFT_OUT,
}
_VOID = {**_returned(3), "body": "office-two", "items": [{**_returned(3)["items"][2], "item": "2.1"}]}
_EXCUSED = {"plenary": 2, "body": "office-three", "items": [], "date": LEFT_OUT, "cleared_by": LEFT_OUT,
            "cleared": LEFT_OUT, "prepared_by": LEFT_OUT}  # fmt: skip
_ACTIONS = [
    {"id": "01-01", "owner": "office-one", "partners": ["delta"], "progress": [{"status": "in-progress"}],
     "carried_over": [{"meeting": 2}], "closed": {"meeting": 2}},
    {"id": "01-02", "owner": "office-two", "partners": [], "progress": [{"status": "in-progress"}],
     "carried_over": LEFT_OUT, "closed": LEFT_OUT},
]  # fmt: skip
_NOTES = {
    "plenary": 2,
    "present": [{"body": "office-one", "role": "head", "person": LEFT_OUT}],
}
_PACK = {
    "plenary": 3,
    "delegations": {"members": [{"body": "office-one", "role": "head", "person": LEFT_OUT}]},
    "forums": {"rows": [{"bodies": ["office-one"]}, {"bodies": []}]},
    "further": [{"bodies": ["office-one"]}, {"bodies": []}],
}


def _brief(area: int, lead: str) -> dict[str, Any]:
    return {"plenary": 3, "area": area, "lead": lead, "guangdong": {"on": "2011-12-31", "confidence": "low"}}


def _texts(section: str) -> dict[str, Any]:
    """Return texts for each circle, then two for everybody: one that nobody cleared, one that has changed."""
    circles = ("internal", "department", "joint", "public", "public", "public")
    texts: list[dict[str, Any]] = [{"section": section, "audience": circle} for circle in circles]
    texts[4]["cleared"] = LEFT_OUT
    return {"texts": texts}


_KINDS = ("annual", "history", "briefing", "call")
_JOINT = [{"paper": "annual", "audience": "joint"}]
_DISTRIBUTION = {
    "as_at": "2011-06-01",
    "recipients": [
        {"body": "office-one", "channel": "folder", "code": "ONE", "papers": [{"paper": k} for k in _KINDS]},
        {"body": "office-two", "channel": "zip", "code": "TWO", "papers": [{"paper": k} for k in _KINDS]},
        {"body": "office-three", "channel": "draft", "code": "THREE", "papers": _JOINT},
        {"body": "delta", "channel": "folder", "code": "DELTA", "papers": _JOINT},
        {"body": "delta", "post": "Post two", "channel": "zip", "code": "DELTB", "papers": _JOINT},
        {"body": "delta", "post": "Post three", "channel": "draft", "code": "DELTC", "papers": _JOINT},
        {"body": "delta", "post": "Post four", "channel": "mail", "code": "DELTD", "papers": _JOINT},
    ],
}
