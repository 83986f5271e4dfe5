"""Kinds of check for rules on any release: contacts, dates, names, claims, quotations, spelling."""
