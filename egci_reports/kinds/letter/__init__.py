"""The secretariat's letters about a plenary: thanks, follow-up, invitation, first and second reminder."""

from __future__ import annotations

from egci_reports.kinds.letter.build import followup, invitation, reminder, secondreminder, thanks

__all__ = ["followup", "invitation", "reminder", "secondreminder", "thanks"]
