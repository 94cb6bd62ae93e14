"""Our own lint of Word files: accessibility as Word's checker sees it and beyond, and what validators miss.

Validators do not look at meaning: a table without a header row, a link to a bookmark that is not there or a
field that is never closed are all valid to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.conformance.word_lint import contrast, objects, packaging, references, settings, tables, text
from tests.conformance.word_lint.file import Finding, Rule, WordFile

__all__ = ["Finding", "Rule", "lint"]

_RULES: tuple[Callable[[WordFile], Iterator[Finding]], ...] = (
    *packaging.RULES,
    *references.RULES,
    *settings.RULES,
    *text.RULES,
    *objects.RULES,
    *tables.RULES,
    *contrast.RULES,
)


def lint(docx: bytes) -> list[Finding]:
    """Return what is wrong with a Word file. One that cannot be read is judged by its packaging alone."""
    file = WordFile(docx)
    rules = _RULES if file.readable else packaging.RULES
    return [finding for rule in rules for finding in rule(file)]
