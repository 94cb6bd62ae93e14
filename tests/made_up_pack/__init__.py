"""A made-up workspace with plans, returns and actions, for tests only; its papers are marked MADE UP."""
