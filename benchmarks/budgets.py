"""Measures whole processes against the budgets: CPU time, best of several runs, so run it on a quiet machine.

    .venv/bin/python benchmarks/budgets.py [--runs N]

Exit status 1: a budget is exceeded.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

DRAFT = Path(__file__).parents[1] / "examples/halvorsen-q3-draft.txt"  # 8 KB of text
COMMAND = (sys.executable, "-c", "from disclint.cli import main; main()")
KILOBYTES = 1 if sys.platform != "darwin" else 1024  # what the system counts peak memory in


@dataclass(frozen=True)
class Budget:
    name: str
    arguments: tuple[str, ...]
    milliseconds: float
    mebibytes: float | None = None


def measure(arguments: Sequence[str], runs: int) -> tuple[float, float]:
    """Milliseconds of CPU time and mebibytes of memory, the best of all runs."""
    times, peaks = [], []
    for _ in range(runs):
        process = subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise SystemExit(f"disclint {' '.join(arguments)} ended with {process.returncode}")
        times.append((usage.ru_utime + usage.ru_stime) * 1000)
        peaks.append(usage.ru_maxrss / KILOBYTES / 1024)
    return min(times), min(peaks)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        for number in range(200):
            Path(folder, f"draft-{number:03}.txt").write_bytes(DRAFT.read_bytes() + f"\nVersion {number}\n".encode())
        budgets = (
            Budget("--version", ("--version",), 70),
            Budget("--help", ("--help",), 70),
            Budget("rules NAME", ("rules", "citations/section-in-wrong-act"), 70),
            Budget("check, one draft of 8 KB", ("check", str(DRAFT)), 150),
            Budget("check, 200 drafts of 8 KB", ("check", "--format", "json", folder), 1500, 80),
        )
        exceeded = 0
        for budget in budgets:
            took, peak = measure(budget.arguments, runs)
            over = took > budget.milliseconds or (budget.mebibytes is not None and peak > budget.mebibytes)
            exceeded += over
            limit = f"{budget.milliseconds:.0f} ms" + (f", {budget.mebibytes:.0f} MiB" if budget.mebibytes else "")
            print(f"{budget.name:28} {took:7.0f} ms {peak:6.0f} MiB   budget {limit}{'   EXCEEDED' if over else ''}")  # noqa: T201
    return 1 if exceeded else 0


if __name__ == "__main__":
    sys.exit(main())
