"""The passes that resolve a tree: one module each, pure functions from document to document."""
