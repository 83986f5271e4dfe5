"""The hooks: each returns values and changes nothing. A plugin implements those it needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pluggy

from disclint.checks.base import Check
from disclint.reading import Reader
from disclint.reporting import Renderer

if TYPE_CHECKING:
    from disclint.anatomy import Finder  # which is costly, and only runs that read a draft need it

PROJECT = "disclint"

hookimpl = pluggy.HookimplMarker(PROJECT)
hookspec = pluggy.HookspecMarker(PROJECT)


@hookspec
def disclint_rules() -> Sequence[Path]:  # type: ignore[empty-body]
    """Folders of rule files; a rule's path below its folder is its name."""


@hookspec
def disclint_checks() -> Mapping[str, type[Check]]:  # type: ignore[empty-body]
    """Kinds of check by the name that rule files call them."""


@hookspec
def disclint_readers() -> Sequence[Reader]:  # type: ignore[empty-body]
    """Readers of further formats."""


@hookspec
def disclint_finders() -> Mapping[str, Finder]:  # type: ignore[empty-body]
    """Finders of further parts of a release, by the name under which `Release.marks` holds what they find."""


@hookspec
def disclint_renderers() -> Sequence[Renderer]:  # type: ignore[empty-body]
    """Renderers of further report formats, for `check --format`."""


@hookspec
def disclint_templates() -> Sequence[Path]:  # type: ignore[empty-body]
    """Folders whose templates stand before the built-in ones of the same name."""
