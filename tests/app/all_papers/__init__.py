"""Tests of what brings all papers up to date."""
