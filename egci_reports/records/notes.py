"""Notes of a plenary: who was there, what was reported, what was agreed, and when the sides meet again."""

from __future__ import annotations

from typing import Annotated, ClassVar

from egci_reports.records.base import Day, Line, Model, Place, PlenaryNumber, Prose
from egci_reports.records.dated import Dated
from egci_reports.records.packs import Delegate
from egci_reports.records.signed import Signed


class Attendee(Delegate):
    """Somebody who was there: present as a head or member, or in attendance."""


class Agreed(Model):
    """What the two sides agreed on an item, in its own verb, which is never a stronger one."""

    verb: Line
    """What they did: agreed, endorsed, noted, took note."""
    text: Line
    """What it was, as the verb goes on: to continue the exchange of data."""


class NotedItem(Model):
    """An item of the agenda, as it was dealt with."""

    item: Line
    """The item, as on the agenda."""
    area: Place | None = None
    """The place of its area in the plan under review."""
    reported: Prose | None = None
    """What was reported and said in the room, by whom."""
    agreed: tuple[Agreed, ...] = ()
    """What was agreed, in the order of the notes."""
    own: Prose | None = None
    """What the Hong Kong side notes for itself: it is in no joint record."""


class MeetingNotes(Signed):
    """records/NN.yaml: the notes of a plenary. Its actions stand in actions.yaml, by their numbers."""

    APART: ClassVar[frozenset[str]] = Signed.APART | {"agreed_on"}

    plenary: PlenaryNumber
    """The plenary."""
    time: Line | None = None
    """When it began and ended: 10:00 am to 12:15 pm."""
    place: Line | None = None
    """Where it was held: a hall, a building, the city."""
    present: tuple[Attendee, ...] = ()
    """Who was there, on both sides. Their order comes from the records."""
    items: tuple[NotedItem, ...] = ()
    """The items of the agenda, in order."""
    next_meeting: Line | None = None
    """When and where the sides meet again, as it was left."""
    agreed_on: Annotated[Day | None, Dated.ENDS] = None
    """The day on which the Guangdong side agreed to the joint record; none: it has not yet."""

    @classmethod
    def own_fields(cls) -> tuple[str, ...]:
        """Return the names of the fields that hold an officer's words."""
        return tuple(name for name in super().own_fields() if name != "plenary")

    @property
    def is_written(self) -> bool:
        """Whether anything is noted: the items alone, as the agenda has them, are no notes."""
        noted = any(one.reported or one.agreed or one.own for one in self.items)
        return bool(noted or self.time or self.place or self.present or self.next_meeting)
