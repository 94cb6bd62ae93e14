"""Word and PDF papers of the Expert Group, made from its records."""
