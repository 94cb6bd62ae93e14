"""Checks that references and citations find what they can print, and that no anchor stands twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from egci_reports.engine.document.parsing.tag import Tag
from egci_reports.errors import Finding


def check_links(root: Tag) -> Iterator[Finding]:
    """Yield a finding for each id given twice (T130) and each reference that is dead (T131 to T133)."""
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
            name = tag.attributes.get("to", "")
            yield from _dead(tag, "T131", "nothing here has the id", (name,), anchors)
            if name in anchors and not _has_number(anchors[name]):
                yield tag.finding("T133", f"what {name!r} names has no number to refer to", _NUMBERED)
            elif name in anchors and _appends_nothing(tag, anchors[name]):
                yield tag.finding(
                    "T133", f"what {name!r} names encloses nothing that is appended", _ENCLOSING
                )
        elif tag.name == "cite":
            names = tag.attributes.get("sources", "").split()
            yield from _dead(tag, "T132", "the list of sources has no", names, sources)


_ENCLOSING = "refer to a section that encloses a document"
_NUMBERED = "refer to a section, a numbered paragraph, an item of an <ol>, a table or a figure"


def _has_number(tag: Tag) -> bool:
    """Whether the passes give what a tag becomes a number, or for a section its title to refer to."""
    match tag.name:
        case "section" | "table":
            return True
        case "figure":
            return "decorative" not in tag.classes
        case "li":
            return tag.parent is not None and tag.parent.name == "ol"
        case "p":
            direct = tag.parent is not None and tag.parent.name in ("section", "paper")
            said = (around.attributes.get("paragraphs") for around in tag.ancestors())
            return direct and not tag.classes and next(filter(None, said), None) == "numbered"
    return False


def _appends_nothing(reference: Tag, target: Tag) -> bool:
    return reference.attributes.get("form") == "appended" and "encloses" not in target.attributes


def _dead(
    tag: Tag, code: str, message: str, names: Iterable[str], known: dict[str, Tag]
) -> Iterator[Finding]:
    for name in names:
        if name and name not in known:
            near = get_close_matches(name, known, n=1)
            yield tag.finding(code, f"{message} {name!r}", f"did you mean {near[0]!r}?" if near else None)
