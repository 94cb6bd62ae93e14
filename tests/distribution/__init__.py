"""Tests of giving out copies; every holder, address and server in them is made up."""
