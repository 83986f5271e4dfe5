"""`disclint check`: exit statuses, outputs and options."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import DRAFT, MENDED, Disclint


def test_a_finding_gives_one_and_none_gives_zero(house: Path, disclint: Disclint) -> None:
    assert disclint("check", "drafts/good.txt").status == 0
    assert disclint("check", "drafts/bad.txt").status == 1


@pytest.mark.parametrize(("threshold", "status"), [("error", 1), ("info", 1), ("never", 0)])
def test_fail_on(house: Path, disclint: Disclint, threshold: str, status: int) -> None:
    assert disclint("check", "--fail-on", threshold, "drafts/bad.txt").status == status


def test_fail_on_is_above_a_warning(house: Path, disclint: Disclint) -> None:
    rule = house / "house-rules/house/visibility.toml"
    rule.write_text(rule.read_text("utf-8").replace('"error"', '"warning"'), "utf-8")
    assert disclint("check", "drafts/bad.txt").status == 0
    assert disclint("check", "--fail-on", "warning", "drafts/bad.txt").status == 1


def test_json_is_the_contract(house: Path, disclint: Disclint) -> None:
    found = disclint("check", "--format", "json", "drafts").json
    assert found["schema"] == 1
    assert found["rulebook"]["rules"] == 1
    assert found["rulebook"]["digest"].startswith("sha256:")
    assert found["summary"] == {"documents": 2, "errors": 1, "warnings": 0, "infos": 0, "waived": 0, "crashed": 0}
    bad, good = found["documents"]
    assert (bad["path"], bad["format"], bad["error"], bad["market_given"]) == ("drafts/bad.txt", "text", None, False)
    assert (bad["date"], bad["market"]) == ("2026-11-04", "us")
    assert [(v["rule"], v["status"]) for v in bad["verdicts"]] == [("house/visibility", "failed")]
    assert [(v["rule"], v["status"]) for v in good["verdicts"]] == [("house/visibility", "passed")]
    finding = bad["verdicts"][0]["findings"][0]
    assert finding["quote"] == "improved visibility"
    assert finding["location"] == {"line": 5, "column": 66, "end_line": 6, "end_column": 11, "page": None, "paragraph": None}


def test_the_fingerprint_stays_when_other_text_moves(house: Path, disclint: Disclint) -> None:
    def fingerprint() -> str:
        return disclint("check", "--format", "json", "drafts/bad.txt").json["documents"][0]["verdicts"][0]["findings"][0]["fingerprint"]

    before = fingerprint()
    (house / "drafts/bad.txt").write_text("Draft of today\n\n" + DRAFT, "utf-8")
    assert fingerprint() == before != ""


def test_text_marks_the_words_across_the_line_break(house: Path, disclint: Disclint) -> None:
    lines = disclint("check", "drafts/bad.txt").out.splitlines()
    first = next(n for n, line in enumerate(lines) if line.endswith("reported improved"))
    columns = [line.partition("│")[2] for line in lines[first : first + 4]]
    assert columns[1].strip() == "^" * len("improved")
    assert columns[0].index("improved") == columns[1].index("^")
    assert columns[2].index("visibility") == columns[3].index("^")
    assert columns[3].strip() == "^" * len("visibility")


def test_text_says_why_and_what_to_do(house: Path, disclint: Disclint) -> None:
    out = disclint("check", "drafts").out
    for words in (
        "drafts/bad.txt",
        "error  house/visibility",
        "“improved visibility” says nothing.",
        "Investors cannot hold a company to visibility.",
        "Say what is expected instead of “improved visibility”.",
        "House style, chapter 3 (read 2026-11-22)",
        "2 documents, 1 rule: 1 error, 0 warnings, 0 notes.",
    ):
        assert words in out
    assert "\033" not in out


def test_quiet_leaves_one_line_for_each_finding(house: Path, disclint: Disclint) -> None:
    out = disclint("check", "--quiet", "drafts").out
    assert out == "drafts/bad.txt:5:66: error house/visibility: “improved visibility” says nothing.\n"


def test_verbose_shows_what_passed(house: Path, disclint: Disclint) -> None:
    assert "passed          house/visibility" in disclint("check", "--verbose", "drafts/good.txt").out


def test_show_leaves_out_what_is_less_severe(house: Path, disclint: Disclint) -> None:
    rule = house / "house-rules/house/visibility.toml"
    rule.write_text(rule.read_text("utf-8").replace('"error"', '"warning"'), "utf-8")
    assert "house/visibility" in disclint("check", "--show", "warning", "drafts/bad.txt").out
    assert "house/visibility" not in disclint("check", "--show", "error", "drafts/bad.txt").out


def test_colour_only_where_it_is_asked_for(house: Path, disclint: Disclint) -> None:
    assert "\033[31;1merror\033[0m" in disclint("check", "--color", "always", "drafts/bad.txt").out
    assert "\033" not in disclint("check", "--color", "never", "drafts/bad.txt").out


def test_control_characters_of_a_draft_do_not_reach_the_terminal(house: Path, disclint: Disclint) -> None:
    (house / "drafts/bad.txt").write_text(DRAFT.replace("today reported", "\033[2J\u202etoday reported"), "utf-8")
    out = disclint("check", "drafts/bad.txt").out
    assert "house/visibility" in out
    assert "\033" not in out
    assert "\u202e" not in out


def test_standard_input(house: Path, disclint: Disclint) -> None:
    done = disclint("check", "--format", "json", "--stdin-filename", "drafts/mail.txt", "-", stdin=DRAFT.encode())
    assert done.status == 1
    assert done.json["documents"][0]["path"] == "drafts/mail.txt"
    assert disclint("check", "-", stdin=MENDED.encode()).status == 0


def test_several_outputs_of_one_run(house: Path, disclint: Disclint) -> None:
    done = disclint("check", "--output", "json=a.json", "--output", "html=a.html", "drafts/bad.txt")
    assert "house/visibility" in done.out
    assert '"house/visibility"' in Path("a.json").read_text("utf-8")
    assert "house/visibility" in Path("a.html").read_text("utf-8")
    done = disclint("check", "--format", "html", "-o", "b.html", "drafts/bad.txt")
    assert (done.status, done.out) == (1, "")
    assert Path("b.html").read_text("utf-8") == Path("a.html").read_text("utf-8")


def test_report_is_check_as_html(house: Path, disclint: Disclint) -> None:
    disclint("check", "--format", "html", "-o", "a.html", "drafts/bad.txt")
    assert disclint("report", "drafts/bad.txt", "-o", "b.html").status == 1
    assert Path("a.html").read_bytes() == Path("b.html").read_bytes()


def test_a_report_never_overwrites_a_draft(house: Path, disclint: Disclint) -> None:
    done = disclint("check", "drafts", "--format", "html", "-o", "drafts/../drafts/bad.txt")
    assert done.status == 2
    assert "would overwrite" in done.err
    assert Path("drafts/bad.txt").read_text("utf-8") == DRAFT
    assert disclint("check", "drafts", "--output", "html=a", "--output", "json=a").status == 2


def test_market_event_and_day_count_as_given(house: Path, disclint: Disclint) -> None:
    (house / "drafts/undated.txt").write_text("Acme Corp. announced nothing of note.\n", "utf-8")
    found = disclint("check", "--format", "json", "--market", "ca", "--event", "mining", "--as-of", "2020-01-31", "drafts/undated.txt").json[
        "documents"
    ][0]
    assert (found["market"], found["market_given"]) == ("ca", True)
    assert (found["events_given"], "mining" in found["events"]) == (True, True)
    assert found["date"] == "2020-01-31"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--market", "us2"], "'us2'"),
        (["--event", "earning"], "did you mean 'earnings'"),
        (["--as-of", "4 Nov 2026"], "write it as 2026-11-22"),
        (["--format", "jsn"], "did you mean 'json'"),
        (["--select", "hose"], "did you mean 'house'"),
        (["--ignore", "house/visiblity"], "did you mean 'house/visibility'"),
        (["--ignore", "house"], "no rule is left"),
        (["--fail-on", "warn"], "did you mean 'warning'"),
        (["--output", "json"], "FORMAT=FILE"),
        (["-o", "no/such/folder/a.txt"], "cannot be written"),
        (["--config", "x.toml", "--isolated"], "exclude each other"),
        (["--no-such-option"], "No such option"),
    ],
)
def test_a_wrong_command_line_gives_two_and_says_what(house: Path, disclint: Disclint, arguments: list[str], words: str) -> None:
    done = disclint("check", *arguments, "drafts/good.txt")
    assert done.status == 2
    assert words in done.err
    assert "Traceback" not in done.err


def test_the_output_is_the_same_every_time(house: Path, disclint: Disclint) -> None:
    assert len({disclint("check", "--format", form, "drafts").out for form in ("json", "html") for _ in range(3)}) == 2
