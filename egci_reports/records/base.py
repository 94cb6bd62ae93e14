"""The kinds of values that all records are made of: ids, days, partial dates, texts in three languages."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from egci_reports.records.text_form import FormKind, TextForm

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years that dates of records may lie in: all else is a slip of the pen."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


# else pydantic searches all that is installed for plug-ins, and lets them read the records
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


class Model(BaseModel):
    """Base of all records: frozen, no unknown keys, each field described by the docstring under it."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    # What pydantic still brings and would unpickle; templates reach neither (templating.reach), nor do others
    parse_raw: ClassVar[None] = None  # type: ignore[assignment]
    parse_file: ClassVar[None] = None  # type: ignore[assignment]


def _require_year(value: str) -> None:
    """Raise PydanticCustomError for a date written YYYY-... in a year that no record can speak of."""
    if not FIRST_YEAR <= int(value[:4]) <= LAST_YEAR:
        message = "the year {year} is outside of {first} to {last}"
        slots = {"year": value[:4], "first": FIRST_YEAR, "last": LAST_YEAR}
        raise PydanticCustomError("year_range", message, slots)


def _read_day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise PydanticCustomError("day_form", "a date is written YYYY-MM-DD, for example 2024-10-09")
    _require_year(value)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("day_impossible", "there is no such day: {day}", {"day": value}) from None


def _read_flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("flag_form", "write true or false")


Id = Annotated[
    str,
    TextForm(
        r"^[a-z0-9]+(-[a-z0-9]+)*$",
        "an id is lower-case letters, figures and hyphens: marine-department",
        longest=120,
        kind=FormKind.ID,
    ),
]
"""A lower-case id with hyphens: digital-policy-office. Files are named by ids."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
"""Text that is not empty, of 2,000 characters at most."""

Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
"""An officer's text: a blank line makes a paragraph, a line that begins with "- " a list item."""

PlenaryNumber = Annotated[int, Field(ge=1, le=999)]
"""The number of a plenary."""

Place = Annotated[int, Field(ge=1, le=99)]
"""A place in a list, counted from 1, or how many it has: an area of a plan, a claim of a dispute."""

Count = Annotated[int, Field(ge=0, le=9999)]
"""How many there are."""

ItemNumber = Annotated[
    str, TextForm(r"^[1-9][0-9]?(\.[1-9][0-9]?)?$", "the number of an item is written 3 or 2.1")
]
"""The number of an item of a work plan: 3 or 2.1."""

Number = Annotated[
    str,
    TextForm(
        r"^-?[0-9][0-9 ]*(\.[0-9]+)?$",
        "write the number in figures, thousands set off by a space: 2 100, 12.5",
        longest=30,
    ),
]
"""A number as it is printed: 2 100, 12.5."""

Day = Annotated[
    date,
    BeforeValidator(_read_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
"""A whole date, YYYY-MM-DD."""

Flag = Annotated[bool, BeforeValidator(_read_flag, json_schema_input_type=bool)]
"""true or false, nothing else (YAML's yes and no are words)."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date that may lack its day or its month: 2024-07-25, 2018-10 or 2009.

    Ordered by first day. `month` (1 to 12) and `day` (1 to 31) are None where not known.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, value: Any) -> PartialDate:
        """Read "2024-07-25", "2018-10" or "2009"; raises PydanticCustomError otherwise."""
        if isinstance(value, PartialDate):
            return value
        match = _PARTIAL.fullmatch(value) if isinstance(value, str) else None
        if match is None:
            raise PydanticCustomError(
                "partial_date_form", "a date is written YYYY-MM-DD, or YYYY-MM or YYYY where less is known"
            )
        _require_year(value)
        parts = [int(part) for part in match.groups() if part is not None]
        try:
            date(*[*parts, 1, 1][:3])
        except ValueError:
            raise PydanticCustomError(
                "day_impossible", "there is no such day: {day}", {"day": value}
            ) from None
        return cls(*parts)

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        if self.day is not None:
            return self.first
        month = self.month or 12
        following = date(self.year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=1)

    @property
    def is_whole(self) -> bool:
        """Whether year, month and day are all known."""
        return self.day is not None

    def __str__(self) -> str:
        return "-".join(
            [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Tell pydantic to read it with `parse` and to write it as text."""
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the written form for editors."""
        return {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}


class Words(Model):
    """A text in English, Traditional Chinese and Simplified Chinese; a plain text in YAML means English."""

    en: Line | None = None
    """English."""
    tc: Line | None = None
    """Traditional Chinese (zh-Hant-HK)."""
    sc: Line | None = None
    """Simplified Chinese (zh-Hans-CN)."""

    def __str__(self) -> str:
        return self.en or self.tc or self.sc or ""


class PlainText:
    """Marks a field whose model may be written in YAML as one plain text, put under `key`."""

    def __init__(self, key: str) -> None:
        self.key = key

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Wrap a plain text before the model reads it."""
        key = self.key

        def wrap(value: Any) -> Any:
            return {key: value} if isinstance(value, str) else value

        return core_schema.no_info_before_validator_function(wrap, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Allow both forms in the editor."""
        return {"anyOf": [{"type": "string"}, handler(schema)]}


LocalText = Annotated[Words, PlainText("en")]
"""A text in up to three languages; a plain text means English."""
