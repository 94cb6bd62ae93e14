"""Carries the bookmarks of an annex over, beneath the one that our file has for it (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from pikepdf import Array, Dictionary, Object, Pdf, String

from egci_reports.engine.enclosing.destinations import Destinations
from egci_reports.engine.enclosing.limits import MOST_BOOKMARK_LEVELS, MOST_BOOKMARKS
from egci_reports.engine.enclosing.registers import Ref


@dataclass(slots=True)
class Outlines:
    """Carries bookmarks of `source` over to `main`; those that lead nowhere and hold none stay behind."""

    main: Pdf
    source: Pdf
    destinations: Destinations
    _seen: set[Ref] = field(default_factory=set)

    def carry(self, title: str, page: Object) -> None:
        """Put the annex's bookmarks beneath ours of this title and page; without ours, nothing is done."""
        theirs = self.source.Root.get("/Outlines")
        entry = next((one for one in _all(self.main) if _leads(one, title, page)), None)
        if entry is not None and isinstance(theirs, Dictionary):
            self._fill(entry, theirs, 1)

    def _fill(self, entry: Object, given: Object, level: int) -> None:
        """Put the bookmarks within one given into one of ours, folded."""
        made = [one for item in self._items(given) if (one := self._one(item, entry, level)) is not None]
        if not made:
            return
        for before, after in pairwise(made):
            before["/Next"], after["/Prev"] = after, before
        entry["/First"], entry["/Last"], entry["/Count"] = made[0], made[-1], -len(made)

    def _items(self, given: Object) -> Iterator[Object]:
        item = given.get("/First")
        while isinstance(item, Dictionary) and item.objgen not in self._seen:
            if len(self._seen) == MOST_BOOKMARKS:
                return
            self._seen.add(item.objgen)
            yield item
            item = item.get("/Next")

    def _one(self, item: Object, parent: Object, level: int) -> Object | None:
        title = item.get("/Title")
        made = self.main.make_indirect(Dictionary(Title=String(str(title or "")), Parent=parent))
        target = self.destinations.target(item)
        if target is not None and "/Dest" in target:
            made["/Dest"] = target.Dest
        if level < MOST_BOOKMARK_LEVELS:
            self._fill(made, item, level + 1)
        return made if isinstance(title, String) and ("/Dest" in made or "/First" in made) else None


def _all(main: Pdf) -> Iterator[Object]:
    """Yield the bookmarks of our own file."""
    waiting = [main.Root.get("/Outlines", Dictionary()).get("/First")]
    while waiting:
        item = waiting.pop()
        if item is not None:
            yield item
            waiting += [item.get("/Next"), item.get("/First")]


def _leads(item: Object, title: str, page: Object) -> bool:
    place = item.get("/Dest")
    return str(item.Title) == title and isinstance(place, Array) and place[0].objgen == page.objgen
