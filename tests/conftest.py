"""What the tests share: the command line run in this process, and a house with a rule, a draft and its mended twin."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from disclint.cli import run

ROOT = Path(__file__).parents[1]

RULE = """
title = "Outlook is called visibility"
severity = "error"
message = "“{quote}” says nothing."
remedy = "Say what is expected instead of “{quote}”."
rationale = "Investors cannot hold a company to visibility."
[authority]
citation = "House style, chapter 3"
basis = "practice"
verified = 2026-11-22
[forbid.wording]
any = ['improved visibility']
[[examples.fail]]
text = "Acme Corp. reported ⟦improved visibility⟧ today."
[[examples.pass]]
text = "Acme Corp. reported revenue of $12 million today."
"""
DRAFT = """FOR IMMEDIATE RELEASE

ACME CORP. REPORTS THIRD QUARTER

SPRINGFIELD, Ill., November 4, 2026 -- Acme Corp. today reported improved
visibility for its fourth quarter, and <b>bold</b> plans.

###
"""
MENDED = DRAFT.replace("improved\nvisibility", "higher\norders")


@dataclass(frozen=True)
class Done:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Disclint = Callable[..., Done]


@pytest.fixture
def disclint(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Disclint:
    """Runs the command line; `stdin` is what stands on standard input."""

    def call(*arguments: str | Path, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Done(status, captured.out, captured.err)

    return call


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, made the current one, whose configuration applies one house rule and no other."""
    (tmp_path / "house-rules/house").mkdir(parents=True)
    (tmp_path / "house-rules/house/visibility.toml").write_text(RULE, "utf-8")
    (tmp_path / "disclint.toml").write_text('rules = ["./house-rules"]\nselect = ["house"]\n', "utf-8")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts/bad.txt").write_text(DRAFT, "utf-8")
    (tmp_path / "drafts/good.txt").write_text(MENDED, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path
