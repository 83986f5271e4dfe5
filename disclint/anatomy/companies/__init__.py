"""Whose release it is: names, tickers, the home market, and the paragraph that says what the company does."""
