"""Gives numbered copies of papers to their holders, once each, and keeps the ledger of who has what."""
