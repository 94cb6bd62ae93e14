"""Who may read what: the audiences, the allow-list, and the records that an audience may read."""
