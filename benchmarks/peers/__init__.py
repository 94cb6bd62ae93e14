"""The same report by other programs: what it takes them, and what their files lack."""
