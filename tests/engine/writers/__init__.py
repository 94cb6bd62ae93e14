"""Tests of the two writers."""
