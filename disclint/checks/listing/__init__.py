"""Kinds of check for rules on tickers, markets and identifiers."""
