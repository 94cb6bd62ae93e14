"""Bookmarks: a name that Word accepts for each anchor of the tree, and their running ids."""

from __future__ import annotations

import hashlib
import re

from egci_reports.engine.writers.word.markup import Xml, tag

_LONGEST = 40
"""Word cuts longer names off."""


class Bookmarks:
    """The bookmarks of one paper."""

    def __init__(self) -> None:
        self._count = 0
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()

    def name(self, anchor: str) -> str:
        """Return the name of an anchor's bookmark: letters, digits, underlines; hidden from lists."""
        known = self._names.get(anchor)
        if known is None:
            known = bookmark_name(anchor)
            while known in self._taken:
                known = bookmark_name(f"{anchor}#{known}", plain=False)
            self._names[anchor] = known
            self._taken.add(known)
        return known

    def around(self, anchor: str | None, content: Xml) -> Xml:
        """Put the bookmark of an anchor around content; without an anchor, return the content."""
        return self.named(self.name(anchor), content) if anchor else content

    def named(self, name: str, content: Xml) -> Xml:
        """Put a bookmark of a given name around content."""
        self._count += 1
        start = tag("w:bookmarkStart", {"w:id": self._count, "w:name": name})
        return Xml(start + content + tag("w:bookmarkEnd", {"w:id": self._count}))


def bookmark_name(anchor: str, *, plain: bool = True) -> str:
    """Return the bookmark name of an anchor; one that Word cannot hold as it is ends in a short hash."""
    readable = "_" + re.sub(r"[^0-9A-Za-z]+", "_", anchor)
    if plain and readable == "_" + anchor.replace("-", "_") and len(readable) <= _LONGEST:
        return readable
    digest = hashlib.sha256(anchor.encode()).hexdigest()[:8]
    return f"{readable[: _LONGEST - 9]}_{digest}"
