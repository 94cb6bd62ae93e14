"""Says in words what a field of a record takes, from the schema of its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

FILES = {
    "meeting": "meetings/NN.yaml",
    "paper": "papers/NAME.yaml",
    "return": "returns/NN/BODY.yaml",
    "pack": "briefs/NN/pack.yaml",
    "brief": "briefs/NN/brief-N.yaml",
}
"""Where the files of a kind stand that are not called by it."""

FORMS = {
    r"^\d{4}-\d{2}-\d{2}$": "date",
    r"^\d{4}(-\d{2}(-\d{2})?)?$": "partial date",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "id",
    r"^[0-9]{2,3}-[0-9]{2}$": "number such as `19-03`",
    r"^[1-9][0-9]?(\.[1-9][0-9]?)?$": "number such as `2.1`",
    r"^-?[0-9][0-9 ]*(\.[0-9]+)?$": "number such as `2 100`",
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$": "time such as `14:30`",
    r"^[A-Za-z0-9][A-Za-z0-9 ._-]*\.pdf$": "name of a PDF file",
}
"""What a text of a form is called, by the pattern of its field."""
_TYPES = {"integer": "number", "boolean": "true or false", "number": "number", "object": "fields"}

Node = Mapping[str, Any]
"""A part of a schema."""

FACT = "Fact_"
"""How the names of the parts begin that are facts."""


def form_of(node: Node, parts: Mapping[str, Node], link: Callable[[str], str]) -> str:
    """Return what a field takes; `parts` are those of its schema, and `link` names one that has fields."""
    match node:
        case {"$ref": str(ref)}:
            return _named(ref.rpartition("/")[2], parts, link)
        case {"anyOf": [*forms]}:
            return " or ".join(form_of(form, parts, link) for form in forms)
        case {"additionalProperties": {"$ref": _} as value}:
            return f"names, each with {form_of(value, parts, link)}"
        case {"enum": [*choices]}:
            return ", ".join(f"`{choice}`" for choice in choices)
        case {"type": "array", "items": items}:
            return f"list: {form_of(items, parts, link)}"
        case {"pattern": str(pattern)}:
            return FORMS.get(pattern, "text")
        case {"type": str(kind)}:
            return _TYPES.get(kind, "text")
    return "text"


def _named(name: str, parts: Mapping[str, Node], link: Callable[[str], str]) -> str:
    part = parts[name]
    if name.startswith(FACT):
        return f"fact: {form_of(part['anyOf'][0], parts, link)}"
    return link(name) if "properties" in part else form_of(part, parts, link)


def part_of(node: Node, parts: Mapping[str, Node]) -> str | None:
    """Return the name of the part whose fields stand under a field; None if it has none."""
    match node:
        case {"$ref": str(ref)}:
            name = ref.rpartition("/")[2]
            if name.startswith(FACT):
                return part_of(parts[name]["anyOf"][0], parts)
            return name if "properties" in parts[name] else None
        case {"anyOf": [*forms]}:
            return next((found for form in forms if (found := part_of(form, parts))), None)
        case {"type": "array", "items": items}:
            return part_of(items, parts)
    return None
