"""Names the law uses: acts, rules, forms, instruments, regulators and markets, from `rules/registry/`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec
import tomli

from disclint.errors import RuleError
from disclint.text import fold

T = TypeVar("T")


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str
    misnomers: tuple[str, ...] = ()
    tolerated: tuple[str, ...] = ()  # loose but current: never reported
    verified: dt.date | None = None
    source: str = ""


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    number: str
    about: str = ""
    code: str = ""  # its codification


class Guarded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    not_after: str


class Astray(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A section that is cited for another: of another act, or for the section `right` of the same one."""

    number: str
    right: str = ""
    when: str = ""  # a pattern for the words around; without one always


class Malformed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    right: str


class Act(_Entry, frozen=True, kw_only=True):
    """A statute; `never` are sections it does not have, `elsewhere` those that it has with another meaning."""

    id: str
    short: tuple[str, ...] = ()
    year: int | None = None
    other_years: tuple[int, ...] = ()  # of other acts of the same name
    jurisdiction: str
    codified: str = ""
    guarded: tuple[Guarded, ...] = ()
    never: tuple[str, ...] = ()
    elsewhere: tuple[Astray, ...] = ()
    malformed: tuple[Malformed, ...] = ()
    sections: tuple[Section, ...] = ()

    def section(self, number: str) -> Section | None:
        """The section by its number, else the one it is a part of: 13(a)(2) is in 13(a)."""
        known = {s.number: s for s in self.sections}
        while number:
            if number in known:
                return known[number]
            number = number.rpartition("(")[0]
        return None

    def astray(self, number: str, around: str) -> Astray | None:
        """The section as one that the act does not have, or that the words around it cannot mean."""
        if any(_is_in(number, s) for s in self.never):
            return Astray(number)
        return next((a for a in self.elsewhere if _is_in(number, a.number) and (not a.when or re.search(a.when, around))), None)


class RuleName(_Entry, frozen=True, kw_only=True):
    """A rule or regulation of the SEC."""

    code: str
    act: str = ""
    full: str = ""
    since: int | None = None
    about: str = ""
    case_misnomers: tuple[str, ...] = ()


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    number: str
    title: str


class Form(_Entry, frozen=True, kw_only=True):
    """A form or schedule; `until` is the last day on which it could be filed."""

    title: str = ""
    until: dt.date | None = None
    now: str = ""
    items: tuple[Item, ...] = ()


class Instrument(_Entry, frozen=True, kw_only=True):
    """An instrument, regulation or code outside the United States."""

    full: str = ""
    sections: tuple[Section, ...] = ()


class DatedName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name with the days on which it was in use."""

    name: str
    since: dt.date | None = None
    until: dt.date | None = None
    now: str = ""


class Regulator(_Entry, frozen=True, kw_only=True):
    """A regulator; one with its country in its name or well known elsewhere by another has its own jurisdiction."""

    jurisdiction: str = "US"
    short: tuple[str, ...] = ()
    former: tuple[DatedName, ...] = ()


class Market(_Entry, frozen=True, kw_only=True):
    """An exchange, or a system on which securities are quoted, that bore other names."""

    names: tuple[DatedName, ...] = ()


class _Ambiguous(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str


@dataclass(frozen=True)
class Registry:
    acts: tuple[Act, ...]
    ambiguous: frozenset[str]  # folded names that could stand for two acts
    rules: tuple[RuleName, ...]
    regulations: tuple[RuleName, ...]
    forms: tuple[Form, ...]
    instruments: tuple[Instrument, ...]
    regulators: tuple[Regulator, ...]
    markets: tuple[Market, ...]

    @cached_property
    def acts_by_name(self) -> dict[str, Act]:
        """Right names, short names and tolerated ones, folded; with and without the year."""
        found: dict[str, Act] = {}
        for act in self.acts:
            bare = without_year(act.name)
            names = (act.name, *((bare,) if act.jurisdiction == "US" or bare.count(" ") > 1 else ()), *act.short, *act.tolerated)
            for name in names:
                found.setdefault(_key(name), act)
            if act.year:
                for name in (bare, *act.short):
                    found.setdefault(_key(f"{name} of {act.year}"), act)
        return found

    @cached_property
    def acts_by_misnomer(self) -> dict[str, Act]:
        return {_key(name): act for act in self.acts for name in act.misnomers}

    def act(self, ident: str) -> Act:
        """Raises StopIteration where no act has the id."""
        return next(a for a in self.acts if a.id == ident)


def without_year(name: str) -> str:
    """An act's name without the year at its end."""
    return re.sub(r",?(?: of)? \d{4}(?: \(Cth\)| \(cth\))?$", "", name)


def _key(name: str) -> str:
    return fold(name).replace(",", "")


def _is_in(number: str, section: str) -> bool:
    return number == section or number.startswith(section + "(")


_FILES: dict[str, dict[str, type[msgspec.Struct]]] = {
    "acts.toml": {"act": Act, "ambiguous": _Ambiguous},
    "rules.toml": {"rule": RuleName, "regulation": RuleName},
    "forms.toml": {"form": Form},
    "instruments.toml": {"instrument": Instrument},
    "regulators.toml": {"regulator": Regulator},
    "markets.toml": {"market": Market},
}


def load(folder: Path) -> Registry:
    """Reads the registry's files; raises RuleError naming file and entry where one is wrong or missing."""
    tables: dict[str, tuple[msgspec.Struct, ...]] = {}
    for file, kinds in _FILES.items():
        path = folder / file
        try:
            data = tomli.loads(path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
            raise RuleError(f"{path}: {error}") from error
        for word in data:
            if word not in kinds:
                raise RuleError(f"{path}: [[{word}]] is not among {', '.join(kinds)}")
        for word, kind in kinds.items():
            tables[word] = tuple(_entry(entry, kind, path, word) for entry in data.get(word, []))
    return Registry(
        acts=_of(tables["act"], Act),
        ambiguous=frozenset(fold(a.text) for a in _of(tables["ambiguous"], _Ambiguous)),
        rules=_of(tables["rule"], RuleName),
        regulations=_of(tables["regulation"], RuleName),
        forms=_of(tables["form"], Form),
        instruments=_of(tables["instrument"], Instrument),
        regulators=_of(tables["regulator"], Regulator),
        markets=_of(tables["market"], Market),
    )


def _entry(entry: object, kind: type[msgspec.Struct], path: Path, word: str) -> msgspec.Struct:
    try:
        return msgspec.convert(entry, kind)
    except msgspec.ValidationError as error:
        name = entry.get("name", "") if isinstance(entry, dict) else ""
        raise RuleError(f"{path}: [[{word}]] {name}: {error}") from error


def _of(entries: Iterable[msgspec.Struct], kind: type[T]) -> tuple[T, ...]:
    return tuple(entry for entry in entries if isinstance(entry, kind))
