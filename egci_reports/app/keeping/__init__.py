"""Keeping the records: a workspace, begun files, checks, schemas for editors."""
