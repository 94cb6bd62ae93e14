"""How English writes, from the shipped words."""

from __future__ import annotations

from egci_reports.engine.language.load import load_language
from egci_reports.workspace import shipped

ENGLISH = load_language((shipped("templates"),))
