"""Pictures, charts and shapes: alternative text, and their place in the line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.conformance.word_lint.file import Finding, WordFile, find

_NO_TEXT = re.compile(
    r"\.(png|jpe?g|svg|gif|emf|bmp)\b|^(image|picture|chart|figure|graphic) ?\d*$", re.IGNORECASE
)
_LONGEST = 600


def alternative_text(file: WordFile) -> Iterator[Finding]:
    """Each drawing says in words what it shows, or is marked as decoration and says nothing."""
    for name, root in file.word_parts.items():
        for drawing in find(root, ".//wp:docPr"):
            said = (drawing.get("descr") or "").strip()
            decoration = bool(find(drawing, ".//adec:decorative[@val='1']"))
            if not said and not decoration:
                yield Finding("alt", name, f"{drawing.get('name')} has no alternative text")
            if said and decoration:
                yield Finding("alt", name, f"{drawing.get('name')} is decoration and has alternative text")
            if _NO_TEXT.search(said):
                yield Finding("alt", name, f"{said!r} is the name of a file or an object")
            if len(said) > _LONGEST:
                yield Finding("alt", name, f"alternative text of {len(said)} characters: {said[:40]}")
        for shape in find(root, ".//v:shape[not(@alt) or @alt='']"):
            yield Finding("alt", name, f"the shape {shape.get('id')} has no alternative text")


def in_line(file: WordFile) -> Iterator[Finding]:
    """Objects stand in the line of the text, where they are read in their order."""
    for name, root in file.texts.items():
        if find(root, ".//wp:anchor|.//w:txbxContent|.//w:framePr|.//w:pict"):
            yield Finding("in-line", name, "an object that floats beside the text")


RULES = (alternative_text, in_line)
