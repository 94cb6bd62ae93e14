"""Which of PyYAML's parsers reads the records: libyaml's, or its own where that is not built in."""

from __future__ import annotations

from typing import Any

import yaml


class PythonLoader(yaml.BaseLoader):
    """PyYAML's own parser, reading `{ask: Who?, answer: We.}` as libyaml and YAML 1.2 do.

    In braces and brackets its scanner ends an unquoted text at any question mark, and then finds the text
    broken. Here a question mark inside of such a text looks to it like any letter.
    """

    def __init__(self, stream: Any) -> None:
        self._in_plain_text = False
        super().__init__(stream)

    def scan_plain(self) -> Any:
        """Scan an unquoted text; whether one begins with a question mark is decided before."""
        self._in_plain_text = True
        try:
            return super().scan_plain()
        finally:
            self._in_plain_text = False

    def peek(self, index: int = 0) -> Any:
        """Return a character ahead; the scanner takes the text itself from elsewhere."""
        character = super().peek(index)
        return "x" if character == "?" and self._in_plain_text else character


Loader: Any = getattr(yaml, "CBaseLoader", PythonLoader)
"""The parser that is used."""
