"""What the template of the sample paper is given: made-up names, words and rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from egci_reports.engine.document.nodes import Name
from tests.sample_paper.charts import CHARTS

OFFICE = Name("office", "Office of Sample Data", "OSD", "Sample Office")
HARBOUR = Name("harbour", "Sample Harbour Bureau", "SHB")
COUNCIL = Name("council", "Sample Council", present="Invest Sampletown", article=False)
FERRIES = Name("ferries", "Ferry Department of Sampletown", "FDS")

OFFICERS_TEXT = (
    "An officer’s own paragraph, in plain text.\n\nA second one:\n\n- with an item\n- and one more"
)

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_TALKED = (
    "The sample office and its partner compared the {} draft of the exchange format line by line",
    "They settled the order of the {} set of fields and left the names of fields as they were",
    "The {} trial of the transfer ran on two ferries and one lorry park without a loss",
    "The {} letter between the two offices names the days on which the figures are handed over",
)


@dataclass(frozen=True)
class SampleItem:
    """A row of the long table."""

    number: int
    name: str
    records: str
    remark: str


def talk(sentences: int, topic: str) -> str:
    """Return sentences of which no two are alike in the whole paper, if topics differ."""
    made = (f"{_TALKED[i % 4].format(_ORDINALS[i // 4])}, as far as {topic} goes." for i in range(sentences))
    return " ".join(made)


def items() -> tuple[SampleItem, ...]:
    """Return the rows of a table of several pages; one of them is long."""
    return tuple(
        SampleItem(
            number,
            f"Sample item {number}",
            f"{1000 + 37 * number:,}",
            talk(12, "the twentieth item") if number == 20 else "Carried over" if number % 3 else "New",
        )
        for number in range(1, 66)
    )


def grid() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return which sample body is listed at which of nineteen meetings."""
    bodies = ("Office of Sample Data", "Sample Harbour Bureau", "Sample Commission", "Ferry Department")
    return tuple(
        (body, tuple("L" if (i * (row + 2)) % 5 else "N" for i in range(1, 20)))
        for row, body in enumerate(bodies)
    )


def context() -> dict[str, object]:
    """Return the context of the sample paper's template."""
    return {
        "day": date(2024, 10, 9),
        "office": OFFICE,
        "office_in_full": Name(OFFICE.key, OFFICE.full, OFFICE.short, form="full"),
        "harbour": HARBOUR,
        "council": COUNCIL,
        "ferries": FERRIES,
        "ferries_in_short": Name(FERRIES.key, FERRIES.full, FERRIES.short, form="short"),
        "markup_signs": "< > & \" ' { } % <b>&amp;</b>.",
        "long": talk(16, "running text"),
        "long_note": talk(5, "the footnote"),
        "third": talk(3, "the third level"),
        "fourth": talk(3, "the fourth level"),
        "chapter": talk(6, "the chapter"),
        "part": talk(6, "its part"),
        "officers_text": OFFICERS_TEXT,
        "items": items(),
        "meetings": tuple(range(1, 20)),
        "grid": grid(),
        "figures": CHARTS,
        "address": "https://example.org/" + "a-made-up-address/" * 6 + "release.htm",
    }
