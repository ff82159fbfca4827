"""English as far as dates and events need it: kinds of words, names, and clauses with their subjects and verbs."""
