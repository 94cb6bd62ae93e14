"""Outside validators and what they must say of our files."""
