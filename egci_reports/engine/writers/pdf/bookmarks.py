"""Writes the bookmarks: one for each heading, nested like them (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Sequence

from egci_reports.engine.writers.pdf.objects import ObjectFile, reference, text_string
from egci_reports.engine.writers.pdf.places import Place, Places


class _Bookmark:
    """A bookmark in the making, with those inside it."""

    def __init__(self, number: int, title: str, place: Place | None) -> None:
        self.number = number
        self.title = title
        self.place = place
        self.kids: list[_Bookmark] = []


def write_bookmarks(
    file: ObjectFile, headings: Sequence[tuple[int, str, Place]], places: Places
) -> int | None:
    """Write the bookmarks of headings (level, title, place); return their root, or None without headings.

    First-level bookmarks are shown, those inside them are folded.
    """
    if not headings:
        return None
    root = _Bookmark(file.reserve(), "", None)
    path: list[tuple[int, _Bookmark]] = [(0, root)]
    for level, title, place in headings:
        while path[-1][0] >= level:
            path.pop()
        bookmark = _Bookmark(file.reserve(), title, place)
        path[-1][1].kids.append(bookmark)
        path.append((level, bookmark))
    _write_kids(file, root, places)
    first, last = root.kids[0].number, root.kids[-1].number
    file.write(
        root.number,
        b"<</Type/Outlines/First %s/Last %s/Count %d>>" % (reference(first), reference(last), len(root.kids)),
    )
    return root.number


def _write_kids(file: ObjectFile, parent: _Bookmark, places: Places) -> None:
    for index, bookmark in enumerate(parent.kids):
        parts = [b"<</Title%s/Parent %s" % (text_string(bookmark.title), reference(parent.number))]
        if bookmark.place is not None:
            parts.append(b"/Dest" + places.destination(bookmark.place))
        if index > 0:
            parts.append(b"/Prev " + reference(parent.kids[index - 1].number))
        if index + 1 < len(parent.kids):
            parts.append(b"/Next " + reference(parent.kids[index + 1].number))
        if bookmark.kids:
            first, last = bookmark.kids[0].number, bookmark.kids[-1].number
            parts.append(
                b"/First %s/Last %s/Count %d" % (reference(first), reference(last), -len(bookmark.kids))
            )
        file.write(bookmark.number, b"".join([*parts, b">>"]))
        _write_kids(file, bookmark, places)
