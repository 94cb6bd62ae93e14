"""Hostile records and arguments through every command."""
