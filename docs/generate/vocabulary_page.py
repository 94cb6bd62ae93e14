"""Makes `docs/vocabulary.md` from the vocabulary of templates."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.engine.document.element import Attribute, Element
from egci_reports.engine.document.vocabulary import BLOCK, GROUPS, INLINE, PAPER_BLOCK

_HEAD = """# The vocabulary of templates

A template renders to well-formed XML in a closed subset of HTML. What is not listed here is refused, with
the template, the line and the path of the element. There is no inline style: look belongs to the theme.

This page is made from the program's own table:
`python -m docs.generate`
"""


def page() -> str:
    """Return the page as Markdown text."""
    parts = [_HEAD]
    parts += [f"**{label}**: {_names(names)}.\n" for label, names in _SETS]
    for title, elements in GROUPS:
        parts.append(f"## {title}\n")
        parts += ["\n".join(_lines(element)) + "\n" for element in elements]
    return "\n".join(parts)


_SETS = (("Inlines", INLINE), ("Blocks", BLOCK))


def _lines(element: Element) -> Iterator[str]:
    yield f"### `{element.name}`\n"
    yield f"{element.meaning}\n"
    yield f"- Holds: {_holds(element)}."
    if element.needs:
        yield f"- Needs, once each: {_names(element.needs)}."
    if element.never_in:
        yield f"- Never in: {_names(element.never_in)}."
    for attribute in element.attributes:
        yield f"- {_attribute(attribute)}"


def _holds(element: Element) -> str:
    """Say what an element may hold, naming the common sets instead of listing them."""
    parts, rest = (["text"] if element.text else []), element.holds
    for label, group in (("blocks and sections", PAPER_BLOCK), ("blocks", BLOCK), ("inlines", INLINE)):
        if set(group) <= set(rest):
            parts.append(label)
            rest = tuple(name for name in rest if name not in group)
    parts += [_names(rest)] if rest else []
    return ", ".join(parts) or "nothing"


def _attribute(attribute: Attribute) -> str:
    need = "required" if attribute.required else "optional"
    values = ""
    if attribute.values:
        values = f" One{' or more' if attribute.several else ''} of {_names(attribute.values)}."
    elif attribute.pattern:
        values = f" Form: `{attribute.pattern}`."
    return f"`{attribute.name}` ({need}): {attribute.meaning}.{values}"


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
