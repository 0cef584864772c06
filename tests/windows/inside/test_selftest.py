"""The self-test on Windows: everything but the browser engine, which Wine cannot run and this Python does not have."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.windows.inside.stage import probe

RUN = "import sys; from wisestep_desktop.cli import main; raise SystemExit(main({words!r}))"
PATIENCE = 60


def selftest(*words: str, **more: str) -> tuple[int, Any, str]:
    command = [sys.executable, "-X", "utf8", "-c", RUN.format(words=["selftest", "--json", *words])]
    environment = {**os.environ, **more}
    done = subprocess.run(command, env=environment, capture_output=True, timeout=PATIENCE, check=False)
    return done.returncode, json.loads(done.stdout or b"null"), done.stderr.decode(errors="replace")


def outcomes(told: Any) -> dict[str, str]:  # noqa: ANN401
    return {part["part"]: part["outcome"] for part in told["parts"]}


@pytest.mark.timeout(PATIENCE * 2)
def test_everything_but_the_browser_works_and_nothing_is_left(tmp_path: Path) -> None:
    with probe():  # the desktop has a window in front, as a person's has
        status, told, errors = selftest(TEMP=str(tmp_path), TMP=str(tmp_path))
    assert status == 0, (told, errors)
    assert errors == ""
    left_out = {name for name, outcome in outcomes(told).items() if outcome == "not_run"}
    assert left_out == {"notices", "sign-in-window"}
    assert told["counts"]["failed"] == 0
    assert told["milliseconds"] < 30_000
    facts = {part["part"]: part["facts"] for part in told["parts"]}
    assert facts["keyring"] == {"kind": "keyring"}
    assert facts["capture"] == {"by": "winapi"}
    assert facts["sign-in"]["by"] == "browser"
    assert list(tmp_path.iterdir()) == []
