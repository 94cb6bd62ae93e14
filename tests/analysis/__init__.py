"""Tests of the analysis: against the real records, with values checked by hand, and against made-up ones."""
