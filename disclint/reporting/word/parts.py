"""A copy of a Word file with other bytes in a few of its parts; every other part is what it was."""

from __future__ import annotations

import copy
import posixpath
import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

from lxml import etree

from disclint.reading.word.markup import Node, attribute, kind, parse
from disclint.reading.word.package import Package, relations_of

_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s*<\?.*?\?>|\s*<!--.*?-->)*\s*", re.S)
_ENCODING = re.compile(rb"encoding\s*=\s*[\"'](?!utf-8[\"'])", re.I)
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_LAST_TAG = re.compile(rb"</[^<>]+>\s*$|/>\s*$")
_EMPTY = re.compile(rb"<([\w:.-]+)([^<>]*)/>\s*$")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def serialized(root: Node, before: bytes) -> bytes:
    """The element as a part, behind the declaration that the part had before."""
    prolog = _PROLOG.match(before)
    head = prolog.group() if prolog and prolog.group().strip() and not _ENCODING.search(prolog.group()) else _DECLARATION
    return head + bytes(etree.tostring(root, encoding="UTF-8"))


def with_comments(package: Package, document: bytes, comments: bytes) -> bytes:
    """The whole file with this main part, and these elements of comments after those it has."""
    changed = {package.main: document}
    part = package.part("comments")
    if part is not None:
        changed[part] = _appended(package.archive.xml(part), comments)
        return _written(package, changed)
    part = _free(package)
    word = package.document.tag.rpartition("}")[0][1:]
    changed[part] = _DECLARATION + f'<w:comments xmlns:w="{word}">'.encode() + comments + b"</w:comments>"
    changed["[Content_Types].xml"] = _appended(
        package.archive.xml("[Content_Types].xml"), f'<Override xmlns="{_TYPES}" PartName="/{part}" ContentType="{_COMMENTS}"/>'.encode()
    )
    name = relations_of(package.main)
    office = "http://purl.oclc.org/ooxml/officeDocument" if "purl.oclc.org" in word else "http://schemas.openxmlformats.org/officeDocument/2006"
    relation = f'<Relationship xmlns="{_RELATIONS}" Id="{_free_id(package, name)}" Type="{office}/relationships/comments" Target="/{part}"/>'.encode()
    none = _DECLARATION + f'<Relationships xmlns="{_RELATIONS}"></Relationships>'.encode()
    changed[name] = _appended(package.archive.xml(name) if name in package.archive else none, relation)
    return _written(package, changed)


def _appended(part: bytes, elements: bytes) -> bytes:
    """The elements behind the last child of the root; the bytes before and after stay as they are."""
    if part.startswith((b"\xff\xfe", b"\xfe\xff")) or _ENCODING.search(_PROLOG.match(part).group()):  # type: ignore[union-attr]
        part = _DECLARATION + bytes(etree.tostring(parse(part), encoding="UTF-8"))
    end = _LAST_TAG.search(part)
    empty = _EMPTY.search(part)
    if empty:
        return part[: empty.start()] + b"<" + empty.group(1) + empty.group(2) + b">" + elements + b"</" + empty.group(1) + b">"
    assert end is not None  # it was parsed
    return part[: end.start()] + elements + part[end.start() :]


def _free(package: Package) -> str:
    """A name for the part of comments that no part has."""
    folder = posixpath.dirname(package.main)
    names = ("comments.xml", *(f"comments{n}.xml" for n in range(1, 1000)))
    return next(name for name in (posixpath.join(folder, n) for n in names) if name not in package.archive)


def _free_id(package: Package, name: str) -> str:
    root = package.root(name) if name in package.archive else ()
    taken = {attribute(node, ":Id") for node in root if kind(node) == "rel:Relationship"}
    return next(id_ for id_ in (f"rId{n}" for n in range(1, len(taken) + 2)) if id_ not in taken)


def _written(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """Parts in their old order, new ones last."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, info in package.archive.parts.items():
            kept = copy.copy(info)
            kept.extra, kept.flag_bits = b"", 0
            archive.writestr(kept, changed.get(name) or package.archive.read(name))
        for name, data in changed.items():
            if name not in package.archive:
                new = zipfile.ZipInfo(name, _FIRST_DAY)
                new.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(new, data)
    return target.getvalue()
