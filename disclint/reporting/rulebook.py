"""The rulebook for people who look a rule up, and for programs that list it."""

from __future__ import annotations

import json
import re
import textwrap
from typing import Any

import msgspec

from disclint import __version__
from disclint.reporting import Presentation
from disclint.reporting.view import standing
from disclint.rulebook import Example, Rule, Rulebook

SCHEMA = 1
_WIDTH = 100


def render(form: str, rules: Rulebook, presentation: Presentation) -> str:
    if form == "json":
        return json.dumps(_listed(rules), ensure_ascii=False, indent=2) + "\n"
    if form == "html":
        from disclint.reporting.html import rulebook

        return rulebook(rules.rules, rules.digest, presentation)
    width = max((len(rule.name) for rule in rules.rules), default=0)
    return "".join(f"{rule.severity.label:8} {rule.name:{width}}  {rule.title}\n" for rule in rules.rules)


def scaffold(name: str, presentation: Presentation) -> str:
    """A rule file to start from."""
    from disclint.reporting.templates import render as fill

    return fill("rule.toml", presentation, {}, rule=name)


def explanation(rule: Rule) -> str:
    """Without a template: looking a rule up must be quick."""
    lines = [f"{rule.name} ({rule.severity.label})", rule.title, "", _wrapped(rule.rationale), "", _wrapped(f"To do: {in_general(rule.remedy)}"), ""]
    for authority in rule.authorities:
        lines.append(_wrapped(f"Source: {authority.citation}{standing(authority)}"))
        lines += [f"  {authority.url}"] if authority.url else []
        lines += [textwrap.indent(_wrapped(f"“{authority.quote}”"), "  ")] if authority.quote else []
    applies = conditions(rule)
    lines += ["", f"Applies: {applies}"] if applies else []
    for title, examples in (("Fails", rule.examples.fail), ("Passes", rule.examples.passes), ("Does not apply", rule.examples.skip)):
        for example in examples:
            lines += ["", f"{title}:{_noted(example)}", textwrap.indent(example.text.strip(), "    ")]
    return "\n".join(lines) + "\n"


def in_general(words: str) -> str:
    """A message or remedy outside of a finding, whose placeholders nothing fills."""
    return re.sub(r"\{(\w+)\}", r"[\1]", words)


def _noted(example: Example) -> str:
    return f" {example.note}" if example.note else ""


def _wrapped(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), _WIDTH)


def conditions(rule: Rule) -> str:
    """The conditions of context, as the rule file says them."""
    said = {key: value for key, value in msgspec.to_builtins(rule.applies).items() if value}
    return "; ".join(f"{key.replace('_', ' ')} {', '.join(value) if isinstance(value, list | tuple) else value}" for key, value in said.items())


def _listed(rules: Rulebook) -> dict[str, Any]:
    return {"schema": SCHEMA, "disclint": __version__, "digest": rules.digest, "rules": [_rule(rule) for rule in rules.rules]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "title": rule.title,
        "severity": rule.severity.label,
        "message": rule.message,
        "remedy": rule.remedy,
        "rationale": rule.rationale,
        "authorities": [msgspec.to_builtins(authority) for authority in rule.authorities],
        "applies": {key: value for key, value in msgspec.to_builtins(rule.applies).items() if value},
        "fix": rule.fix.safety if rule.fix else None,
        "examples": msgspec.to_builtins(rule.examples),
    }
