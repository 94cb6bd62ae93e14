"""What a chart says of its workbook: the cells that it draws, with their values kept beside them."""

from __future__ import annotations

from egci_reports.engine.writers.word.markup import Xml, chars, tag
from egci_reports.engine.writers.word.workbook import SHEET


def texts_of(reference: str, texts: tuple[str, ...]) -> Xml:
    """Return a reference to cells that hold texts."""
    points = (
        tag("c:pt", {"idx": index}, Xml(f"<c:v>{chars(text)}</c:v>")) for index, text in enumerate(texts)
    )
    cache = tag("c:strCache", None, tag("c:ptCount", {"val": len(texts)}), *points)
    return tag("c:strRef", None, Xml(f"<c:f>{SHEET}!{reference}</c:f>"), cache)


def numbers_of(reference: str, values: tuple[float | None, ...]) -> Xml:
    """Return a reference to cells that hold numbers; None is an empty cell."""
    points = (
        tag("c:pt", {"idx": index}, Xml(f"<c:v>{value:.15g}</c:v>"))
        for index, value in enumerate(values)
        if value is not None
    )
    code = Xml("<c:formatCode>General</c:formatCode>")
    cache = tag("c:numCache", None, code, tag("c:ptCount", {"val": len(values)}), *points)
    return tag("c:numRef", None, Xml(f"<c:f>{SHEET}!{reference}</c:f>"), cache)
