"""The vocabulary of rules: what a rule file may say; one file per kind of check."""
