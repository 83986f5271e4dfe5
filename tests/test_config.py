"""Which configuration governs a draft, and what it does."""

from __future__ import annotations

from pathlib import Path

from disclint import config
from tests.conftest import Disclint


def test_the_nearest_file_upwards_governs(house: Path, disclint: Disclint) -> None:
    Path("drafts/q3").mkdir()
    Path("drafts/q3/disclint.toml").write_text('rules = ["../../house-rules"]\nselect = ["house"]\nfail-on = "never"\n', "utf-8")
    Path("drafts/bad.txt").rename("drafts/q3/bad.txt")
    assert disclint("check", "drafts/q3/bad.txt").status == 0
    assert disclint("check", "--fail-on", "error", "drafts/q3/bad.txt").status == 1


def test_pyproject_governs_where_it_has_our_table(house: Path, disclint: Disclint) -> None:
    Path("drafts/pyproject.toml").write_text("[tool.other]\n", "utf-8")
    assert config.find(Path("drafts")) == house / "disclint.toml"
    Path("drafts/pyproject.toml").write_text('[tool.disclint]\nrules = ["../house-rules"]\nselect = ["house"]\nfail-on = "never"\n', "utf-8")
    assert config.find(Path("drafts")) == house / "drafts/pyproject.toml"
    assert disclint("check", "drafts/bad.txt").status == 0
    Path("drafts/pyproject.toml").write_text("[tool.disclint]\nfailon = 1\n", "utf-8")
    assert "pyproject.toml:2: unknown key 'failon'; did you mean 'fail-on'?" in disclint("check", "drafts/bad.txt").err


def test_isolated_uses_no_file(house: Path, disclint: Disclint) -> None:
    Path("disclint.toml").write_text("nonsense = 1\n", "utf-8")
    assert disclint("inspect", "--isolated", "drafts/good.txt").status == 0


def test_a_named_file_goes_before_those_found(house: Path, disclint: Disclint) -> None:
    Path("other.toml").write_text('rules = ["./house-rules"]\nselect = ["house"]\nfail-on = "never"\nmarket = "ca"\n', "utf-8")
    done = disclint("check", "--config", "other.toml", "--format", "json", "drafts/bad.txt")
    assert done.status == 0
    assert (done.json["documents"][0]["market"], done.json["documents"][0]["market_given"]) == ("ca", True)


def test_the_issuer_reaches_the_context(house: Path) -> None:
    Path("disclint.toml").write_text(
        '[issuer]\nname = "Acme Corp."\ntickers = ["ACME", "TSX: ACM"]\nexchange = "NYSE"\nannual-form = "20-F"\nentity = "llc"\n', "utf-8"
    )
    from disclint.linter import Linter, Wishes

    context = Linter(Wishes()).desk().context
    assert (context.issuer, context.tickers, context.annual_form, context.entity) == ("Acme Corp.", ("NYSE: ACME", "TSX: ACM"), "20-F", "llc")
