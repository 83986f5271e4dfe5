"""The reviewed copy of a Word draft: every finding is a comment at its words, and all else is as it was."""

from __future__ import annotations

from disclint.errors import UsageError
from disclint.model import Report
from disclint.reading.word.source import WordSource
from disclint.reporting import Presentation


def render(report: Report, presentation: Presentation) -> bytes:
    """Raises UsageError where the run was not about one Word file."""
    judged = [judgement for judgement in report.judgements if judgement.release]
    if len(report.judgements) != 1:
        raise UsageError(f"a reviewed .docx is made of one draft, not of {len(report.judgements)}; check them one by one")
    if not judged:
        raise UsageError("there is no reviewed .docx of a draft that could not be read")
    source = judged[0].document.source
    if not isinstance(source, WordSource):
        raise UsageError(f"{judged[0].document.path}: a reviewed .docx can only be made of a .docx")
    from disclint.reporting.word.review import reviewed

    return reviewed(report, judged[0], source, presentation)
