"""The writers: each puts the same document tree into one file format; `formats` lists them."""
