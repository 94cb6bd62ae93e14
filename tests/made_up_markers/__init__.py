"""A made-up workspace with a mark of its own in every field of every record, to see who is told what."""
