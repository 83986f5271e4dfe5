"""Kinds of check for rules on the cautionary passage."""
