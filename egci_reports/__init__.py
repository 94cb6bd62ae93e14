"""Word and PDF papers of the Expert Group, made from its records."""

__version__ = "0.1.0"
