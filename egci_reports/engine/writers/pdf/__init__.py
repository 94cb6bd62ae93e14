"""The PDF format: `artifact` writes and reads a paper's file, `write` and what it calls do the work."""
