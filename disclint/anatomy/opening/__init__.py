"""How a release opens: headline, place and date."""
