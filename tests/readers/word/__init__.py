"""Reads finished Word files, from their XML alone."""

from __future__ import annotations

from tests.readers.word.body import blocks_of, printed_pages
from tests.readers.word.furniture import Furniture, furniture_of, properties_of

__all__ = ["Furniture", "blocks_of", "furniture_of", "printed_pages", "properties_of"]
