"""Kinds of check for rules on corporate events."""
