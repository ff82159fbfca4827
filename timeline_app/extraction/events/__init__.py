"""The events that the dates of a text tell: of which clause or noun, called what, of which kind, and how sure.

The modules here tell those of an English text; ``abroad`` those of other languages, from lists of words.
"""
