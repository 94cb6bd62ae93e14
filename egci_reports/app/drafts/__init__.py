"""Drafts as forms: what officers typed into a draft paper in Word, read back into the records."""
