"""Fields as content controls, found by their tags, and by bookmarks where a program drops the controls."""

from __future__ import annotations

import re
from collections.abc import Sequence

from egci_reports.engine.document.form_fields import mark_of, words_in
from egci_reports.engine.document.inlines import FormField
from egci_reports.engine.writers.word.bookmarks import Bookmarks
from egci_reports.engine.writers.word.formats import RunFormat
from egci_reports.engine.writers.word.markup import NOTHING, Xml, join, tag, val
from egci_reports.engine.writers.word.runs import run, text_content

_FIRST = 5000
"""Controls of ours are numbered from here: lists of contents have smaller numbers."""
_GROUP = 4999
_LONGEST_TITLE = 64
_PARAGRAPH = re.compile(r"<w:p>(?P<look><w:pPr>.*?</w:pPr>)?(?P<runs>(?:<w:r>.*)?)</w:p>", re.DOTALL)


class Controls:
    """The controls of one paper; each has a number of its own."""

    def __init__(self, bookmarks: Bookmarks) -> None:
        self._bookmarks = bookmarks
        self._count = 0

    def write(self, field: FormField, content: Xml, muted: str) -> Xml:
        """Return a field: what stands in it may be changed, and the control cannot be taken out.

        `content` are the words in it as runs; an empty one shows its guidance in the colour `muted`, which
        goes as soon as somebody types (ISO/IEC 29500-1, 17.5.2.39).
        """
        self._count += 1
        words = words_in(field)
        properties = tag(
            "w:sdtPr",
            None,
            val("w:alias", field.title[:_LONGEST_TITLE]),
            val("w:tag", field.address),
            val("w:id", _FIRST + self._count),
            val("w:lock", "sdtLocked"),
            NOTHING if words else tag("w:showingPlcHdr"),
            _kind(field),
        )
        shown = content if words else run(text_content(field.guidance), RunFormat(colour=muted))
        control = tag("w:sdt", None, properties, tag("w:sdtContent", None, shown))
        return self._bookmarks.named(mark_of(field.address, words), control)


def locked(blocks: Sequence[Xml]) -> Xml:
    """Return blocks that cannot be changed but for the controls in them (ISO/IEC 29500-1, 17.5.2.17).

    LibreOffice writes the first paragraph of a group once for each of its runs, so the group begins with a
    paragraph of one run; what stands before it is locked by itself.
    """
    whole = next((index for index, block in enumerate(blocks) if _is_one_run(block)), 0)
    before = join(_alone(block, _GROUP - 1 - index) for index, block in enumerate(blocks[:whole]))
    properties = tag("w:sdtPr", None, val("w:id", _GROUP), val("w:lock", "contentLocked"), tag("w:group"))
    group = tag("w:sdt", None, properties, tag("w:sdtContent", None, *blocks[whole:]))
    return Xml(before + group)


def _is_one_run(block: Xml) -> bool:
    return block.startswith("<w:p>") and block.count("<w:r>") == 1 and "<w:sdt>" not in block


def _alone(block: Xml, number: int) -> Xml:
    """Return a paragraph that cannot be changed, in a control of a number; anything else as it is."""
    match = _PARAGRAPH.fullmatch(block)
    if match is None:
        return block
    properties = tag("w:sdtPr", None, val("w:id", number), val("w:lock", "sdtContentLocked"))
    control = tag("w:sdt", None, properties, tag("w:sdtContent", None, Xml(match["runs"])))
    return Xml(f"<w:p>{match['look']}{control}</w:p>")


def _kind(field: FormField) -> Xml:
    match field.kind:
        case "choice":
            items = (tag("w:listItem", {"w:displayText": word, "w:value": word}) for word in field.choices)
            return tag("w:dropDownList", None, *items)
        case "date":
            return tag(
                "w:date",
                None,
                val("w:dateFormat", "d MMMM yyyy"),
                val("w:lid", "en-GB"),
                val("w:storeMappedDataAs", "dateTime"),
                val("w:calendar", "gregorian"),
            )
        case "text" | "list" | "line":
            # rich text: LibreOffice loses the line ends of plain text
            return NOTHING
