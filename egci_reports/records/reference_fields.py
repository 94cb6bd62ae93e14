"""The fields of records that hold ids, what they name, and the command that begins an entry of that kind."""

from __future__ import annotations

REFERENCES = {
    "sources": "sources",
    "default_source": "sources",
    "person": "people",
    "people": "people",
    "body": "bodies",
    "bodies": "bodies",
    "parent": "bodies",
    "lead": "bodies",
    "partner": "bodies",
    "owner": "bodies",
    "partners": "bodies",
    "leads": "bodies",
    "succeeds": "bodies",
    "principal": "bodies",
    "thread": "areas",
    "threads": "areas",
}
"""Fields that hold ids, whatever the record, and the file that has what they name."""

KIND_WORDS = {"sources": "source", "people": "person", "bodies": "body", "areas": "thread"}
"""What an entry of each of these files is called."""

BEGUN_BY = {"sources": "URL", "people": "'NAME'", "bodies": "'NAME'"}
"""Lists whose entries `egci-report new` begins, and what it begins them by."""


def begin_with(kind: str, name: str | None = None) -> str:
    """Return the command that begins an entry of a file that has one, under a name if that is known."""
    word = KIND_WORDS[kind]
    mark = '"' if name is not None and "'" in name else "'"
    by = BEGUN_BY[kind] if name is None or kind == "sources" else f"{mark}{name}{mark}"
    return f"egci-report new {word} {by}"
