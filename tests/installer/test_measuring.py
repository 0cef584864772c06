"""How large the program is: a budget that stops the build, and a list that tells two builds apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer.freezing.measuring import Size, excess, listing, main, measure, too_large


def test_a_linked_file_counts_once(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "library.so").write_bytes(bytes(1000))
    (tmp_path / "library.so").symlink_to("folder/library.so")
    assert measure(tmp_path) == Size(1000, 1)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Size(300_000_000, 300), None),
        (Size(421_000_000, 300), "421.0 MB unpacked"),
        (Size(300_000_000, 9_000), "9000 files"),
    ],
)
def test_over_the_budget_is_said_with_the_figure(found: Size, said: str | None) -> None:
    over = excess("full", found)
    assert over is None if said is None else said in (over or "")


def test_the_budgets_are_not_above_what_was_promised() -> None:
    assert excess("full", Size(420_000_001, 1))
    assert excess("slim", Size(170_000_001, 1))


def test_an_installer_over_its_budget_is_named_and_one_without_is_too(tmp_path: Path) -> None:
    for name, size, said in (
        ("a.deb", 141, "141.0 MB"),
        ("a.slim.deb", 99, "99.0 MB"),
        ("a.deb", 100, None),
        ("a.rpm", 1, "no budget"),
    ):
        with (tmp_path / name).open("wb") as file:
            file.truncate(size * 1_000_000)
        over = too_large(tmp_path / name)
        assert over is None if said is None else said in (over or "")


def test_a_list_changes_with_content_name_and_where_a_link_leads_but_not_with_time(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    (tmp_path / "link").symlink_to("a")
    lists = [listing(tmp_path)]
    (tmp_path / "a").touch()
    assert listing(tmp_path) == lists[0]
    (tmp_path / "a").write_text("b")
    lists.append(listing(tmp_path))
    (tmp_path / "a").rename(tmp_path / "b")
    lists.append(listing(tmp_path))
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to("b")
    lists.append(listing(tmp_path))
    assert len(set(lists)) == 4


def test_a_build_that_is_too_large_fails_and_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("installer.freezing.measuring.measure", lambda _: Size(999_000_000, 5))
    (tmp_path / "program").mkdir()
    assert main(str(tmp_path / "program"), "full", str(tmp_path / "listing")) == 1
    assert "too large: 999.0 MB" in capsys.readouterr().err
    assert main(str(tmp_path / "program"), "full", str(tmp_path / "listing")) == 1
