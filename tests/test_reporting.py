"""HTML that stands alone, templates of the user's own, and the anatomy as it is shown."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from disclint.model import Span
from disclint.reading.builder import Builder, LineSource
from disclint.reporting.excerpts import excerpt
from tests.conftest import DRAFT, ROOT, Disclint

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; ')


class _Page(HTMLParser):
    """Collects tags and what they point at, and checks that every tag is closed."""

    VOID = frozenset({"meta", "input", "br", "link", "img"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.targets: list[str] = []
        self.anchors: set[str] = set()
        self.marked: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._open += [] if tag in self.VOID else [tag]
        for name, value in attrs:
            if name in {"href", "src", "action", "srcset", "data"}:
                self.targets.append(value or "")
            if name == "id":
                self.anchors.add(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "mark" in self._open:
            self.marked.append(data)


def test_the_html_report_stands_alone_and_escapes_the_draft(house: Path, disclint: Disclint) -> None:
    Path("drafts/bad.txt").write_text(DRAFT.replace("plans", '<script src="http://x.example/x.js"></script>'), "utf-8")
    text = disclint("check", "--format", "html", "drafts").out
    page = _Page(text)
    assert _POLICY.search(text)
    assert not page.tags & {"script", "link", "img", "iframe", "object"}
    assert "&lt;b&gt;bold&lt;/b&gt;" in text
    assert all(target.startswith("#") for target in page.targets)
    assert {target[1:] for target in page.targets} <= page.anchors
    assert "url(" not in text
    assert "@import" not in text


def test_the_html_report_shows_the_words_and_the_checklist(house: Path, disclint: Disclint) -> None:
    text = disclint("check", "--format", "html", "drafts/bad.txt").out
    assert "".join(_Page(text).marked) == "improved visibility"
    for words in ("Absent or defective (1)", "House style, chapter 3", "Say what is expected instead of “improved visibility”.", "line 5"):
        assert words in text
    passed = disclint("check", "--format", "html", "drafts/good.txt").out
    assert "Present and in order (1)" in passed


def test_what_is_missing_is_shown_where_it_belongs(house: Path, disclint: Disclint) -> None:
    rule = Path("house-rules/house/visibility.toml")
    rule.write_text(
        rule.read_text("utf-8").replace("[forbid.wording]\nany = ['improved visibility']", "[require.wording]\nany = ['webcast']"), "utf-8"
    )
    assert "belongs here" in disclint("check", "drafts/bad.txt").out
    assert _Page(disclint("check", "--format", "html", "drafts/bad.txt").out).marked == ["▸ missing here"]


def test_templates_of_the_user_stand_before_ours(house: Path, disclint: Disclint) -> None:
    config = Path("disclint.toml")
    config.write_text('templates = "./own"\n' + config.read_text("utf-8"), "utf-8")
    Path("own").mkdir()
    Path("own/report.txt").write_text("{% for d in documents %}{{ d.path }}: {{ d.counts.error }}\n{% endfor %}", "utf-8")
    assert disclint("check", "drafts").out == "drafts/bad.txt: 1\ndrafts/good.txt: 0\n"


def test_a_wrong_template_says_where(house: Path, disclint: Disclint) -> None:
    config = Path("disclint.toml")
    config.write_text('templates = "./own"\n' + config.read_text("utf-8"), "utf-8")
    Path("own").mkdir()
    for text, words in (
        ("\n{% if %}", "own/report.txt:2: TemplateSyntaxError"),
        ("{{ docments }}", "own/report.txt: UndefinedError"),
        ("{{ ().__class__.__mro__ }}", "SecurityError"),
        ('{% include "/etc/passwd" %}', "TemplateNotFound"),
    ):
        Path("own/report.txt").write_text(text, "utf-8")
        done = disclint("check", "drafts")
        assert done.status == 2, text
        assert words in done.err, text


def test_inspect_shows_facts_and_parts(house: Path, disclint: Disclint) -> None:
    text = disclint("inspect", "drafts/bad.txt").out
    assert re.search(r"^date +2026-11-04$", text, re.M)
    assert "     headline     3 │ ACME CORP. REPORTS THIRD QUARTER\n" in text
    assert "     dateline     5 │ SPRINGFIELD, Ill., November 4, 2026 --\n" in text
    assert "         body       │ Acme Corp. today reported improved visibility" in text
    assert "\033[36mSPRINGFIELD" in disclint("inspect", "--color", "always", "drafts/bad.txt").out
    page = _Page(disclint("inspect", "--format", "html", "drafts/bad.txt", "drafts/good.txt").out)
    assert "script" not in page.tags
    assert "SPRINGFIELD" in disclint("inspect", "--format", "html", "drafts/bad.txt").out


def test_inspect_json_is_an_object_or_a_list(house: Path, disclint: Disclint) -> None:
    one = disclint("inspect", "--format", "json", "drafts/bad.txt").json
    assert (one["schema"], one["path"], one["date"]) == (1, "drafts/bad.txt", "2026-11-04")
    several = disclint("inspect", "--format", "json", "drafts/bad.txt", "drafts/good.txt").json
    assert [found["path"] for found in several] == ["drafts/bad.txt", "drafts/good.txt"]
    assert several[0] == one


def test_inspect_tells_what_could_not_be_read(house: Path, disclint: Disclint) -> None:
    done = disclint("inspect", "--format", "json", "drafts/none.txt")
    assert (done.status, done.json) == (2, {"schema": 1, "path": "drafts/none.txt", "error": "drafts/none.txt: there is no such file"})
    done = disclint("inspect", "drafts/none.txt", "drafts/good.txt")
    assert done.status == 2
    assert "drafts/good.txt" in done.out


@pytest.mark.parametrize(("draft", "width"), [("halvorsen-q3-draft.txt", 100), ("larkfield-dividend.txt", 60), ("larkfield-dividend.txt", 40)])
def test_text_keeps_to_the_width_of_the_terminal(draft: str, width: int, disclint: Disclint, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in ("check", "inspect"):
        monkeypatch.setattr(sys.modules[f"disclint.cli.{command}"], "columns", lambda file: width)
    for arguments in (["inspect"], ["check", "--verbose"]):
        lines = disclint(*arguments, ROOT / "examples" / draft).out.splitlines()[1:]  # the path is never cut
        assert [line for line in lines if len(line) > width and " " in line[width // 2 :].strip()] == []


def test_inspect_lays_tables_out_in_columns(disclint: Disclint) -> None:
    text = disclint("inspect", ROOT / "examples/halvorsen-q3-draft.txt").out
    rows = [line for line in text.splitlines() if re.search(r"│ (?:Products|Services) +\$? ?[\d,]{5,6} ", line)]
    assert len({tuple(figure.end() for figure in re.finditer(r"\$? ?[\d,]{5,}", row)) for row in rows[:2]}) == 1, rows
    page = disclint("inspect", "--format", "html", ROOT / "examples/halvorsen-q3-draft.txt").out
    assert '<td></td><td colspan="2">Three Months Ended</td><td colspan="2">Nine Months Ended</td>' in page
    assert '<td class="number">$111,906</td>' in page


def _excerpt(source: str, words: str) -> list[tuple[int | None, str, str]]:
    builder = Builder()
    for offset, char in enumerate(source):
        builder.put(char, offset)
    builder.end_block("paragraph", len(source))
    document = builder.document("x.txt", "text", "", LineSource(source), end=len(source))
    start = document.text.index(words)
    return [(line.number, line.text, line.text[line.start : line.end]) for line in excerpt(document, Span(start, start + len(words)))]


def test_excerpts_expand_tabs_and_cut_long_lines_around_the_words() -> None:
    assert _excerpt("a\tb\tthe words here", "the words") == [(1, "a   b   the words here", "the words")]
    ((number, text, marked),) = _excerpt("x " * 500 + "the words" + " y" * 500, "the words")
    assert (number, marked) == (1, "the words")
    assert text.startswith("…")
    assert text.endswith("…")
    assert len(text) <= 102


def test_excerpts_leave_out_the_middle_of_a_long_passage() -> None:
    lines = _excerpt("\n".join(f"line {n}" for n in range(1, 11)), " ".join(f"line {n}" for n in range(1, 11)))
    assert [number for number, _, _ in lines] == [1, 2, None, 10]
