"""What one rendering may take: steps, characters and tags, counted, so that every template comes to an end.

The limits are six times and more what the largest paper, the history, takes. The clock is looked at as a
last resort.
"""

from __future__ import annotations

from collections.abc import Generator
from time import process_time
from typing import Any

STEPS = 3_000_000
CHARACTERS = 16_000_000
LENGTH = 3_000_000
TAGS = 40_000
SECONDS = 10.0
NUMBER = 10**18
"""The largest number that is reckoned with."""

_LOOK = 2_000
_CHUNK = 64


class TooMuch(Exception):  # noqa: N818 - what it says of the rendering
    """A rendering that takes more than it may; the message says more of what."""


class Limits:
    """What is left to the rendering under way.

    A step is a node of a template that is run, an item of a list that is gone through, or 64 characters.
    """

    __slots__ = ("_characters", "_end", "_look", "_steps")

    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        """Begin a rendering, with nothing used up."""
        self._steps, self._characters = STEPS, CHARACTERS
        self._look = STEPS - _LOOK
        self._end = process_time() + SECONDS

    def step(self, steps: int) -> bool:
        """Take steps; return True, so that a template's own conditions can hold it. Raises TooMuch."""
        self._steps -= max(steps, 1)
        if self._steps < self._look:
            if self._steps < 0:
                raise TooMuch(f"the template goes on and on: more than {STEPS:,} steps")
            if process_time() > self._end:
                raise TooMuch(f"the template goes on and on: more than {SECONDS:g} seconds")
            self._look = self._steps - _LOOK
        return True

    def write(self, characters: int) -> None:
        """Take characters of new text. Raises TooMuch."""
        self._characters -= characters
        if self._characters < 0:
            raise TooMuch(f"the template makes too much text: more than {CHARACTERS:,} characters in all")

    def weigh(self, value: object) -> None:
        """Take the steps of going through a value, and through what is in it. Raises TooMuch."""
        if isinstance(value, str):
            self.step(len(value) // _CHUNK)
        elif isinstance(value, list | tuple | dict | set | frozenset | range):
            self._weigh_all([value])

    def made(self, value: Any) -> Any:
        """Return a value that was made anew, and take what it weighs. Raises TooMuch."""
        if isinstance(value, str):
            self.write(len(value))
        self.weigh(value)
        return value

    def join(self, pieces: list[str] | Generator[str]) -> str:
        """Join what a template, a macro or a block has written.

        Raises TooMuch; in the template's own line, where the paper as a whole is too long.
        """
        if isinstance(pieces, list):
            self.write(sum(map(len, pieces)))
            return "".join(pieces)
        parts = []
        length, tags = LENGTH, 2 * TAGS
        for piece in pieces:
            parts.append(piece)
            length -= len(piece)
            tags -= piece.count("<")
            if length < 0:
                pieces.throw(TooMuch(f"the paper is too long: more than {LENGTH:,} characters"))
            if tags < 0:
                pieces.throw(TooMuch(f"the paper is too long: more than {TAGS:,} elements"))
        return "".join(parts)

    def _weigh_all(self, waiting: list[Any]) -> None:
        while waiting:
            value = waiting.pop()
            if isinstance(value, str):
                if len(value) > _CHUNK:
                    self.step(len(value) // _CHUNK)
            elif isinstance(value, range):
                self.step(len(value))
            elif isinstance(value, list | tuple | set | frozenset):
                self.step(len(value) + 1)
                waiting.extend(value)
            elif isinstance(value, dict):
                self.step(2 * len(value) + 1)
                waiting.extend(value)
                waiting.extend(value.values())
