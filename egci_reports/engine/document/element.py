"""What the vocabulary says of an element and of an attribute."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute: its name, what it says, and which values it may have.

    `values` are the words allowed (any text if empty), several of them with spaces between if `several`;
    `pattern` is a regular expression for the whole value.
    """

    name: str
    meaning: str
    required: bool = False
    values: tuple[str, ...] = ()
    several: bool = False
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """An element: what it means, which elements it may hold, whether it may hold text.

    Each of `needs` must stand in it exactly once; `never_in` names elements in which it may not stand at
    whatever depth. `raw` text keeps its line ends.
    """

    name: str
    meaning: str
    holds: tuple[str, ...] = ()
    text: bool = False
    attributes: tuple[Attribute, ...] = ()
    needs: tuple[str, ...] = ()
    never_in: tuple[str, ...] = ()
    raw: bool = False

    def attribute(self, name: str) -> Attribute | None:
        """Return the attribute of that name, or None."""
        return next((a for a in self.attributes if a.name == name), None)
