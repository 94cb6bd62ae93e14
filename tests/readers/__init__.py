"""Readers of finished files that share no code with the writers."""
