"""Tables of commas, messages, documents and wide sheets of our own, one list in a module."""
