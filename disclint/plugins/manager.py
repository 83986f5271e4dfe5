"""Finds plugins, and puts together what they contribute: the built-in parts first, then plugins by name, however they were found."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pluggy

from disclint.checks.base import Check
from disclint.errors import PluginError
from disclint.plugins import builtin, hookspecs
from disclint.reading import Reader
from disclint.reporting import Renderer

if TYPE_CHECKING:
    from disclint.anatomy import Finder

_BUILT_IN = "disclint"
_FAILURES = (Exception, SystemExit)  # a plugin that exits must not decide the exit status


@dataclass(frozen=True)
class Plugins:
    """What the built-in parts and all plugins contribute, by name."""

    rules: tuple[Path, ...]
    checks: Mapping[str, type[Check]]
    readers: Mapping[str, Reader]
    finders: Mapping[str, Finder]
    renderers: Mapping[str, Renderer]
    templates: tuple[Path, ...]  # looked through in this order, the built-in ones last


class _Manager(pluggy.PluginManager):
    """Takes every function named like a hook for one: a forgotten `@hookimpl` would make a plugin silently do nothing."""

    def parse_hookimpl_opts(self, plugin: Any, name: str) -> Any:
        options = super().parse_hookimpl_opts(plugin, name)
        if options is None and name.startswith("disclint_") and callable(getattr(plugin, name, None)):
            return {}
        return options


def load(local: Sequence[Path] = ()) -> Plugins:
    """The built-in parts, installed plugins and the `local` files; raises PluginError naming the plugin that fails."""
    manager = _Manager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(builtin, _BUILT_IN)
    for name, module in (*_installed(), *_local(local)):
        _register(manager, name, module)
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise PluginError(str(error)) from error
    return Plugins(
        rules=_folders(manager, "disclint_rules"),
        checks=_by_name(manager, "disclint_checks", "check", lambda v: isinstance(v, type) and issubclass(v, Check)),
        readers=_by_name(manager, "disclint_readers", "reader", lambda v: isinstance(v, Reader)),
        finders=_by_name(manager, "disclint_finders", "finder", callable),
        renderers=_by_name(manager, "disclint_renderers", "renderer", lambda v: isinstance(v, Renderer)),
        templates=_folders(manager, "disclint_templates")[::-1],
    )


def _installed() -> Iterator[tuple[str, ModuleType]]:
    from importlib.metadata import entry_points  # 25 ms, and only runs that check need it

    for entry in sorted(entry_points(group=hookspecs.PROJECT), key=lambda e: (e.name, e.value)):
        name = f"{entry.name} ({entry.dist.name} {entry.dist.version})" if entry.dist else entry.name
        try:
            yield name, entry.load()
        except _FAILURES as error:
            raise PluginError(f"plugin {name} failed to load: {_told(error)}") from error


def _local(paths: Iterable[Path]) -> Iterator[tuple[str, ModuleType]]:
    for number, path in enumerate(dict.fromkeys(paths)):
        if not path.is_file():
            raise PluginError(f"plugin {path}: there is no such file")
        name = f"disclint_local_{number}_{path.stem}"
        spec = importlib.util.spec_from_file_location(name, path)
        if not spec or not spec.loader:
            raise PluginError(f"plugin {path}: is not a Python file")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module  # where the annotations of its checks are looked up
        try:
            spec.loader.exec_module(module)
        except _FAILURES as error:
            raise PluginError(f"plugin {path} failed to load: {_told(error)}") from error
        yield str(path), module


def _register(manager: _Manager, name: str, module: ModuleType) -> None:
    try:
        manager.register(module, name)
    except (pluggy.PluginValidationError, ValueError) as error:
        raise PluginError(f"plugin {name}: {error}") from error
    if not manager.get_hookcallers(module):
        raise PluginError(f"plugin {name} contributes nothing: it has no function named like a hook (disclint_rules, disclint_checks, …)")


def _contributions(manager: _Manager, hook: str) -> Iterator[tuple[str, Any]]:
    """What each plugin returns; asked one by one, so that a failure names its plugin."""
    implementations = getattr(manager.hook, hook).get_hookimpls()
    for implementation in sorted(implementations, key=lambda i: (i.plugin_name != _BUILT_IN, i.plugin_name)):
        try:
            yield implementation.plugin_name, implementation.function()
        except _FAILURES as error:
            raise PluginError(f"plugin {implementation.plugin_name} failed in {hook}: {_told(error)}") from error


def _folders(manager: _Manager, hook: str) -> tuple[Path, ...]:
    found: list[Path] = []
    for plugin, folders in _contributions(manager, hook):
        for folder in folders:
            if not (isinstance(folder, Path) and folder.is_dir()):
                raise PluginError(f"plugin {plugin}: {hook} names {str(folder)!r}, which is no folder")
            found.append(folder)
    return tuple(found)


def _by_name(manager: _Manager, hook: str, noun: str, fits: Callable[[Any], bool]) -> dict[str, Any]:
    found: dict[str, tuple[str, Any]] = {}
    for plugin, values in _contributions(manager, hook):
        for name, value in values.items() if isinstance(values, Mapping) else ((getattr(v, "name", str(v)), v) for v in values):
            if not fits(value):
                raise PluginError(f"plugin {plugin}: {hook} gives {name!r}, which is no {noun}")
            if name in found:
                raise PluginError(f"the {noun} {name!r} comes from two plugins: {plugin} and {found[name][0]}")
            found[name] = plugin, value
    return {name: value for name, (_, value) in found.items()}


def _told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"
