"""A made-up workspace with work plans, returns and actions, marked as made up on every page."""
