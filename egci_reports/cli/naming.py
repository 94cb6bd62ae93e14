"""The type of arguments that are the year or number of a paper of a known kind."""

from __future__ import annotations

from typing import Any

import click


class SubjectType(click.IntRange):
    """The year or number of a paper of one kind; its whole name is understood as well: 2024, annual-2024."""

    def __init__(self, kind: str, least: int, most: int) -> None:
        super().__init__(least, most)
        self._kind = kind

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the number, alone or after the name of the kind."""
        named = isinstance(value, str) and value.startswith(f"{self._kind}-")
        return super().convert(value.removeprefix(f"{self._kind}-") if named else value, param, ctx)
