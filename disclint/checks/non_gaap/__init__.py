"""Kinds of check for rules on non-GAAP measures."""
