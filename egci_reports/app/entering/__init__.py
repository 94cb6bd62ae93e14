"""Forms in which people enter records: what each asks, how it is filled from the records, and read back."""
