"""The kinds of papers: which records, which context, which charts, which template."""
