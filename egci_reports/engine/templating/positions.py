"""Marks each tag of a template with its place, so that faults of the rendered XML are told there."""

from __future__ import annotations

import re

from jinja2 import Environment
from jinja2.ext import Extension

from egci_reports.engine.document.parsing.tag import AT
from egci_reports.engine.document.vocabulary import VOCABULARY

# What Jinja reads is passed over, and what XML takes for no tag. A tag whose name goes on in an expression
# is left alone; where an expression follows the whole name of an element ("<p{{ place }}"), it is one. What
# is not closed goes on to the end, so that many of a kind are not each looked for there.
_PARTS = re.compile(
    r"\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z)|\{#.*?(?:#\}|\Z)|<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|(?P<tag><[A-Za-z][\w.-]*)(?=[\s/>]|\{%|\{#|$)"
    rf"|(?P<called><(?:{'|'.join(map(re.escape, VOCABULARY))})(?=\{{\{{))",
    re.DOTALL,
)


class TagPositions(Extension):
    """Writes `data-at="file:line:column"` into each opening tag before a template is compiled.

    No line is added, so Jinja's own line numbers stay true.
    """

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.extend(template_folder="")

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """Return the source with a place in each opening tag; `name` is the template's in its folder."""
        file = f"{getattr(self.environment, 'template_folder', '')}{name or 'template'}"
        parts: list[str] = []
        done, line, line_start = 0, 1, 0
        for match in _PARTS.finditer(source):
            between = source.count("\n", done, match.start())
            if between:
                line += between
                line_start = source.rfind("\n", 0, match.start()) + 1
            if match["tag"] or match["called"]:
                at = f"{file}:{line}:{match.start() - line_start + 1}"
                parts += [source[done : match.end()], f' {AT}="{at}"']
            else:
                parts.append(source[done : match.end()])
                inside = match[0].count("\n")
                if inside:
                    line += inside
                    line_start = source.rfind("\n", 0, match.end()) + 1
            done = match.end()
        parts.append(source[done:])
        return "".join(parts)


def without_positions(xml: str) -> str:
    """Return rendered XML without the places of its tags, for people to read."""
    return _MARK.sub("", xml)


_MARK = re.compile(rf' {AT}="[^"]*"')
