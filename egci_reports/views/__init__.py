"""What several papers show of the records, as frozen results ready for templates."""
