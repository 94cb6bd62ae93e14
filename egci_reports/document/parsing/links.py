"""Checks that references and citations find their targets, and that no anchor stands twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from egci_reports.document.parsing.tag import Tag
from egci_reports.errors import Finding


def check_links(root: Tag) -> Iterator[Finding]:
    """Yield a finding for each anchor or source given twice (T130) and each dead reference (T131, T132)."""
    anchors: dict[str, Tag] = {}
    sources: dict[str, Tag] = {}
    for tag in root.descendants():
        name = tag.attributes.get("id")
        if name:
            known = sources if tag.name == "source" else anchors
            if name in known:
                yield tag.finding(
                    "T130", f"the id {name!r} stands twice; first at {known[name].at}", "rename one"
                )
            known.setdefault(name, tag)
    for tag in root.descendants():
        if tag.name == "ref":
            yield from _dead(tag, "T131", "nothing here has the id", (tag.attributes.get("to", ""),), anchors)
        elif tag.name == "cite":
            names = tag.attributes.get("sources", "").split()
            yield from _dead(tag, "T132", "the list of sources has no", names, sources)


def _dead(
    tag: Tag, code: str, message: str, names: Iterable[str], known: dict[str, Tag]
) -> Iterator[Finding]:
    for name in names:
        if name and name not in known:
            near = get_close_matches(name, known, n=1)
            yield tag.finding(code, f"{message} {name!r}", f"did you mean {near[0]!r}?" if near else None)
