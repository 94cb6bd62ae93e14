"""A made-up workspace: a group, bodies and papers that do not exist, for tests only."""
