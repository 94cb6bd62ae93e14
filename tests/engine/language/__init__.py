"""Tests of how a language writes."""
