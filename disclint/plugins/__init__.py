"""What plugins may add, and how they are found."""

from __future__ import annotations

from disclint.plugins.hookspecs import hookimpl
from disclint.plugins.manager import Plugins, load

__all__ = ["Plugins", "hookimpl", "load"]
