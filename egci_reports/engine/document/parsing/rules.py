"""The rules of structure that a list of elements cannot say: tables, lists, sections, figures, counts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from difflib import get_close_matches

from egci_reports.engine.document.parsing.tag import Tag
from egci_reports.errors import Finding

SECTIONS_DEEP = 4
LISTS_DEEP = 3
_SPEAKING = ("ref", "cite", "name")


def check_structure(root: Tag, charts: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each breach of a rule of structure (T119 to T129), in the order of the tags."""
    for tag in root.descendants():
        check = _CHECKS.get(tag.name)
        if check:
            yield from check(tag)
        if tag.name == "figure":
            yield from _chart(tag, charts)
        if "data-count" in tag.attributes:
            yield from _count(tag)


def _table(tag: Tag) -> Iterator[Finding]:
    head, body = tag.first("thead"), tag.first("tbody")
    header = head.first("tr") if head else None
    if not header or not body:
        return
    width = len(header.tags)
    group = tag.first("colgroup")
    if group and len(group.tags) != width:
        yield group.finding(
            "T120", f"the table has {width} columns and {len(group.tags)} <col>", "one for each"
        )
    yield from _header(header)
    rows = body.named("tr")
    headed = bool(rows) and bool(rows[0].tags) and rows[0].tags[0].name == "th"
    for row in rows:
        yield from _row(row, width, headed=headed)
    if not rows:
        yield body.finding("T121", "the table has no row", "leave the table out, and say so in a sentence")


def _header(header: Tag) -> Iterator[Finding]:
    for cell in header.tags:
        if cell.name != "th" or cell.attributes.get("scope") != "col":
            yield cell.finding(
                "T122", f"<{cell.name}> in the header row", 'the header row holds <th scope="col">'
            )


def _row(row: Tag, width: int, *, headed: bool) -> Iterator[Finding]:
    cells = row.tags
    if len(cells) != width:
        message = f"the row has {len(cells)} cells, the header row has {width}"
        yield row.finding("T120", message, "give each row as many cells; none can be merged")
    for index, cell in enumerate(cells):
        if cell.name == "th" and (index or cell.attributes.get("scope") != "row"):
            yield cell.finding(
                "T122", "a header cell in the wrong place", '<th scope="row"> stands first in its row'
            )
    if cells and (cells[0].name == "th") != headed:
        yield row.finding(
            "T122", "some rows begin with a header cell, others do not", "begin all of them alike"
        )


def _list(tag: Tag) -> Iterator[Finding]:
    depth = 1 + sum(1 for around in tag.ancestors() if around.name in ("ul", "ol"))
    if depth > LISTS_DEEP:
        yield tag.finding("T123", f"a list {depth} deep", f"lists nest at most {LISTS_DEEP} deep")
    elif depth > 1 and any(around.name == "aside" for around in tag.ancestors()):
        yield tag.finding("T123", "a list within a list in a box", "Word would break the box: use one list")
    if not tag.tags:
        yield tag.finding("T121", "the list has no item", "leave the list out, and say so in a sentence")


def _section(tag: Tag) -> Iterator[Finding]:
    depth = 1 + sum(1 for around in tag.ancestors() if around.name == "section")
    if depth > SECTIONS_DEEP:
        yield tag.finding("T124", f"a section {depth} deep", f"sections nest at most {SECTIONS_DEEP} deep")
    if "landscape" in tag.classes and depth > 1:
        message = f"a section {depth} deep cannot be 'landscape'"
        yield tag.finding("T125", message, "only a first-level section can")
    if "first-number" in tag.attributes and "restart" not in tag.classes:
        yield tag.finding("T125", "first-number without class='restart'", "add the class, or take it out")


def _figure(tag: Tag) -> Iterator[Finding]:
    captions, alt = tag.named("figcaption"), tag.attributes.get("alt", "").strip()
    if "decorative" in tag.classes:
        if captions or alt:
            yield tag.finding("T126", "a decorative figure has neither caption nor alt text")
        return
    if not alt:
        yield tag.finding("T126", "a figure without alt text", "say in one to three sentences what it shows")
    if len(captions) != 1:
        yield tag.finding("T126", "a figure needs one caption", "add <figcaption>")


def _chart(tag: Tag, charts: Collection[str]) -> Iterator[Finding]:
    name = tag.attributes.get("data-chart", "")
    if name and name not in charts:
        near = get_close_matches(name, charts, n=1)
        known = ", ".join(sorted(charts)) or "none"
        hint = f"did you mean {near[0]!r}?" if near else f"this paper has: {known}"
        yield tag.finding("T127", f"there is no chart {name!r}", hint)


def _wordless(tag: Tag) -> Iterator[Finding]:
    if not tag.text().strip() and not any(inside.name in _SPEAKING for inside in tag.descendants()):
        yield tag.finding("T119", f"<{tag.name}> holds no words", "leave it out, or say something in it")


def _facts(tag: Tag) -> Iterator[Finding]:
    names = [child.name for child in tag.tags]
    if names != ["dt", "dd"] * (len(names) // 2) or not names:
        yield tag.finding("T128", "<dl> does not pair its labels", "a <dd> after each <dt>")


def _count(tag: Tag) -> Iterator[Finding]:
    """Compare the number said with what is listed: a list's items, a table's rows, a section's parts."""
    said, listed = tag.attributes["data-count"], _listed(tag)
    if said.isdecimal() and int(said) != listed:
        yield tag.finding(
            "T129",
            f"the text says {said}, and {listed} are listed",
            "list what is counted, or count what is listed",
        )


def _listed(tag: Tag) -> int:
    match tag.name:
        case "ul" | "ol":
            return len(tag.named("li"))
        case "table":
            body = tag.first("tbody")
            return sum("total" not in row.classes for row in body.named("tr")) if body else 0
    sections = tag.named("section")
    inside = next((child for child in tag.tags if child.name in ("ul", "ol", "table")), None)
    return len(sections) if sections or inside is None else _listed(inside)


_CHECKS: dict[str, Callable[[Tag], Iterator[Finding]]] = {
    "table": _table,
    "ul": _list,
    "ol": _list,
    "section": _section,
    "figure": _figure,
    "dl": _facts,
    "a": _wordless,
    "q": _wordless,
    "note": _wordless,
    "source": _wordless,
    "title": _wordless,
    "group": _wordless,
    "subtitle": _wordless,
}
