"""Forms: Word files with locked text and open fields, written here and read back when they are filled in.

A form is plain data: groups of rows, and in them fields. What the fields mean is their owner's affair.
"""
