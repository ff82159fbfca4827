"""Events of texts that are not in English: unit, quote, and a plain title from the clause of the date.

To add a language, write ``data/events/abroad/<language>.toml``: lists of its small words, verbs and triggers; no code.
Without such a file a clause is what stands between two points of punctuation. See ``lexicon`` for what the lists are.
"""
