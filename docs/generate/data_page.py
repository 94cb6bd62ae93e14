"""Makes `docs/data.md` from the models of the records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from egci_reports.app.keeping.field_forms import FILES, form_of
from egci_reports.app.keeping.schema import files_of_records, schema_of
from egci_reports.app.reading.sheets.words import UNSTATED_WORDS
from egci_reports.records.load import LISTS, PLAIN_LISTS, REQUIRED_LISTS, SINGLES
from egci_reports.records.papers import OwnTexts

_HEAD = """# The records

Every field that the YAML files under `data/` know. This page is made from the program's own models:
`python -m docs.generate`

## How records are written

- One file a plenary, `meetings/08.yaml` for the 8th; one list each for everything else.
- Files are saved as UTF-8. YAML's anchors, aliases and tags are refused. A field without a value is left
  out.
- A date is `YYYY-MM-DD`; a *partial date* may also be `YYYY-MM` or `YYYY`, where less is known.
- An *id* is made of lower-case letters, figures and hyphens. It is for life, and never printed.
- A text is English, or `{en: ..., tc: ..., sc: ...}` where the field takes [words](#words).
- Officers' own texts are plain: a blank line makes a paragraph, a line that begins with `- ` a list item.

## Facts

A field whose form is *fact* takes one of these, and everything that reads it deals with all of them:

```yaml
reviewed: "2012"                             # stated, by the sources of the file
reviewed: {value: "2012", sources: [an-id]}  # stated, by these sources
reviewed: {unstated: not-recorded}           # looked for, and not stated
reviewed:                                    # in dispute
  disputed:
    - {value: "2012", sources: [an-id]}
    - {value: "2011", sources: [another-id]}
  decision: {claim: 1, by: ..., on: 2025-01-15, reason: ...}   # once there is one
```

Why a fact is not stated:

"""

_GRADES = """
## Threads

A thread follows a subject through the years, whatever its wording. An officer joins each wording to threads
by hand, and says how surely and, unless the word is the same, why:

- `same`: the word that names the subject is the same.
- `judged`: that word has changed; other words or the place carry over.
- `doubtful`: one slight link.
- `alone`: joined to nothing before.
"""

_SOURCES_BY_ITEM = """
## Sources and grade by item

An area, a list, a name, a report or an item of a plan may have its own `sources` and its own `grade`:

- `official`: words of a government source, read to their end; so is what has no grade.
- `official-first-part`: words of a government source whose copy breaks off within them; never completed.
- `reported`: words of others about it.
- `machine-translation`: words that a machine put into English.

Only the first are quoted as the words of a plan. The others are known to exist, and count.
"""

_FIRST = (
    "meeting",
    "agreements",
    "events",
    "developments",
    "bodies",
    "people",
    "sources",
    "areas",
    "phases",
    "group",
    "acknowledged",
    "distribution",
    "return",
    "actions",
    "pack",
    "brief",
    "notes",
)
_OF_FACTS = ("Fact_", "Stated_", "RivalValue_", "Disputed_")

_Node = Mapping[str, Any]


def page() -> str:
    """Return the page as Markdown text."""
    known = files_of_records()
    files = {name: known[name] for name in _FIRST} | {"paper": OwnTexts}
    schemas = {name: schema_of(model) for name, model in files.items()}
    parts = {name: part for schema in schemas.values() for name, part in schema["$defs"].items()}
    named = [name for name in sorted(parts) if _is_shown(name, parts[name])]
    silences = "".join(f"- `{word}`: {said.partition(': ')[2]}.\n" for word, said in UNSTATED_WORDS.items())
    lines = [f"{_HEAD}{silences}{_GRADES}{_SOURCES_BY_ITEM}"]
    lines += [_file(name, schema, parts) for name, schema in schemas.items()]
    lines += ["## Parts\n\nWhat fields hold whose form is named above.\n"]
    lines += [f"### {name}\n\n{parts[name]['description']}\n\n{_table(parts[name], parts)}" for name in named]
    return "\n".join(lines)


def _link(name: str) -> str:
    """Name a part as a link to its table."""
    return f"[{name}](#{name.lower()})"


def _is_shown(name: str, part: _Node) -> bool:
    """Whether a part has a table of its own: words to choose from stand where they are used."""
    return "properties" in part and not name.startswith(_OF_FACTS)


def _file(name: str, schema: _Node, parts: Mapping[str, _Node]) -> str:
    path = FILES.get(name, f"{name}.yaml")
    holds = "A list. Each entry:" if name in (*LISTS, *PLAIN_LISTS) else "One record:"
    needed = " The file must be there." if name in (*REQUIRED_LISTS, *SINGLES) else ""
    what = schema["description"].removeprefix(f"{path}: ")
    return f"## `{path}`\n\n{holds} {what[:1].lower()}{what[1:]}{needed}\n\n{_table(schema, parts)}"


def _table(schema: _Node, parts: Mapping[str, _Node]) -> str:
    rows = ["| field | form | meaning |", "|---|---|---|"]
    for name, node in schema["properties"].items():
        needed = ", needed" if name in schema.get("required", ()) else ""
        rows.append(f"| `{name}`{needed} | {form_of(node, parts, _link)} | {_meaning(node)} |")
    return "\n".join(rows) + "\n"


def _meaning(node: _Node) -> str:
    default = node.get("default")
    word = str(default).lower() if isinstance(default, bool) else default
    told = "" if default is None else f" If left out: `{word}`."
    return f"{node['description']}{told}".replace("|", "\\|")
