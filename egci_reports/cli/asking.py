"""Options that a command cannot do without: asked for at a terminal, told of as missing elsewhere."""

from __future__ import annotations

import sys
from typing import Any

import click


class PromptedOption(click.Option):
    """An option that is asked for, on standard error, if it was not given and somebody is there to answer."""

    def __init__(self, *names: Any, **more: Any) -> None:
        more.setdefault("prompt", more.get("help", "").rstrip(".") or True)
        super().__init__(*names, required=True, **more)

    def prompt_for_value(self, ctx: click.Context) -> Any:
        """Ask; raises MissingParameter without a terminal."""
        if not _somebody_is_there():
            raise click.MissingParameter(ctx=ctx, param=self)
        return click.prompt(
            str(self.prompt),
            type=self.type,
            value_proc=lambda text: self.process_value(ctx, text.split() if self.multiple else text),
            err=True,
        )


def _somebody_is_there() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
