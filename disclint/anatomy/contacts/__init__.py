"""Whom a reader can turn to: names, roles, telephone numbers and addresses, however they are set."""
