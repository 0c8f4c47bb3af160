"""How well plain questions are understood in many words: written ways of asking, filled with what a seminar holds."""
