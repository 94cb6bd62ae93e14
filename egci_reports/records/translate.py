"""Turns pydantic's errors into findings for officers: our words, at the line of the YAML."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from egci_reports.errors import Finding
from egci_reports.records import text_form
from egci_reports.records.form_hints import day_meant, form_hint
from egci_reports.records.known_names import KnownNames
from egci_reports.records.reference_fields import BEGUN_BY, REFERENCES
from egci_reports.records.text_form import FormKind
from egci_reports.records.yaml_file import Path_, YamlFile

_NEAR = 0.5
"""How alike a field must be to be taken for a misspelt one (0 to 1)."""

MAX_DETAILS = 50
"""Errors of one entry that are told, so that they do not fill the screen."""

_CODES = {
    "extra_forbidden": "R102",
    "missing": "R103",
    "enum": "R104",
    "literal_error": "R104",
    "day_form": "R105",
    "partial_date_form": "R105",
    "day_impossible": "R106",
    "year_range": "R117",
    text_form.ERROR: "R107",
    "string_too_short": "R108",
    "too_short": "R108",
    "too_long": "R109",
}


def translate(
    error: ValidationError,
    model: type[BaseModel],
    file: YamlFile,
    prefix: tuple[str | int, ...],
    names: KnownNames,
) -> Iterator[Finding]:
    """Yield a finding for each error of validating the part of `file` at `prefix` as `model`.

    `names` are those of bodies and people, which officers write where ids belong.

    Of an entry that is wrong from end to end only the first MAX_DETAILS are told.
    """
    details = error.errors(include_url=False, include_context=True)[:MAX_DETAILS]
    misspelt = {_parent_and_meant(detail, model) for detail in details if detail["type"] == "extra_forbidden"}
    for detail in details:
        if _follows_from_another(detail, misspelt):
            continue
        path = (*prefix, *detail["loc"])
        unknown = detail["type"] == "extra_forbidden"
        position = file.position(path, of_key=unknown)
        message, hint = _words(detail, model, names)
        yield Finding(
            _CODES.get(detail["type"], "R109"), message, position, hint, source=file.line(position.line)
        )


def _parent_and_meant(detail: ErrorDetails, model: type[BaseModel]) -> tuple[Path_, str | None]:
    """Return where an unknown field stands, and which known one it is likely to mean."""
    *parent, name = detail["loc"]
    near = get_close_matches(str(name)[:60], fields_at(model, tuple(parent)), n=1, cutoff=_NEAR)
    return tuple(parent), next(iter(near), None)


def _follows_from_another(detail: ErrorDetails, misspelt: set[tuple[Path_, str | None]]) -> bool:
    """Whether an error only echoes another: a misspelt field is missing, a list of wrong entries short."""
    loc = detail["loc"]
    if detail["type"] == "missing":
        return (loc[:-1], str(loc[-1])) in misspelt
    if detail["type"] == "too_short":
        least = int((detail.get("ctx") or {}).get("min_length", 1))
        return isinstance(detail.get("input"), list) and len(detail["input"]) >= least
    return False


def _words(detail: ErrorDetails, model: type[BaseModel], names: KnownNames) -> tuple[str, str]:
    """Return what to say about an error, and what to do."""
    kind, loc, name = detail["type"], detail["loc"], _field(detail["loc"])
    context = detail.get("ctx") or {}
    match kind:
        case "extra_forbidden":
            return _unknown(_short(loc[-1]), fields_at(model, loc[:-1]))
        case "missing":
            return f"the field {loc[-1]!r} is missing", f"add a line '{loc[-1]}: ...' to this entry"
    if detail.get("input") == "":
        return f"{name} is empty", "write a value, or take the line out"
    match kind:
        case "enum" | "literal_error":
            return _choice(name, detail.get("input"), str(context.get("expected", "")))
        case "day_form" | "partial_date_form":
            meant = day_meant(str(detail.get("input")))
            hint = f"write {meant}" if meant else f"{_short(detail.get('input'))} is not in this form"
            return f"{name}: {detail['msg']}", hint
        case "year_range":
            return f"{name}: {detail['msg']}", "mend the year; write none where it is not known"
        case "day_impossible":
            return f"{name}: {detail['msg']}", "look at the month and the day: year-month-day"
        case text_form.ERROR:
            value, form = str(detail.get("input")), FormKind(context["kind"])
            return f"{name} cannot be {_short(value)}", form_hint(
                form, context["hint"], value, names, _named_by(loc)
            )
        case "too_short":
            wanted = str(context.get("min_length", 1))
            entries = "entry" if wanted == "1" else "entries"
            return f"{name} needs at least {wanted} {entries}", "add what is missing, or take the field out"
        case "too_long":
            return f"{name} takes at most {context.get('max_length')} entries", "leave the least of them out"
    if kind in _PLAIN:
        message, hint = _PLAIN[kind]
        return f"{name} {message.format(input=_short(detail.get('input')), **context)}", hint
    return f"{name}: {detail['msg'][:1].lower()}{detail['msg'][1:]}", "docs/data.md says what the field takes"


def _named_by(loc: tuple[int | str, ...]) -> str | None:
    """Return the file whose entries a field names by their ids; None if it names none that can be begun."""
    field = next((part for part in reversed(loc) if isinstance(part, str) and part in REFERENCES), None)
    kind = REFERENCES[field] if field else None
    return kind if kind in BEGUN_BY else None


def _short(value: object) -> str:
    """Return a value in quotation marks, cut where it is too long to be shown."""
    text = value if isinstance(value, str) else type(value).__name__
    return repr(text if len(text) <= 60 else f"{text[:57]}...")


def _unknown(shown: str, known: list[str]) -> tuple[str, str]:
    near = get_close_matches(shown.strip("'"), known, n=1, cutoff=_NEAR)
    advice = f"did you mean {near[0]!r}?" if near else f"take it out; known here: {', '.join(known)}"
    return f"unknown field {shown}", advice


_PLAIN: dict[str, tuple[str, str]] = {
    "string_too_short": ("is empty", "write a value, or take the line out"),
    "int_parsing": ("must be a whole number, not {input}", "write it in figures"),
    "int_type": ("must be a whole number", "write it in figures"),
    "greater_than_equal": ("must be {ge} or more", "mend the number, or take the line out"),
    "less_than_equal": ("must be {le} or less", "mend the number"),
    "int_parsing_size": ("must be a smaller number", "mend the number"),
    "string_too_long": ("is too long: it may take {max_length} characters", "shorten it"),
    "flag_form": ("must be true or false, not {input}", "write true or false"),
    "string_type": ("must be a text", "put the text on one line, after the colon"),
    "tuple_type": ("must be a list", "each entry on a line of its own that begins with '- '"),
    "model_type": ("must be a group of fields", "each on a line of its own, 'name: value'"),
    "dict_type": ("must be a group of fields", "each on a line of its own, 'name: value'"),
}


def _choice(name: str, value: object, expected: str) -> tuple[str, str]:
    wanted = expected.replace("'", "").replace(" or ", ", ")
    near = get_close_matches(str(value)[:60], wanted.split(", "), n=1, cutoff=0.5)
    advice = f"did you mean {near[0]!r}?" if near else f"write one of: {wanted}"
    return f"{name} cannot be {_short(value)}", advice


def _field(loc: tuple[int | str, ...]) -> str:
    names = [
        part
        for part in loc
        if isinstance(part, str) and part not in ("stated", "disputed", "unstated", "value")
    ]
    return repr(names[-1]) if names else "the entry"


def fields_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """Return the names of the fields that may stand at a location inside a model."""
    kinds: set[type[BaseModel]] = {model}
    for part in loc:
        if not isinstance(part, str):
            continue
        inner = {
            k
            for kind in kinds
            if part in kind.model_fields
            for k in _models(kind.model_fields[part].annotation)
        }
        kinds = inner or kinds
    return sorted({name for kind in kinds for name in kind.model_fields})


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models inside an annotation: through unions, tuples, and the forms of a fact."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        if "value" in annotation.model_fields:
            yield from _models(annotation.model_fields["value"].annotation)
        return
    alias = get_origin(annotation)
    if hasattr(alias, "__value__"):
        yield from _models(alias.__value__)
    if alias is not None or hasattr(annotation, "__args__"):
        for argument in get_args(annotation):
            yield from _models(argument)
