"""What the program can do, one function each with a frozen result: build, check, show, verify, more."""
