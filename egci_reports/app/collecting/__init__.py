"""What people fill in, read back: which sort of form a file is, what was entered, what is written for it."""
