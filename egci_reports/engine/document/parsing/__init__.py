"""From XML to nodes: reading, validation against the vocabulary, rules of structure, building."""
