"""Finds marks: in records field by field, and in finished files wherever a reader or a program might look."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

import pikepdf

from egci_reports.records.base import Model
from egci_reports.records.records import Records, address_of
from tests.readers.pdf_pages import read_pages

_WORD = re.compile(r"Mkr\d{5}", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)7\d{4}(?!\d)")
_FINGERPRINT = re.compile(r"\b(?=[0-9a-f]*[a-f])[0-9a-f]{12}\b")
"""What stands for the words of a clearance: five digits in it are no number."""
_YEAR = 2012
"""The year of the days that stand nowhere else, as far as they lie in its first half."""
_MONTHS = ("January", "February", "March", "April", "May", "June")
_DAY = re.compile(rf"(\d{{1,2}})\s*({'|'.join(_MONTHS)})\s*{_YEAR}")
_ISO = re.compile(rf"{_YEAR}-0[1-6]-\d\d")
_TAG = re.compile(r"<[^>]*>")


def marks_in_text(text: str) -> set[str]:
    """Return the marks in a text: words, numbers, and days in either form."""
    found = {word.capitalize() for word in _WORD.findall(text)} | set(
        _NUMBER.findall(_FINGERPRINT.sub("", text))
    )
    for day, month in _DAY.findall(_WORD.sub(" ", text)):  # a word's last figure is none of the day after it
        found.add(f"{_YEAR}-{_MONTHS.index(month) + 1:02d}-{int(day):02d}")
    return found | set(_ISO.findall(text))


def fields_of_marks(records: Records) -> dict[str, set[tuple[str, str]]]:
    """Return for each mark in the records the fields that hold it: the address, and Model.field."""
    found: dict[str, set[tuple[str, str]]] = {}
    for address, record in _all(records):
        for place, name, value in _walk(record, address):
            for mark in marks_in_text(value):
                found.setdefault(mark, set()).add((place, name))
    return found


def _all(records: Records) -> Iterator[tuple[str, Model]]:
    """Yield every record with its address."""
    for field in fields(Records):
        value: Any = getattr(records, field.name)
        if field.name == "papers":
            yield from ((f"papers/{key}", paper) for key, paper in value.items())
            continue
        several = value.values() if isinstance(value, Mapping) else value
        for one in (
            several if isinstance(several, Iterable) and not isinstance(several, Model) else (several,)
        ):
            if isinstance(one, Model):
                yield field.name if field.name in ("areas", "distribution") else address_of(one), one


def _walk(record: Model, address: str) -> Iterator[tuple[str, str, str]]:
    """Yield the address of each field, its name with its model, and its value as text."""
    kind = type(record).__pydantic_generic_metadata__["origin"] or type(record)
    for name in type(record).model_fields:
        value = getattr(record, name)
        place = f"{address}{'/' if '#' in address else '#'}{name}"
        parts = value if isinstance(value, tuple) else (value,)
        for index, part in enumerate(parts):
            inner = f"{place}/{index}" if isinstance(value, tuple) else place
            if isinstance(part, Model):
                yield from _walk(part, inner)
            elif isinstance(part, (str, dt.date)):
                yield inner, f"{kind.__name__}.{name}", str(part)


def marks_in_file(name: str, content: bytes) -> set[str]:
    """Return the marks in a file and in its name: in all that it shows, holds and says of itself."""
    return marks_in_text(name) | set().union(*map(marks_in_text, _texts(content)))


def _texts(content: bytes) -> Iterator[str]:
    if content.startswith(b"PK"):
        yield from _package(content)
    elif content.startswith(b"%PDF"):
        yield from _pdf(content)
    elif re.match(rb"[A-Z][\w-]+: ", content):
        yield from _message(content)
    else:
        yield content.decode("utf-8", "replace")


def _package(content: bytes) -> Iterator[str]:
    """Yield every part of a Word file or zip: with its tags, and without, so that split words join."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            yield name
            part = package.read(name)
            if part.startswith((b"PK", b"%PDF")):
                yield from _texts(part)
            else:
                text = part.decode("utf-8", "replace")
                yield text
                yield _TAG.sub("", text)
                yield _TAG.sub(" ", text)


def _pdf(content: bytes) -> Iterator[str]:
    """Yield the text of the pages, and every text in every object and every stream that is not drawn."""
    for page in read_pages(content):
        yield "".join(glyph.text for glyph in page.glyphs)
    with pikepdf.open(io.BytesIO(content)) as file:
        for one in (*file.objects, file.trailer):
            yield from _strings(one)
            if isinstance(one, pikepdf.Stream):
                yield one.read_bytes().decode("utf-8", "replace") if one.get("/Type") == "/Metadata" else ""


def _strings(value: Any) -> Iterator[str]:
    """Yield the texts in an object; what it refers to is looked at by itself."""
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        for key, part in dict(value.items()).items():
            yield str(key)
            if not getattr(part, "is_indirect", False):
                yield from _strings(part)
    elif isinstance(value, pikepdf.Array):
        for part in value:
            if not getattr(part, "is_indirect", False):
                yield from _strings(part)
    elif isinstance(value, pikepdf.Name):
        yield str(value)


def _message(content: bytes) -> Iterator[str]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    yield from (f"{key}: {value}" for key, value in message.items())
    for part in message.walk():
        yield from (f"{key}: {value}" for key, value in part.items())
        if part.is_multipart():
            continue
        body = part.get_payload(decode=True)
        if isinstance(body, bytes):
            yield from _texts(body)
