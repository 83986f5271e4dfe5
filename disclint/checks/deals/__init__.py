"""Kinds of check for rules on offerings, mergers and products that the FDA judges."""
