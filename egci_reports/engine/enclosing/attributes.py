"""Carries attributes of structure elements over: classes in full, boxes and identifiers as they are now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object, String

from egci_reports.engine.enclosing.placing import Placing
from egci_reports.engine.enclosing.registers import several


@dataclass(frozen=True, slots=True)
class Attributes:
    """Makes the attributes of elements of one annex, which has `classes` of them (ISO 32000-1, 14.7.5)."""

    classes: Object
    identifier: Callable[[bytes], bytes]
    """Gives the identifier that an element now has."""

    def of(self, element: Object, placing: Callable[[], Placing | None]) -> Array:
        """Return the attributes of an element, one dictionary for each owner; its own before its class's.

        `placing` tells where the element's page went; it is asked only where a box depends on it.
        """
        owners: dict[str, dict[str, object]] = {}
        for given in self._given(element):
            entries = owners.setdefault(str(given.get("/O")), {})
            for key, value in given.items():
                entries[key] = self._value(key, value, placing)
        return Array([Dictionary({k: v for k, v in one.items() if v is not None}) for one in owners.values()])

    def _given(self, element: Object) -> Iterator[Object]:
        """Yield dictionaries of attributes, those that hold the more the later; revisions are left out."""
        for name in several(element.get("/C")):
            if isinstance(name, Name):
                yield from (one for one in several(self.classes.get(str(name))) if _is_known(one))
        yield from (one for one in several(element.get("/A")) if _is_known(one))

    def _value(self, key: str, value: object, placing: Callable[[], Placing | None]) -> object:
        if key == "/BBox" and isinstance(value, Array) and len(value) == 4:
            where = placing()
            return None if where is None else where.box(value)
        if key == "/Headers" and isinstance(value, Array):
            return Array([String(self.identifier(bytes(one))) for one in value if isinstance(one, String)])
        return plain(value)


def plain(value: object) -> object:
    """Return a value as one that belongs to no file; what is not a plain value is left out."""
    match value:
        case Dictionary():
            return Dictionary({key: plain(one) for key, one in value.items()})
        case Array():
            return Array([plain(one) for one in value])
        case String():
            return String(bytes(value))
        case Name():
            return Name(str(value))
        case bool() | int() | float() | Decimal():
            return value
    return None


def _is_known(attributes: Object) -> bool:
    """Whether attributes are of an owner of ISO 32000-1; those of namespaces came with ISO 32000-2."""
    return isinstance(attributes, Dictionary) and attributes.get("/O", Name.NSO) != Name.NSO
