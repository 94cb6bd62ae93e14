"""Who a paper is made for: an audience, and for a department which one, before which plenary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """For whom a paper is made, from the narrowest circle to the widest."""

    INTERNAL = "internal"  # the secretariat and named officers: they read everything
    DEPARTMENT = "department"  # one body of the Hong Kong side
    JOINT = "joint"  # both sides
    PUBLIC = "public"

    @property
    def is_own_side(self) -> bool:
        """Whether only the Hong Kong side reads it."""
        return self in (Audience.INTERNAL, Audience.DEPARTMENT)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads. A department's part names its `body`, and the `plenary` before which it is held."""

    audience: Audience = Audience.INTERNAL
    body: str | None = None
    plenary: int | None = None


INTERNAL = Reader()
"""The secretariat and named officers."""


def may_cross(audience: Audience, marking: str | None) -> bool:
    """Whether a paper may be given to anybody off the Hong Kong side.

    It may if it was made for both sides or for the public, and bears no marking: markings are of one side
    only, and what bears one stays there.
    """
    return not audience.is_own_side and marking is None
