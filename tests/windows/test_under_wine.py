"""The Windows half of the program, on a Windows Python under Wine: each module of tests there is one test here."""

from __future__ import annotations

import pytest

from tests.windows.wine import INSIDE, ROOT, Report, run

EVERYWHERE = (
    "tests/adapters/actionstep/test_grants.py",
    "tests/adapters/secrets/test_first_key.py",
    "tests/adapters/store/test_books.py",
    "tests/adapters/store/test_forgetting.py",
    "tests/adapters/system/test_turn.py",
    "tests/contract/test_autostart.py",
    "tests/contract/test_policy.py",
    "tests/services/test_capture.py",
    "tests/services/test_posting.py",
)
"""Tests that run on every system, and here on Windows too."""

MODULES = sorted((*EVERYWHERE, *(str(path.relative_to(ROOT)) for path in INSIDE.glob("test_*.py"))))

pytestmark = [pytest.mark.display, pytest.mark.timeout(500)]


@pytest.fixture(scope="session")
def report() -> Report:
    """Run them all, once."""
    return run(*MODULES)


def test_there_is_something_to_run(report: Report) -> None:
    assert len(MODULES) >= 8
    assert len(report.outcomes) >= 80, report.printed


@pytest.mark.parametrize("module", MODULES)
def test_windows(report: Report, module: str) -> None:
    outcomes = report.of(module.rpartition("/")[2].removesuffix(".py"))
    assert outcomes, report.printed
    wrong = [f"{each.name}\n{each.trouble}" for each in outcomes if each.trouble]
    assert not wrong, "\n\n".join(wrong)
