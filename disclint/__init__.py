"""disclint reads a draft press release and says, rule by rule, whether what law, exchange and good practice require is there."""

__version__ = "0.1.0"
