"""Says what a template asked for in vain, with the nearest name that there is."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from jinja2 import StrictUndefined
from jinja2.utils import missing

from egci_reports.engine.templating.reach import readable


class UndefinedValue(StrictUndefined):
    """A name, a field or a key that does not exist: any use of it is an error."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        """Return what is missing; for a field or key, with the nearest that its owner has."""
        if self._undefined_hint:
            return self._undefined_hint
        name, owner = self._undefined_name, self._undefined_obj
        if owner is missing:
            return f"there is no {name!r} here"
        if not isinstance(name, str):
            return f"a {type(owner).__name__} has no {name!r}"
        return f"a {type(owner).__name__} has no {name!r}{nearest(name, readable(owner))}"


def nearest(name: str, known: Iterable[str]) -> str:
    """Return "; did you mean 'meeting'?" for the nearest known name, or nothing."""
    near = get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
