"""Lists as sheets: the work plan, actions, recipients and returns at a glance, out and read back."""
