"""What the YAML says: models, loading with positions, cross-record checks and the standpoint."""
