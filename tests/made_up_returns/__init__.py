"""A made-up workspace with work plans, returns and actions, for tests only; papers of it are marked MADE UP."""
