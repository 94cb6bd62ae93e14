"""Results of analysis as charts: what is shown and the finding in words. Nothing is drawn here."""
