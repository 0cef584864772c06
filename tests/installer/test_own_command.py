"""How the program starts itself: under Python, or as one of the two programs of an installation."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from wisestep_desktop.bootstrap import own_command, windowed


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, running: str, *programs: str) -> None:
    for name in programs:
        (folder / name).touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / running))


def test_under_python_it_is_a_module() -> None:
    assert own_command("run", "--hidden") == [sys.executable, "-m", "wisestep_desktop", "run", "--hidden"]
    assert not windowed()


def test_the_app_starts_without_a_terminal_whoever_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, "wisestep", "wisestep", "WiseStep")
    assert own_command("run", "--hidden") == [str(tmp_path / "WiseStep"), "run", "--hidden"]
    assert own_command("sandbox") == [str(tmp_path / "wisestep"), "sandbox"]
    assert not windowed()


def test_on_windows_both_are_told_apart_by_their_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, "wisestep.com", "wisestep.com", "WiseStep.exe")
    monkeypatch.setattr(sys, "platform", "win32")
    assert own_command("run") == [str(tmp_path / "WiseStep.exe"), "run"]
    assert not windowed()


@pytest.mark.parametrize("name", ["WiseStep", "WiseStep.exe", "wisestep.exe"])
def test_the_app_knows_that_nobody_reads_its_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    install(tmp_path, monkeypatch, name, name)
    assert windowed()
    assert own_command("signin-window") == [str(tmp_path / name), "signin-window"]


def test_where_there_is_no_twin_it_starts_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, "renamed", "renamed")
    assert own_command("run") == [str(tmp_path / "renamed"), "run"]
