"""What is recorded of one thing, set out for reading: labelled rows and the sources they rest on."""
