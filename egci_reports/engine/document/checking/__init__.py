"""The checks of a resolved tree, one module for each kind of fault."""
