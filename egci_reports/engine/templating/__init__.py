"""Templates: the sandboxed environment, the filters that only format, and the words of a language."""
