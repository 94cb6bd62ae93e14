"""Holds tags against the vocabulary: names, nesting, text, attributes and their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from egci_reports.engine.document.element import Attribute, Element
from egci_reports.engine.document.parsing.tag import Tag
from egci_reports.engine.document.vocabulary import VOCABULARY
from egci_reports.errors import Finding

_MANY = 8


def validate(root: Tag) -> Iterator[Finding]:
    """Yield a finding for each breach of the vocabulary (T110 to T119), in the order of the tags."""
    if root.name != "paper":
        yield root.finding("T110", f"the root is <{root.name}>", "a template renders one <paper>")
    for tag in root.descendants():
        element = VOCABULARY.get(tag.name)
        if element is None:
            near = get_close_matches(tag.name, VOCABULARY, n=1)
            yield tag.finding(
                "T111", f"there is no element <{tag.name}>", _did_you_mean(near, tuple(VOCABULARY))
            )
            continue
        yield from _place(tag, element)
        yield from _content(tag, element)
        yield from _attributes(tag, element)


def _place(tag: Tag, element: Element) -> Iterator[Finding]:
    parent = tag.parent and VOCABULARY.get(tag.parent.name)
    if parent and tag.name not in parent.holds:
        holds = parent.holds or ("nothing",)
        yield tag.finding(
            "T112", f"<{tag.name}> cannot stand in <{parent.name}>", f"it may hold: {_some(holds)}"
        )
    if element.never_in:
        around = next((a.name for a in tag.ancestors() if a.name in element.never_in), None)
        if around:
            yield tag.finding("T113", f"<{tag.name}> cannot stand in <{around}>, at whatever depth")


def _content(tag: Tag, element: Element) -> Iterator[Finding]:
    if not element.text:
        text = " ".join(child for child in tag.children if isinstance(child, str)).strip()
        if text:
            hint = "put it into a <p>" if "p" in element.holds else "put it into one of the elements it holds"
            yield tag.finding("T114", f"<{tag.name}> cannot hold text: {text[:40]!r}", hint)
    for name in element.needs:
        found = len(tag.named(name))
        if found != 1:
            times = "no" if found == 0 else "more than one"
            yield tag.finding("T115", f"<{tag.name}> has {times} <{name}>", f"it needs <{name}> once")


def _attributes(tag: Tag, element: Element) -> Iterator[Finding]:
    known = tuple(attribute.name for attribute in element.attributes)
    for name, value in tag.attributes.items():
        attribute = element.attribute(name)
        if attribute is None:
            near = get_close_matches(name, known, n=1)
            yield tag.finding("T116", f"<{tag.name}> has no attribute {name!r}", _did_you_mean(near, known))
        else:
            yield from _value(tag, attribute, value)
    for attribute in element.attributes:
        if attribute.required and not tag.attributes.get(attribute.name, "").strip():
            yield tag.finding(
                "T117", f"<{tag.name}> needs the attribute {attribute.name!r}", f"it says {attribute.meaning}"
            )


def _value(tag: Tag, attribute: Attribute, value: str) -> Iterator[Finding]:
    """Check a value; an empty one of a required attribute is found missing elsewhere."""
    if attribute.values:
        for word in value.split() if attribute.several else (value,):
            if word not in attribute.values:
                near = get_close_matches(word, attribute.values, n=1)
                message = f"<{tag.name}> cannot have {attribute.name}={word!r}"
                yield tag.finding("T118", message, _did_you_mean(near, attribute.values))
    elif attribute.pattern and value and not re.fullmatch(attribute.pattern, value):
        message = f"<{tag.name}> cannot have {attribute.name}={value!r}"
        yield tag.finding("T118", message, f"it must match {attribute.pattern}")


def _did_you_mean(near: list[str], known: tuple[str, ...]) -> str:
    if near:
        return f"did you mean {near[0]!r}?"
    return f"known here: {_some(known)}" if known else "it takes none"


def _some(names: tuple[str, ...]) -> str:
    more = ", ..." if len(names) > _MANY else ""
    return ", ".join(names[:_MANY]) + more
