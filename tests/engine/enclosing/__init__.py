"""Tests of how annexes are examined and enclosed."""
