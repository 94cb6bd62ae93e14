"""Explanations of the codes T1 to T5: templates, the papers they make, and the theme."""

from __future__ import annotations

from egci_reports.codes.explanation import Explanation

TEMPLATES: dict[str, Explanation] = {}
