"""Puts the docstring under each field of a record into its schema.

Pydantic can do so by itself (`use_attribute_docstrings`), but then reads the source of every model in every
run, which takes longer than all the rest of `check`.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema


class DescribedSchema(GenerateJsonSchema):
    """Generates the JSON schema of models with the docstrings of their fields as descriptions."""

    def encode_default(self, dft: Any) -> Any:
        """Return a default value as JSON; pydantic 2.12.0 asks a model that it has not built yet."""
        if isinstance(dft, BaseModel):
            type(dft).model_rebuild()
        return super().encode_default(dft)

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        """Return pydantic's schema of a model with a description in each property."""
        made = super().model_schema(schema)
        for name, text in field_docstrings(schema["cls"]).items():
            if name in made.get("properties", {}):
                made["properties"][name]["description"] = text
        return made


def field_docstrings(model: type[BaseModel]) -> dict[str, str]:
    """Return the text under each field of a model, by the field's name; inherited ones too."""
    own = model.__pydantic_generic_metadata__["origin"] or model
    texts: dict[str, str] = {}
    for base in reversed(own.__mro__):
        if issubclass(base, BaseModel) and base.model_fields:
            texts |= _in_source(base)
    return texts


def _in_source(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    if not isinstance(definition, ast.ClassDef):
        return
    for field, under in pairwise(definition.body):
        match field, under:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, " ".join(text.split())
