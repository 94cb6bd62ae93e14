"""A made-up language, English in Greek letters: what is Latin in a paper of it was left in Python."""
