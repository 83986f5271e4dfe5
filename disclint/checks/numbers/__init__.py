"""Kinds of check for rules on arithmetic and periods."""
