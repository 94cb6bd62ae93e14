"""Reading the records: lists, sheets, comparisons, and what is open."""
