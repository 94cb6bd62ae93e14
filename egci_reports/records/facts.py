"""Facts: what a source states, what sources dispute, and what they do not say."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Generic, TypeVar

from pydantic import Discriminator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, Tag
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema
from typing_extensions import TypeAliasType

from egci_reports.records.base import Day, Id, Line, Model, Place
from egci_reports.records.dated import Dated

T = TypeVar("T")

FACT_MARK = "x-fact"
"""Key that marks the union of a fact in a generated JSON schema."""


class UnstatedReason(StrEnum):
    """Why a fact is not stated; each prints its own words."""

    NOT_RECORDED = "not-recorded"  # the sources were read for it and have nothing
    NOT_STATED = "not-stated"  # the source treats the point but leaves it open
    NOT_SEEN = "not-seen"  # our copy of the source stops short
    NOT_NOTED = "not-noted"  # the source was read, but what it has on the point was not noted
    NO_LIST = "no-list"  # the source lists nobody, or nothing
    OPEN_LIST = "open-list"  # the source names some and says there are more


class Parametrized(Model):
    """A model of a T. What has none yet is never read, and pydantic builds nothing for it."""

    @classmethod
    def model_rebuild(cls, **options: Any) -> bool | None:
        """Build the validator, as pydantic asks for it, unless the model has no T yet."""
        without = cls.__pydantic_generic_metadata__["parameters"]
        return None if without else super().model_rebuild(**options)


class Stated(Parametrized, Generic[T]):
    """A value that the sources state. In YAML a plain value means this."""

    value: T
    """The value."""
    sources: tuple[Id, ...] = ()
    """Ids of the sources that state it; none means the file's own sources."""
    note: Line | None = None
    """A note on the value, for the notes on sources."""


class RivalValue(Parametrized, Generic[T]):
    """One of the rival values of a dispute, with the sources that state it."""

    value: T
    """What these sources say."""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of the sources."""
    words: Line | None = None
    """The sources' own words, short."""


class Decision(Model):
    """How a dispute was decided."""

    claim: Place
    """Which of the rival values holds, counted from 1."""
    by: Line
    """Who decided: a post or a name."""
    on: Annotated[Day, Dated.BEGINS]
    """When."""
    reason: Line
    """Why, in words that may be printed."""


class Acceptance(Model):
    """That an undecided dispute is printed in numbered editions too, with all its values."""

    by: Line
    """Who accepted it: a post or a name."""
    on: Annotated[Day, Dated.BEGINS]
    """When."""
    reason: Line
    """Why, in words that are printed with the values."""


class Disputed(Parametrized, Generic[T]):
    """Rival values with their sources, and the decision, once there is one."""

    disputed: Annotated[tuple[RivalValue[T], ...], Field(min_length=2)]
    """The rival values."""
    decision: Decision | None = None
    """The decision; while there is none, a numbered edition is refused."""
    accepted: Acceptance | None = None
    """Why numbered editions may print all values although nothing is decided."""
    note: Line | None = None
    """What else speaks for one or the other."""

    @property
    def waits(self) -> bool:
        """Whether it keeps numbered editions waiting: neither decided nor accepted."""
        return self.decision is None and self.accepted is None

    @property
    def decided(self) -> RivalValue[T] | None:
        """The claim that the decision upholds; None while the dispute is open."""
        if self.decision is None or self.decision.claim > len(self.disputed):
            return None
        return self.disputed[self.decision.claim - 1]


class Unstated(Model):
    """Looked for, and not stated."""

    unstated: UnstatedReason
    """Why there is no value."""
    note: Line | None = None
    """A note for the notes on sources."""
    sources: tuple[Id, ...] = ()
    """Ids of the sources that were read for it."""


def _form(value: Any) -> str:
    if isinstance(value, (Disputed, Unstated, Stated)):
        return type(value).__name__.split("[")[0].lower()
    if isinstance(value, dict):
        for tag in ("disputed", "unstated"):
            if tag in value:
                return tag
    return "stated"


class _Shorthand:
    """Lets a plain value stand for `{value: ...}`."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Wrap a plain value before the union reads it."""

        def wrap(value: Any) -> Any:
            if isinstance(value, (Stated, Disputed, Unstated)):
                return value
            if isinstance(value, dict) and value.keys() & {"value", "disputed", "unstated"}:
                return value
            return {"value": value}

        return core_schema.no_info_before_validator_function(wrap, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Mark the union, so that `records.schema` adds the plain value to the forms it allows."""
        return {**handler(schema), FACT_MARK: True}


Fact = TypeAliasType(
    "Fact",
    Annotated[
        Annotated[Stated[T], Tag("stated")]
        | Annotated[Disputed[T], Tag("disputed")]
        | Annotated[Unstated, Tag("unstated")],
        Discriminator(_form),
        _Shorthand(),
    ],
    type_params=(T,),
)
"""A fact about T: stated, disputed or unstated. Whoever reads one must deal with all three."""


def sources_of(fact: Stated[T] | Disputed[T] | Unstated) -> tuple[str, ...]:
    """Return the ids of the sources of a fact, each once; of a dispute, those of all rivals."""
    if isinstance(fact, Disputed):
        return tuple(dict.fromkeys(key for claim in fact.disputed for key in claim.sources))
    return fact.sources


def settled(fact: Stated[T] | Disputed[T] | Unstated) -> T | None:
    """Return the value that may be printed without more: stated, or decided; else None."""
    match fact:
        case Stated():
            return fact.value
        case Disputed():
            return fact.decided.value if fact.decided else None
        case Unstated():
            return None


def values(fact: Stated[T] | Disputed[T] | Unstated) -> tuple[T, ...]:
    """Return every value still possible: one if stated or decided, all rivals if not, none if unstated."""
    match fact:
        case Stated():
            return (fact.value,)
        case Disputed():
            return (fact.decided.value,) if fact.decided else tuple(claim.value for claim in fact.disputed)
        case Unstated():
            return ()
