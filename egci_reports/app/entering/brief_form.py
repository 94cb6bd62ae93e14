"""The form of a brief on an area, and that of the opening and closing remarks at a plenary."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.collecting.naming import NamesOnDay
from egci_reports.app.entering import kinds
from egci_reports.app.entering.asking import Asking
from egci_reports.app.entering.filing import data_of, ordered
from egci_reports.app.entering.places import Path_
from egci_reports.app.entering.questions import MAIN, Data, FormQuestion, FormSection, RecordForm, Rows
from egci_reports.errors import Finding, UsageError
from egci_reports.forms.model import FieldKind, Owner
from egci_reports.records.base import Model
from egci_reports.records.bodies import Side
from egci_reports.records.briefs import Confidence, ItemBrief
from egci_reports.records.facts import settled
from egci_reports.records.packs import PackWords
from egci_reports.records.records import day_of, meeting_before
from egci_reports.records.returns import Likelihood

REMARKS = "remarks"
_BRIEF = "brief-"
_TEXT = kinds.Text(FieldKind.TEXT)
_LINE = kinds.Text()


def brief_owners(baseline: Baseline, number: int) -> tuple[str, ...]:
    """Return the owners of the forms of briefs before a plenary: one for each area under review."""
    return tuple(f"{_BRIEF}{place}" for place in range(1, len(_wordings(baseline, number)) + 1))


def brief_form(baseline: Baseline, number: int, owner: str) -> RecordForm:
    """Return the form of a brief; `owner` is "brief-3".

    Raises UsageError where the plan under review has no such area (U315).
    """
    area = int(owner.removeprefix(_BRIEF))
    wordings = _wordings(baseline, number)
    if not 1 <= area <= len(wordings):
        message = f"the plan before plenary {number} has no area {area}"
        raise UsageError(
            Finding("U315", message, hint=f"it has {len(wordings)}: egci-report show {number - 1}")
        )
    words, ask = baseline.words, _asking(baseline, number)
    path = baseline.data / "briefs" / f"{number:02d}" / f"brief-{area}.yaml"
    begun = {"plenary": number, "area": area}
    about = words("entry.brief.about", wording=wordings[area - 1])
    return RecordForm(
        Owner(number, owner),
        f"brief {area} for plenary {number}",
        words("entry.brief.title", area=area, number=words.language.ordinal(number)),
        words("entry.brief.short_title", area=area, number=number),
        words("entry.brief.subject", number=number),
        (about, *words.several("entry.introduction")),
        tuple(_brief(ask)),
        {MAIN: path},
        {MAIN: data_of(baseline, path, begun)},
        f"form-brief-{number}-{area}",
        "brief",
        finish=_in_order_of(ItemBrief),
    )


def remarks_form(baseline: Baseline, number: int) -> RecordForm:
    """Return the form of the remarks at a plenary; raises UsageError where no plenary is before it (U315)."""
    _wordings(baseline, number)
    words, ask = baseline.words, _asking(baseline, number)
    path = baseline.data / "briefs" / f"{number:02d}" / "pack.yaml"
    return RecordForm(
        Owner(number, REMARKS),
        f"the remarks at plenary {number}",
        words("entry.remarks.title", number=words.language.ordinal(number)),
        words("entry.remarks.short_title", number=number),
        words("entry.remarks.subject", number=number),
        words.several("entry.introduction"),
        tuple(_remarks(ask, name) for name in ("opening", "closing")),
        {MAIN: path},
        {MAIN: data_of(baseline, path, {"plenary": number})},
        f"form-remarks-{number}",
        "pack",
        finish=_in_order_of(PackWords),
    )


def _brief(ask: Asking) -> Iterator[FormSection]:
    yield ask.section(
        "brief",
        *_signed(ask),
        ask.question("lead", ("lead",), kinds.body(ask.naming, Side.HONG_KONG), label="brief_lead"),
        ask.question("speaker", ("speaker",), _LINE),
        ask.question("minutes", ("minutes",), kinds.Count()),
        ask.question("raised", ("raised",), ask.choice("likelihoods", Likelihood)),
        ask.question("objective", ("objective",), _TEXT),
        ask.question("line_to_take", ("line_to_take",), _TEXT),
        ask.question("background", ("background",), _TEXT),
        ask.question("not_disclosed", ("not_for_disclosure",), _TEXT, label="not_for_disclosure"),
        ask.question("action_sought", ("action",), _TEXT),
    )
    point = (
        ask.question("by", ("by",), _LINE, label="point_by"),
        ask.question("say", ("say",), _LINE, label="point_say"),
    )
    yield FormSection(
        ask.title("points"), rows=(Rows("point", ask.label("point"), ("points",), point, "say"),)
    )
    yield ask.section(
        "assessment",
        ask.question("position", ("guangdong", "text"), _TEXT),
        ask.question("basis", ("guangdong", "basis"), _LINE),
        ask.question("assessed_on", ("guangdong", "on"), ask.day()),
        ask.question("confidence", ("guangdong", "confidence"), ask.choice("confidences", Confidence)),
    )
    question = (ask.question("ask", ("ask",), _LINE), ask.question("answer", ("answer",), _LINE))
    rows = Rows("raised", ask.label("question"), ("questions",), question, "ask")
    yield FormSection(ask.title("questions"), rows=(rows,))


def _remarks(ask: Asking, name: str) -> FormSection:
    english = ask.question(f"{name}_en", (name, "en"), _TEXT, label="remarks_en")
    chinese = ask.question(f"{name}_tc", (name, "tc"), _TEXT, label="remarks_tc")
    return ask.section(name, *_signed(ask, (name,), f"{name}_"), english, chinese)


def _signed(ask: Asking, at: Path_ = (), prefix: str = "") -> tuple[FormQuestion, ...]:
    """Return the questions of whom a part is, and when it is due and was written."""
    return (
        ask.question(f"{prefix}from", (*at, "expected_from"), _LINE, label="expected_from"),
        ask.question(f"{prefix}due", (*at, "due"), ask.day(), label="due"),
        ask.question(f"{prefix}author", (*at, "author"), _LINE, label="author"),
        ask.question(f"{prefix}written_on", (*at, "date"), ask.day(), label="written_on"),
    )


def _asking(baseline: Baseline, number: int) -> Asking:
    meeting = baseline.records.meeting(number)
    return Asking(baseline.words, NamesOnDay(baseline.records, day_of(meeting.date) if meeting else None))


def _wordings(baseline: Baseline, number: int) -> tuple[str, ...]:
    """Return the areas of the plan under review at a plenary; none where no plenary is before it."""
    before = meeting_before(baseline.records, number)
    areas = settled(before.areas.listed) if before else None
    return tuple(str(area.wording) for area in areas or ())


def _in_order_of(model: type[Model]) -> Callable[[Data, set[str]], Data]:
    """Return what puts the fields of a file into the order of its model."""
    return lambda data, _: {**data, MAIN: ordered(model, data[MAIN])}
