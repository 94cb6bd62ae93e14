"""Tells what Word does not show as standing text: hidden or struck through, by itself or by a style."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from egci_reports.forms.markup import attribute, child, is_on, kind

_STRIKES = ("w:strike", "w:dstrike")


@dataclass(frozen=True, slots=True)
class Look:
    """What properties say of hiding and striking; None where they say nothing."""

    hidden: bool | None = None
    struck: bool | None = None


@dataclass(slots=True)
class Looks:
    """The looks of the styles of a file, by their ids."""

    styles: dict[str, Look] = field(default_factory=dict)

    def of_run(self, run: etree._Element, paragraph_style: str) -> Look:
        """Return how a run looks: what it says itself, else what its styles say.

        A property of both styles cancels itself (ISO/IEC 29500-1, 17.7.3).
        """
        properties = child(run, "w:rPr")
        own = _look(properties)
        said = child(properties, "w:rStyle") if properties is not None else None
        style = self.styles.get(attribute(said, "val"), Look()) if said is not None else Look()
        paragraph = self.styles.get(paragraph_style, Look())
        return Look(
            own.hidden if own.hidden is not None else bool(style.hidden) != bool(paragraph.hidden),
            own.struck if own.struck is not None else bool(style.struck) != bool(paragraph.struck),
        )


def looks_of(roots: Iterable[etree._Element]) -> Looks:
    """Return the looks of all styles in the style parts of a file."""
    own: dict[str, Look] = {}
    based: dict[str, str] = {}
    for root in roots:
        for style in root:
            if kind(style) == "w:style":
                name = attribute(style, "styleId")
                own[name] = _look(child(style, "w:rPr"))
                on = child(style, "w:basedOn")
                based[name] = attribute(on, "val") if on is not None else ""
    return Looks({name: _inherited(name, own, based) for name in own})


_MAX_BASES = 12
"""How many styles deep a style is followed: Word allows eleven."""


def _inherited(name: str, own: dict[str, Look], based: dict[str, str]) -> Look:
    look = Look()
    for _ in range(_MAX_BASES):
        base = own.get(name)
        if base is None:
            break
        look = Look(
            base.hidden if look.hidden is None else look.hidden,
            base.struck if look.struck is None else look.struck,
        )
        name = based[name]
    return look


def _look(properties: etree._Element | None) -> Look:
    strikes = [is_on(properties, name) for name in _STRIKES]
    said = [one for one in strikes if one is not None]
    return Look(is_on(properties, "w:vanish"), any(said) if said else None)
