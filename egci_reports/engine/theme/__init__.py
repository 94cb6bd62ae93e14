"""The look of every paper: fonts, sizes, colours and spacing, loaded from theme.toml and checked."""

from egci_reports.engine.theme.load import load_theme
from egci_reports.engine.theme.model import Theme

__all__ = ["Theme", "load_theme"]
