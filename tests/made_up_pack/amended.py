"""The made-up pack after its edition 1.0: who holds copies, and what changes late."""

from __future__ import annotations

from pathlib import Path

RECIPIENTS = """\
as_at: 2013-04-01
recipients:
  - body: made-up-signal-office
    post: Made-up Signal Master
    code: MSM
    papers: [{paper: briefing, audience: internal, reason: Heads the made-up delegation}]
  - {body: made-up-signal-office, code: MSO, channel: zip, papers: [briefing]}
  - {body: made-up-pier-office, code: MPO, channel: draft, papers: [briefing]}
  - {body: made-up-development-bureau, code: MDB, papers: [briefing]}
"""
PACK = "briefs/04/pack.yaml"
BUOYS = "briefs/04/brief-2.yaml"
OWN_POINT = ("MARKER-DEVELOPMENT-OBJECTIVE Both", "MARKER-DEVELOPMENT-OBJECTIVE All")
"""A change in the brief of one department."""

LATE = (
    ("beyond that, refer back.", "beyond that, ask for a break of ten minutes."),
    ("post: Chief Counter of Buoys}", "post: Deputy Counter of Buoys}"),
    (
        "role: interpreter}\n",
        (
            "role: interpreter}\n"
            "    - {body: made-up-pier-office, name: Mr Gus Made-Up, post: Assistant Pier Master}\n"
        ),
    ),
    (
        (
            "    Beyond the year there is the fog. It was in our plan once. "
            "I should like to see it there again.\n"
        ),
        "",
    ),
)
"""A paragraph that is reworded, a cell, a row that is put in, and a paragraph that is left out."""


def give_recipients(root: Path) -> None:
    """Let three offices and a post get the pack or their part of it."""
    (root / "data" / "distribution.yaml").write_text(RECIPIENTS, "utf-8")


def change(root: Path, name: str, *pairs: tuple[str, str]) -> None:
    """Replace words in a file of records, each of which stands there once."""
    path = root / "data" / name
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
