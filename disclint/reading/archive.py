"""Drafts that are ZIP archives of XML (Word, OpenDocument): what would unpack to far more than a draft is refused before it is unpacked."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from disclint.errors import DocumentError

_MEGABYTE = 1_000_000
_WHOLE = 200 * _MEGABYTE  # pictures included
_PART = 16 * _MEGABYTE  # of XML
_RATIO = 150  # the text of a release packs to a tenth, markup that repeats to a fiftieth
_SMALL = 8 * _MEGABYTE  # below it any ratio will do
_PARTS = 5000
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


class Archive:
    """The parts of an archive by name; raises DocumentError where it is damaged, locked or a bomb."""

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise DocumentError(f"{path}: is damaged or cut short: its parts cannot be found") from None
        self.parts = {info.filename: info for info in self._zip.infolist()}
        if len(self._zip.infolist()) > _PARTS or sum(info.file_size for info in self.parts.values()) > _WHOLE:
            raise DocumentError(f"{path}: would unpack to more than a draft can hold")

    def __contains__(self, name: str) -> bool:
        return name in self.parts

    def read(self, name: str) -> bytes:
        """The bytes of a part as they are."""
        info = self.parts[name]
        if info.flag_bits & 1:
            raise DocumentError(f"{self._path}: is encrypted; save it without a password")
        try:
            with self._zip.open(info) as file:
                data = file.read(info.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
            raise DocumentError(f"{self._path}: is damaged or cut short: {name} cannot be unpacked") from None
        if len(data) > info.file_size:
            raise DocumentError(f"{self._path}: {name} unpacks to more than it says")
        return data

    def xml(self, name: str) -> bytes:
        """The bytes of a part of XML; entities and declarations of types, which no such draft needs, are refused."""
        info = self.parts[name]
        if info.file_size > _PART or (info.file_size > _SMALL and info.file_size > _RATIO * info.compress_size):
            raise DocumentError(f"{self._path}: {name} would unpack to {info.file_size // _MEGABYTE} MB, more than a draft can hold")
        data = self.read(name)
        if _DECLARATION.search(data.replace(b"\0", b"")):
            raise DocumentError(f"{self._path}: {name} declares entities or a document type; such files are not read")
        return data
