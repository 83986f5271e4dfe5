"""Why something could not be checked: every error names the file and the place in it."""

from __future__ import annotations


class DisclintError(Exception):
    """Base of all errors that the tool reports itself; the exit status is 2."""


class UsageError(DisclintError):
    """The command line asks for something that does not exist."""


class ConfigError(DisclintError):
    """A configuration file cannot be read or says something unknown."""


class RuleError(DisclintError):
    """A rule or registry file is not what the vocabulary allows."""


class PluginError(DisclintError):
    """A plugin failed to load, or two contribute the same name."""


class DocumentError(DisclintError):
    """A draft cannot be read; the other drafts go on."""
