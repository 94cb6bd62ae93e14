"""The document tree: nodes, vocabulary, parser, passes, checks and the text dump. Standard library only."""
