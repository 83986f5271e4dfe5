"""The templates: the user's own stand before ours, all run sandboxed, and what goes into HTML is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from disclint.errors import ConfigError
from disclint.reporting import Presentation


def render(name: str, presentation: Presentation, filters: Mapping[str, Any], **values: object) -> str:
    """Raises ConfigError naming the template where it is wrong."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in presentation.templates]),
        autoescape=_is_html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters)
    try:
        return environment.get_template(name).render(**values)
    except TemplateError as error:
        raise ConfigError(f"template {_place(name, presentation.templates, error)}: {type(error).__name__}: {error}") from error


def _is_html(name: str | None) -> bool:
    return name is not None and name.endswith(".html")


def _place(name: str, folders: tuple[Path, ...], error: TemplateError) -> str:
    line = getattr(error, "lineno", None)
    file = getattr(error, "filename", None) or next((str(folder / name) for folder in folders if (folder / name).is_file()), name)
    return f"{file}:{line}" if line else file
