"""The built-in parts, contributed by the same hooks as anybody's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from disclint import reporting
from disclint.checks import vocabulary
from disclint.checks.base import Check
from disclint.plugins.hookspecs import hookimpl
from disclint.reading import BUILT_IN, Reader
from disclint.reporting import Renderer
from disclint.resources import bundled


@hookimpl
def disclint_rules() -> Sequence[Path]:
    return [bundled("rules")]


@hookimpl
def disclint_checks() -> Mapping[str, type[Check]]:
    return vocabulary.BUILT_IN


@hookimpl
def disclint_readers() -> Sequence[Reader]:
    return BUILT_IN


@hookimpl
def disclint_renderers() -> Sequence[Renderer]:
    return reporting.BUILT_IN


@hookimpl
def disclint_templates() -> Sequence[Path]:
    return [bundled("templates")]
