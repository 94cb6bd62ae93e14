"""Marks the cases of a test that differ little from others: they are looked at with --thorough alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import pytest


def some(cases: Iterable[Any], seen: Collection[int]) -> list[Any]:
    """Return a test's cases, each a value or a tuple of values: those at the places `seen` run each time."""
    less = pytest.mark.thorough
    return [
        pytest.param(*(one if isinstance(one, tuple) else (one,)), marks=() if at in seen else less)
        for at, one in enumerate(cases)
    ]
