"""Kinds of check for rules on statutes, rules, forms and regulators."""
