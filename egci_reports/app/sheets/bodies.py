"""Bodies by name: as sheets offer them, and as people write them."""

from __future__ import annotations

from collections.abc import Iterable

from egci_reports.app.reading.find import names_of
from egci_reports.records.bodies import Body, Side
from egci_reports.records.known_names import plain
from egci_reports.records.records import Records


class BodyNames:
    """The bodies on record, by every name that they bear or have borne."""

    def __init__(self, records: Records) -> None:
        self.bodies = records.bodies
        self._ids: dict[str, set[str]] = {}
        for body in records.bodies.values():
            for name in (body.id, body.id.replace("-", " "), *names_of(body)):
                self._ids.setdefault(plain(name), set()).add(body.id)

    def name(self, key: str) -> str:
        """Return the present name of a body; its id if it is not on record."""
        body = self.bodies.get(key)
        return str(body.names[-1].name) if body else key

    def offered(self, side: Side | None = None, also: Iterable[str] = ()) -> dict[str, str]:
        """Return the names of the bodies that exist, in protocol order, each with its id.

        `also` are bodies that stand in the list already, be they gone.
        """
        used = set(also)
        found = [
            body
            for body in self.bodies.values()
            if body.id in used or (body.dissolved is None and side in (None, body.side) and _answers(body))
        ]
        found.sort(key=lambda body: (body.side is not Side.HONG_KONG, body.protocol, self.name(body.id)))
        return {self.name(body.id): body.id for body in found}

    def meant(self, text: str) -> str | None:
        """Return the id of the one body that a name means; None if it means none, or several.

        A name of old means the body that bears it, or that has taken its place.
        """
        ids = self._ids.get(plain(text), set())
        living = {key for key in ids if self.bodies[key].dissolved is None} or ids
        return next(iter(living)) if len(living) == 1 else None


def _answers(body: Body) -> bool:
    """Whether a body may lead an item: a committee of both sides does not."""
    return body.side in (Side.HONG_KONG, Side.GUANGDONG)
