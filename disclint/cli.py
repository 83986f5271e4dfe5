"""Arguments in; text and exit status out."""

from __future__ import annotations


def main() -> None:
    raise SystemExit(2)
