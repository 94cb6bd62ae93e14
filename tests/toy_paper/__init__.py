"""The thinnest paper there can be, with its chart and its command: all that docs/architecture.md asks for."""
