"""All papers of a workspace: which there are, what each was made from, and what is to be made anew."""
