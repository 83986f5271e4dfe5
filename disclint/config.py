"""One configuration file: `disclint.toml`, or `[tool.disclint]` in `pyproject.toml`, found from the draft's folder upwards."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec
import tomli

from disclint.errors import ConfigError

Market = Literal["us", "ca", "uk", "eu", "au", "hk"]
FailOn = Literal["error", "warning", "info", "never"]
Entity = Literal["corporation", "lp", "llc", "fund", "spac", "pre-ipo"]
EventName = Literal[
    "earnings", "guidance", "merger", "tender_offer", "offering", "ipo", "debt_financing", "exec_change", "board_change", "dividend", "buyback",
    "split", "clinical_fda", "product", "contract", "partnership", "delisting_notice", "restatement", "bankruptcy", "mining", "conference",
    "agm_governance", "insider_notice", "legal", "award", "restructuring", "spin_off", "other",
]  # fmt: skip
MARKETS: tuple[str, ...] = get_args(Market)
FAIL_ON: tuple[str, ...] = get_args(FailOn)
EVENTS: tuple[str, ...] = get_args(EventName)

_NAME = "disclint.toml"
_TABLE = re.compile(r"^\s*\[+\s*([^\[\]]+?)\s*\]+\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*(["']?)([\w-]+)\1\s*[=.]""")


class Issuer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What is known about the issuer and does not stand in every draft."""

    name: str | None = None
    tickers: tuple[str, ...] = ()
    exchange: str | None = None  # of the tickers that name none
    annual_form: Literal["10-K", "20-F", "40-F"] | None = None
    entity: Entity | None = None


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The effective configuration; paths are relative to `folder`."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = "error"
    market: Market | None = None
    events: tuple[EventName, ...] = ()
    issuer: Issuer = Issuer()
    plugins: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    templates: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_size: int = 20  # megabytes


class Settings(msgspec.Struct, frozen=True):
    """A configuration and the folder of the file it came from; no file: no folder."""

    config: Config = Config()
    folder: Path | None = None

    def paths(self, names: Sequence[str]) -> tuple[Path, ...]:
        return tuple((self.folder or Path()) / name for name in names)


def find(start: Path) -> Path | None:
    """The configuration file that governs a draft in the folder `start`."""
    for folder in (start.absolute(), *start.absolute().parents):
        if (folder / _NAME).is_file():
            return folder / _NAME
        if (folder / "pyproject.toml").is_file() and _table(folder / "pyproject.toml") is not None:
            return folder / "pyproject.toml"
    return None


def load(path: Path) -> Settings:
    """Raises ConfigError naming the file, the line and the key."""
    table = _table(path)
    if table is None:
        raise ConfigError(f"{path}: has no table [tool.disclint]")
    prefix = ("tool", "disclint") if path.name == "pyproject.toml" else ()
    _refuse_unknown(table, Config, path, prefix)
    try:
        return Settings(msgspec.convert(table, Config), path.parent)
    except msgspec.ValidationError as error:
        problem, _, place = str(error).partition(" - at ")
        keys = tuple(re.findall(r"[\w-]+", place.strip("`$")))
        raise ConfigError(f"{_at(path, (*prefix, *keys))}{'.'.join(keys)}: {problem}") from error


def _table(path: Path) -> Mapping[str, Any] | None:
    try:
        data = tomli.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error
    except tomli.TOMLDecodeError as error:
        raise ConfigError(f"{path}:{error.lineno}:{error.colno}: {error.msg}") from error
    table = data.get("tool", {}).get("disclint") if path.name == "pyproject.toml" else data
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.disclint is not a table")
    return table


def _refuse_unknown(table: Mapping[str, Any], kind: type[msgspec.Struct], path: Path, prefix: tuple[str, ...]) -> None:
    known = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
    for key, value in table.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(sorted(known))}"
            raise ConfigError(f"{_at(path, (*prefix, key))}unknown key {key!r}; {hint}")
        inner = known[key]
        if isinstance(value, dict) and isinstance(inner, type) and issubclass(inner, msgspec.Struct):
            _refuse_unknown(value, inner, path, (*prefix, key))


def _at(path: Path, keys: tuple[str, ...]) -> str:
    """The file and, where the key is written on a line of its own, that line."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        header = _TABLE.match(line)
        if header:
            table = tuple(part.strip(" \"'") for part in header.group(1).split("."))
        key = _KEY.match(line)
        if (header and keys[: len(table)] == table and len(keys) == len(table)) or (key and (*table, key.group(2)) == keys[: len(table) + 1]):
            return f"{path}:{number}: "
    return f"{path}: "
