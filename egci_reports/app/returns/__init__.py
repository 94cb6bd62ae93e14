"""What departments send: the call, its forms, and filled forms read back."""
