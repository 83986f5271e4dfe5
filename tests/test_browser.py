"""The pages in a real browser, opened from files: nothing leaves them, nothing in a draft runs, and they lead where they say."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Disclint

sync = pytest.importorskip("playwright.sync_api", reason="playwright is missing (pip install playwright)")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing (Debian: apt-get install chromium)")

DRAFT = ROOT / "examples/halvorsen-q3-draft.txt"
WIDTHS = [1280, 420]
_QUIETLY = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
_HOSTILE = """FOR IMMEDIATE RELEASE

ACME <script>alert(1)</script> CORP. {{ 7*7 }} {% raise %} REPORTS

SPRINGFIELD, Ill., November 4, 2026 -- Acme Corp. today reported <img src="https://acme.example/x.png" onerror="alert(2)">
improved visibility of $[●] million "><script>alert(3)</script> &lt;b&gt; javascript:alert(4) on Tuesday, November 5, 2026.

###
"""


@dataclass
class Opened:
    """A page, and what it asked for or complained about."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def seen(self, selector: str) -> bool:
        """Whether the first such element is within the window."""
        inside = "e => { const r = e.getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight && r.width > 0 }"
        return bool(self.page.locator(selector).first.evaluate(inside))


Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with sync.sync_playwright() as started:
        profile = tmp_path_factory.mktemp("profile")
        context = started.chromium.launch_persistent_context(profile, executable_path=CHROMIUM, headless=True, args=list(_QUIETLY))
        yield context
        context.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path, disclint: Disclint) -> Iterator[Open]:
    """Writes the page of a command and opens it; afterwards nothing but the page itself must have been asked for."""
    opened: list[tuple[str, Opened]] = []

    def call(*arguments: str | Path, width: int = 1280) -> Opened:
        file = tmp_path / f"page-{len(opened)}.html"
        assert disclint(*arguments, "--format", "html", "-o", file).status in (0, 1)
        shown = Opened(browser.new_page())
        shown.page.set_viewport_size({"width": width, "height": 900})
        shown.page.on("request", lambda request: shown.requests.append(request.url))
        shown.page.on("console", lambda message: shown.complaints.append(message.text))
        shown.page.on("pageerror", lambda error: shown.complaints.append(str(error)))
        shown.page.on("dialog", lambda dialog: (shown.complaints.append(dialog.message), dialog.dismiss()))
        shown.page.goto(file.as_uri())
        opened.append((file.as_uri(), shown))
        return shown

    yield call
    for address, shown in opened:
        shown.page.close()
        assert set(shown.requests) == {address}
        assert shown.complaints == []


def _check(path: Path) -> list[str | Path]:
    return ["check", "--isolated", path]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("command", [["check", "--isolated", DRAFT], ["inspect", "--isolated", DRAFT], ["rules", "--isolated"]])
def test_a_page_stands_alone_and_fits_the_window(open_page: Open, command: list[str | Path], width: int) -> None:
    page = open_page(*command, width=width).page
    policy = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
    assert policy.startswith("default-src 'none'; ")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate("[...document.querySelectorAll('a')].every(a => a.getAttribute('href').startsWith('#'))")
    assert page.evaluate("[...document.querySelectorAll('a')].every(a => document.getElementById(a.getAttribute('href').slice(1)))")


def test_the_policy_holds(open_page: Open) -> None:
    shown = open_page(*_check(DRAFT))
    shown.page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = true'}))")
    with shown.page.expect_event("requestfailed") as refused:
        shown.page.evaluate("document.body.append(Object.assign(new Image(), {src: 'https://disclint.invalid/x.png'}))")
    assert refused.value.failure == "csp"  # before it left
    assert shown.page.evaluate("window.ran") is None
    assert len(shown.complaints) == 2
    assert all("Content Security Policy" in complaint for complaint in shown.complaints)
    shown.complaints.clear()
    shown.requests.remove("https://disclint.invalid/x.png")


def test_findings_stand_beside_the_release_with_their_words_marked(open_page: Open, disclint: Disclint) -> None:
    page = open_page(*_check(DRAFT)).page
    (document,) = disclint("check", "--isolated", "--format", "json", DRAFT).json["documents"]
    findings = [finding for verdict in document["verdicts"] for finding in verdict["findings"]]
    assert page.locator("article.finding").count() == len(findings) > 5
    messages = " ".join(page.locator(".message").all_inner_texts())
    marked = " ".join(page.locator(".draft mark").all_inner_texts())
    for finding in findings:
        assert finding["message"] in messages
        assert all(word in marked for word in finding["quote"].split())
    draft, card = page.locator(".draft").bounding_box(), page.locator("article.finding").first.bounding_box()
    assert card["x"] >= draft["x"] + draft["width"]
    assert abs(card["y"] - draft["y"]) < 50


@pytest.mark.parametrize("width", WIDTHS)
def test_a_finding_leads_to_its_words_and_back(open_page: Open, width: int) -> None:
    shown = open_page(*_check(DRAFT), width=width)
    for card in shown.page.locator("article.finding").all():
        name = card.get_attribute("id")
        card.locator(".message a").click()
        assert shown.page.evaluate("location.hash") == f"#at-{name}"
        assert shown.seen(f"#at-{name}")
        shown.page.locator(f"#at-{name}").click()
        assert shown.page.evaluate("location.hash") == f"#{name}"
        assert shown.seen(f"#{name}")


def test_the_checklist_has_every_verdict_under_its_status(open_page: Open, disclint: Disclint) -> None:
    page = open_page(*_check(DRAFT)).page
    (document,) = disclint("check", "--isolated", "--format", "json", DRAFT).json["documents"]
    for status in ("failed", "passed", "not-applicable"):
        rules = [verdict["rule"] for verdict in document["verdicts"] if verdict["status"] == status]
        table = page.locator(f".status.{status}")
        assert sorted(table.locator("td:first-child code").all_inner_texts()) == sorted(rules)
        assert f"({len(rules)})" in table.locator("h3").inner_text()
        assert table.locator("table").is_visible()


def test_severity_is_told_by_words_and_lines_and_not_by_colour_alone(open_page: Open) -> None:
    page = open_page(*_check(DRAFT)).page
    looks = {}
    for severity, word in (("error", "Error"), ("warning", "Warning"), ("info", "Note")):
        assert set(page.locator(f"article.{severity} .severity").all_inner_texts()) == {word}
        looks[severity] = page.locator(f"article.{severity}").first.evaluate("e => getComputedStyle(e).borderLeftStyle")
    assert len(set(looks.values())) == 3


def test_what_a_draft_says_is_shown_and_never_run(open_page: Open, tmp_path: Path) -> None:
    draft = tmp_path / "<b>{{ 7*7 }}.txt"
    draft.write_text(_HOSTILE, "utf-8")
    for command in (_check(draft), ["inspect", "--isolated", draft]):
        page = open_page(*command).page
        shown = page.locator(".draft").inner_text()
        for words in ("<script>alert(1)</script>", "{{ 7*7 }}", "{% raise %}", 'onerror="alert(2)"', "&lt;b&gt;", "javascript:alert(4)"):
            assert words in shown
        assert page.locator("script, img").count() == 0
        assert "<b>{{ 7*7 }}.txt" in page.locator("h1").first.inner_text()


def test_the_rulebook_is_searched(open_page: Open, disclint: Disclint) -> None:
    page = open_page("rules", "--isolated").page
    names = [rule["name"] for rule in disclint("rules", "--isolated", "--format", "json").json["rules"]]
    shown = page.locator(".rule:visible")
    assert shown.count() == len(names)
    page.fill("#search", "Citations SECTION-in-wrong")
    assert shown.evaluate_all("rules => rules.map(rule => rule.id)") == ["citations/section-in-wrong-act"]
    assert page.locator(".group:visible").count() == 1
    assert page.locator("#count").inner_text() == f"1 of {len(names)}"
    page.fill("#search", "citations zyxwv")
    assert shown.count() == page.locator(".group:visible").count() == 0
    page.fill("#search", "")
    assert shown.count() == len(names)
    assert page.locator("#count").inner_text() == ""


def test_a_rule_of_the_rulebook_tells_everything(open_page: Open) -> None:
    page = open_page("rules", "--isolated").page
    rule = page.locator('[id="citations/section-in-wrong-act"]')
    assert not rule.locator("pre").first.is_visible()
    rule.locator("summary").click()
    told = rule.inner_text()
    for words in ("Error", "To do", "Authority", "15 U.S.C. 78u-5", "(read 20", "Fails", "Passes", "Does not apply"):
        assert words in told
    assert "⟦" not in told
    assert rule.locator("pre mark").count() > 0


@pytest.mark.parametrize("command", [["check", "--isolated", DRAFT], ["inspect", "--isolated", DRAFT]])
def test_a_page_prints(open_page: Open, command: list[str | Path]) -> None:
    page = open_page(*command).page
    assert page.pdf(format="Letter").startswith(b"%PDF-")
    page.emulate_media(media="print")
    assert page.locator(".panel").evaluate("e => e.scrollHeight <= e.clientHeight + 1")
    if command[0] == "check":
        assert page.locator(".finding details p").first.evaluate("e => e.getBoundingClientRect().height > 0")
        assert page.get_by_text("Reviewed by").is_visible()
