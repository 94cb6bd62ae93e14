"""Pure functions: records in, frozen results out. No words of a paper, no clock, no file."""
