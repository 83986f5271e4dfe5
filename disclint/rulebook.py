"""Rule files to Rule: each refused with its file, table and key where it says something the vocabulary does not know."""

from __future__ import annotations

import datetime as dt
import difflib
import hashlib
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec
import tomli

from disclint.checks.base import Check
from disclint.errors import RuleError, UsageError
from disclint.model import Authority, Basis, Severity

T = TypeVar("T")

_REGISTRY = "registry"  # a folder of names, not of rules


class Applies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The context in which a rule applies; what is not named does not matter."""

    markets: tuple[Literal["us", "ca", "uk", "eu", "au", "hk", "other"], ...] = ()
    except_markets: tuple[Literal["us", "ca", "uk", "eu", "au", "hk", "other"], ...] = ()
    events: tuple[str, ...] = ()
    except_events: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    except_entities: tuple[str, ...] = ()
    since: dt.date | None = None  # the release's date, not today
    until: dt.date | None = None


class RuleFix(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    safety: Literal["safe", "unsafe"]


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text that the rule must judge as its list says; ⟦ ⟧ in a failing one mark the exact words to be reported."""

    text: str
    note: str = ""  # why it is an example
    filename: str = "example.txt"
    market: str | None = None
    events: tuple[str, ...] = ()
    as_of: dt.date | None = None
    entity: str | None = None
    issuer: str | None = None
    tickers: tuple[str, ...] = ()
    annual_form: str | None = None
    severity: Literal["error", "warning", "info"] | None = None  # of a failing one, where it is not the rule's


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    fail: tuple[Example, ...] = ()
    passes: tuple[Example, ...] = msgspec.field(default=(), name="pass")
    skip: tuple[Example, ...] = ()


class _AuthorityTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    citation: str
    basis: Basis = "law"
    url: str | None = None
    verified: dt.date | None = None
    quote: str | None = None


class _RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    severity: Literal["error", "warning", "info"]
    message: str
    remedy: str
    rationale: str
    authority: _AuthorityTable | tuple[_AuthorityTable, ...]
    applies: Applies = Applies()
    given: dict[str, Any] = {}
    exempt: dict[str, Any] = {}
    require: dict[str, Any] = {}
    forbid: dict[str, Any] = {}
    fix: RuleFix | None = None
    examples: Examples = Examples()


@dataclass(frozen=True)
class Rule:
    """One rule file; its name is its path below the rulebook's folder."""

    name: str
    path: Path
    title: str
    severity: Severity
    message: str
    remedy: str
    rationale: str
    authorities: tuple[Authority, ...]
    applies: Applies
    given: tuple[Check, ...]  # all must find something, else the rule does not apply
    exempt: tuple[Check, ...]  # none may find something, else the rule does not apply
    check: Check
    mode: Literal["require", "forbid"]
    fix: RuleFix | None
    examples: Examples = field(default=Examples(), compare=False)


@dataclass(frozen=True)
class Rulebook:
    """Rules in the order of their names; `digest` changes when any file of the rulebook or its registry does."""

    rules: tuple[Rule, ...]
    digest: str

    def rule(self, name: str) -> Rule:
        """Raises UsageError with a suggestion where there is no such rule."""
        for rule in self.rules:
            if rule.name == name:
                return rule
        raise UsageError(f"there is no rule {name!r}{_suggest(name, [r.name for r in self.rules])}")

    def select(self, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Rulebook:
        """Only rules under one of the `select` prefixes (none: all) and under none of `ignore`; raises UsageError for an unknown prefix."""
        for prefix in (*select, *ignore):
            if not any(_under(rule.name, prefix) for rule in self.rules):
                raise UsageError(f"no rule has the name or prefix {prefix!r}{_suggest(prefix, self._names())}")
        rules = (r for r in self.rules if not select or any(_under(r.name, p) for p in select))
        return Rulebook(tuple(r for r in rules if not any(_under(r.name, p) for p in ignore)), self.digest)

    def _names(self) -> list[str]:
        folders = {"/".join(r.name.split("/")[:n]) for r in self.rules for n in range(1, r.name.count("/") + 1)}
        return [r.name for r in self.rules] + sorted(folders)


def load(folders: Iterable[Path], checks: Mapping[str, type[Check]]) -> Rulebook:
    """Reads every rule file below the folders; raises RuleError for the first that is wrong, or where two bear one name."""
    rules: dict[str, Rule] = {}
    digest = hashlib.sha256()
    for folder in folders:
        if not folder.is_dir():
            raise RuleError(f"{folder}: there is no such folder of rules")
        for path in sorted(folder.rglob("*.toml")):
            name = path.relative_to(folder).with_suffix("").as_posix()
            data = path.read_bytes()
            digest.update(name.encode() + b"\0" + data + b"\0")
            if name.startswith(_REGISTRY + "/"):
                continue
            if name in rules:
                raise RuleError(f"{path}: the rule {name} stands already in {rules[name].path}")
            rules[name] = parse(data, name, path, checks)
    return Rulebook(tuple(rules[name] for name in sorted(rules)), "sha256:" + digest.hexdigest())


def parse(data: bytes, name: str, path: Path, checks: Mapping[str, type[Check]]) -> Rule:
    """Decodes one rule file; raises RuleError naming file, table and key."""
    try:
        table = tomli.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise RuleError(f"{path}: {error}") from error
    file = _convert(table, _RuleFile, path, "")
    return _Assembler(path, checks).rule(name, file)


@dataclass(frozen=True)
class _Assembler:
    path: Path
    checks: Mapping[str, type[Check]]

    def rule(self, name: str, file: _RuleFile) -> Rule:
        demands = [(mode, check) for mode, table in (("require", file.require), ("forbid", file.forbid)) for check in self._checks(mode, table)]
        if len(demands) != 1:
            raise RuleError(f"{self.path}: exactly one check must stand under [require.…] or [forbid.…], not {len(demands)}")
        mode, check = demands[0]
        tables = file.authority if isinstance(file.authority, tuple) else (file.authority,)
        rule = Rule(
            name=name,
            path=self.path,
            title=file.title,
            severity=Severity[file.severity.upper()],
            message=file.message,
            remedy=file.remedy,
            rationale=" ".join(file.rationale.split()),
            authorities=tuple(Authority(t.citation, t.basis, t.url, t.verified, t.quote) for t in tables),
            applies=file.applies,
            given=tuple(self._checks("given", file.given)),
            exempt=tuple(self._checks("exempt", file.exempt)),
            check=check,
            mode="require" if mode == "require" else "forbid",
            fix=file.fix,
            examples=file.examples,
        )
        self._refuse_unread_error(rule)
        self._refuse_unknown_placeholder(rule)
        return rule

    def _checks(self, where: str, tables: Mapping[str, Any]) -> list[Check]:
        built = []
        for kind, value in tables.items():
            if kind not in self.checks:
                raise RuleError(f"{self.path}: [{where}.{kind}] names no check{_suggest(kind, list(self.checks))}")
            for table in value if isinstance(value, list) else [value]:
                built.append(_convert(table, self.checks[kind], self.path, f"[{where}.{kind}] "))
        return built

    def _refuse_unread_error(self, rule: Rule) -> None:
        read = any(a.verified or a.basis == "self-evident" for a in rule.authorities)
        if rule.severity is Severity.ERROR and not read:
            raise RuleError(f"{self.path}: severity: an authority that nobody has read ([authority] verified) is never an error")

    def _refuse_unknown_placeholder(self, rule: Rule) -> None:
        known = rule.check.placeholders | {"quote", "missing"}
        for key, words in (("message", rule.message), ("remedy", rule.remedy)):
            used = {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}
            if used - known:
                raise RuleError(f"{self.path}: {key}: unknown placeholder {sorted(used - known)[0]!r}; known are {', '.join(sorted(known))}")


def _convert(table: Any, kind: type[T], path: Path, where: str) -> T:
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise RuleError(f"{path}: {where}{error}") from error


def _under(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(prefix.rstrip("/") + "/")


def _suggest(wrong: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(wrong, known, n=1, cutoff=0.5)
    return f"; did you mean {near[0]!r}?" if near else ""
