"""Puts the parts together: configuration, plugins, rulebook and drafts become a report."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from disclint import config, plugins, reading, registry, rulebook
from disclint.config import Settings
from disclint.drafts import Draft, Scope, discover
from disclint.engine import judge_all
from disclint.errors import DisclintError, UsageError
from disclint.model import Context, Document, Judgement, Release, Report, Severity
from disclint.reading.builder import LineSource
from disclint.registry import Registry
from disclint.resources import bundled
from disclint.rulebook import Rule, Rulebook

CHECKED, FOUND, NOT_CHECKED, CRASHED = range(4)  # exit statuses; the worst of a run counts


@dataclass(frozen=True)
class Wishes:
    """What the command line asks for; it goes before the configuration."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: config.FailOn | None = None
    context: Context = field(default_factory=Context)
    config_file: Path | None = None
    isolated: bool = False
    tracked: reading.Tracked = "accepted"


class Desk:
    """What one configuration asks for; each part is made when it is first needed."""

    def __init__(self, settings: Settings, wishes: Wishes) -> None:
        self._settings = settings
        self._wishes = wishes

    @cached_property
    def plugins(self) -> plugins.Plugins:
        return plugins.load(self._settings.paths(self._settings.config.plugins))

    @cached_property
    def rulebook(self) -> Rulebook:
        """All rules, before any is selected."""
        return rulebook.load((*self.plugins.rules, *self.rule_folders), self.plugins.checks)

    @property
    def rule_folders(self) -> tuple[Path, ...]:
        """The user's own."""
        return self._settings.paths(self._settings.config.rules)

    @cached_property
    def selection(self) -> Rulebook:
        """Raises UsageError for a prefix without a rule, and where no rule is left: nothing would be checked."""
        chosen, wishes = self._settings.config, self._wishes
        selected = self.rulebook.select(wishes.select or chosen.select, (*chosen.ignore, *wishes.ignore))
        if not selected.rules:
            raise UsageError("no rule is left to apply: everything that is selected is also ignored")
        return selected

    def has_rule(self, name: str) -> bool:
        return self._file(name) is not None

    def rule(self, name: str) -> Rule:
        """One rule, without loading the others; raises UsageError with a suggestion where there is none."""
        path = self._file(name)
        return rulebook.parse(path.read_bytes(), name, path, self.plugins.checks) if path else self.rulebook.rule(name)

    def _file(self, name: str) -> Path | None:
        files = (folder / f"{name}.toml" for folder in (*self.plugins.rules, *self.rule_folders))
        return next((file for file in files if file.is_file()), None)

    @cached_property
    def registry(self) -> Registry:
        return registry.load(bundled("rules") / "registry")

    @property
    def templates(self) -> tuple[Path, ...]:
        """Where templates are looked for: the user's folder, then those of plugins, then ours."""
        own = self._settings.config.templates
        return (*self._settings.paths([own] if own else ()), *self.plugins.templates)

    @property
    def scope(self) -> Scope:
        chosen = self._settings.config
        suffixes = frozenset(suffix for reader in self.plugins.readers.values() for suffix in reader.suffixes if suffix)
        return Scope(suffixes, self._settings.folder or Path(), chosen.include, chosen.exclude)

    @property
    def fail_on(self) -> Severity | None:
        """None: never."""
        wanted = self._wishes.fail_on or self._settings.config.fail_on
        return None if wanted == "never" else Severity[wanted.upper()]

    @cached_property
    def context(self) -> Context:
        said, chosen = self._wishes.context, self._settings.config
        exchange = chosen.issuer.exchange
        return Context(
            market=said.market or chosen.market,
            events=said.events or chosen.events,
            as_of=said.as_of,
            entity=chosen.issuer.entity,
            issuer=chosen.issuer.name,
            tickers=tuple(t if ":" in t or not exchange else f"{exchange}: {t}" for t in chosen.issuer.tickers),
            annual_form=chosen.issuer.annual_form,
            final=said.final,
        )

    def read(self, data: bytes, path: str, context: Context) -> Iterator[Release]:
        """Every release in the bytes; raises DocumentError where they hold none."""
        from disclint.anatomy import read_release  # costly, and runs that only look a rule up need none of it

        for document in reading.read(data, path, tuple(self.plugins.readers.values()), self._wishes.tracked):
            yield read_release(document, context, self.registry, self.plugins.finders)

    def read_example(self, data: bytes, path: str, context: Context) -> Release:
        """The release of an example of a rule; raises DocumentError where there is none."""
        return next(self.read(data, path, context))

    def releases(self, draft: Draft) -> Iterator[Release]:
        yield from self.read(draft.data(self._settings.config.max_size), draft.name, self.context)


@dataclass(frozen=True)
class Outcome:
    """What became of one draft; `desk` is None where its configuration is wrong."""

    judgements: tuple[Judgement, ...]
    desk: Desk | None

    @property
    def status(self) -> int:
        verdicts = [verdict for judgement in self.judgements for verdict in judgement.verdicts]
        if any(verdict.status == "crashed" for verdict in verdicts):
            return CRASHED
        if self.desk is None or any(judgement.release is None for judgement in self.judgements):
            return NOT_CHECKED
        threshold = self.desk.fail_on
        failing = (f for v in verdicts if v.status == "failed" for f in v.findings if threshold and f.severity >= threshold)
        return FOUND if any(failing) else CHECKED


class Linter:
    """Reads and judges drafts, each under the configuration that governs its folder."""

    def __init__(self, wishes: Wishes) -> None:
        self._wishes = wishes
        self._desks: dict[Path | None, Desk] = {}

    def desk(self, folder: Path = Path()) -> Desk:
        """Raises ConfigError where the configuration is wrong."""
        wishes = self._wishes
        file = None if wishes.isolated else wishes.config_file or config.find(folder)
        if file not in self._desks:
            self._desks[file] = Desk(config.load(file) if file else Settings(), wishes)
        return self._desks[file]

    def drafts(self, paths: Sequence[str], stdin_name: str | None = None) -> list[Draft]:
        """The drafts of all paths, each once, in the order of the paths."""
        found: dict[tuple[str, Path | None], Draft] = {}
        for path in paths:
            for draft in self._discovered(path, stdin_name):
                found.setdefault((draft.name, draft.path), draft)
        return list(found.values())

    def _discovered(self, path: str, stdin_name: str | None) -> list[Draft]:
        try:
            scope = self.desk(Path(path) if Path(path).is_dir() else Path(path).parent).scope
        except DisclintError as error:  # this folder's configuration is wrong, others may not be
            return [Draft(path, None, str(error))]
        return list(discover(path, scope, stdin_name))

    def inspect(self, draft: Draft) -> list[Release | Document]:
        """The releases of a draft, else a document that only tells why there is none."""
        try:
            return list(self.desk(draft.folder).releases(draft))
        except Exception as error:
            return [unread(draft, error)]

    def check(self, draft: Draft) -> Outcome:
        desk = None
        try:
            desk = self.desk(draft.folder)
            rules = desk.selection.rules
            judged = [Judgement(release.document, release, judge_all(rules, release)) for release in desk.releases(draft)]
        except UsageError:
            raise
        except Exception as error:
            judged = [Judgement(unread(draft, error), None, ())]
        return Outcome(tuple(judged), desk)


def unread(draft: Draft, error: Exception) -> Document:
    """A document that only tells why the draft could not be read; an error that is not ours comes from a reader or finder."""
    told = str(error)
    if not isinstance(error, DisclintError):
        last = traceback.extract_tb(error.__traceback__)[-1]
        told = f"{draft.name}: reading it failed: {type(error).__name__}: {told} ({Path(last.filename).name}, line {last.lineno})"
    return Document(draft.name, "", "", "", (), (), LineSource(""), error=told)


def report(outcomes: Iterable[Outcome]) -> Report:
    judgements: list[Judgement] = []
    rules: dict[str, Rule] = {}
    digests: dict[str, None] = {}
    for outcome in outcomes:
        judgements += outcome.judgements
        if outcome.desk and any(judgement.release for judgement in outcome.judgements):
            rules.update((rule.name, rule) for rule in outcome.desk.selection.rules)
            digests[outcome.desk.selection.digest] = None
    digest = next(iter(digests), "") if len(digests) < 2 else "sha256:" + hashlib.sha256("\n".join(sorted(digests)).encode()).hexdigest()
    errors = dict.fromkeys(judgement.document.error for judgement in judgements if judgement.document.error)
    return Report(tuple(judgements), {name: rules[name] for name in sorted(rules)}, digest, tuple(errors))
