"""What one more costs: of pages, rows, plenaries, recipients, departments and returns."""
