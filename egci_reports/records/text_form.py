"""Texts of a given form: the pattern of the form, and what to write where a text does not fit it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

ERROR = "text_form"
"""The type of pydantic's error for a text that has not its form; its context has `kind` and `hint`."""


class FormKind(StrEnum):
    """The forms of which more can be said than what they are: what is wrong with the text at hand."""

    PLAIN = "plain"
    ID = "id"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class TextForm:
    """Gives a text field its form. `hint` says what to write; `longest` is how many characters it takes."""

    pattern: str
    hint: str
    longest: int | None = None
    kind: FormKind = FormKind.PLAIN

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read a text that is short enough, then see to its form."""
        formed = core_schema.custom_error_schema(
            core_schema.str_schema(pattern=self.pattern),
            ERROR,
            custom_error_message="this is not the form of the field",
            custom_error_context={"kind": self.kind.value, "hint": self.hint},
        )
        return core_schema.chain_schema([core_schema.str_schema(max_length=self.longest), formed])

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the form for editors."""
        longest = {} if self.longest is None else {"maxLength": self.longest}
        return {**longest, "pattern": self.pattern, "type": "string"}
