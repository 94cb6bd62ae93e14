"""A made-up file format, as thin as one can be: the folder that "To add: a format" asks for."""
