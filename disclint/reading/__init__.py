"""Bytes to Document: one file per format; each keeps for every character the place it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from disclint.model import Document


@dataclass(frozen=True)
class Reader:
    """Reads one format; `suffixes` are lower-case file endings with their dot."""

    name: str
    suffixes: tuple[str, ...]
    read: Read


class Read(Protocol):
    def __call__(self, data: bytes, path: str) -> Iterable[Document]:
        """One document, or several where a file holds several; raises DocumentError where it holds none."""
        ...
