"""Making papers: from an order to finished files, and what a file says of itself."""
