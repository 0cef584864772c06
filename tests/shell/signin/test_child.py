"""The child's protocol and what must be true before it loads an engine."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys

import pytest

from tests.shell.signin.conftest import COMMAND, PATIENCE
from wisestep_desktop.shell.signin.child import main, obstacle_to_showing, read_question
from wisestep_desktop.shell.signin.policy import Context
from wisestep_desktop.shell.signin.question import Question

ASKED = {"url": "https://go.actionstep.com/a", "redirect_uri": "http://127.0.0.1:9/callback", "hosts": ["a.example"]}


def test_a_question_is_read_as_agreed() -> None:
    context = Context("https://go.actionstep.com/a", "http://127.0.0.1:9/callback", ("a.example",))
    assert read_question(json.dumps(ASKED)) == Question(context)
    assert read_question(json.dumps({**ASKED, "theme": "dark", "title": "Join"})) == Question(context, "dark", "Join")


@pytest.mark.parametrize(
    "line", ["", "\n", "{", "[]", "5", '{"url": "x"}', '{"url": 1, "redirect_uri": 2, "hosts": 3}']
)
def test_anything_else_is_refused_with_one_line(line: str) -> None:
    said = io.StringIO()
    assert main(io.StringIO(line), said) == 2
    assert json.loads(said.getvalue()) == {"error": "signin.bad_question"}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no root")
def test_root_gets_no_window_unless_a_test_runner_took_the_sandbox_away(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = {"DISPLAY": ":1"}
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert obstacle_to_showing(screen) == "signin.root"
    assert obstacle_to_showing(screen | {"QTWEBENGINE_DISABLE_SANDBOX": "1"}) is None
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert obstacle_to_showing(screen) is None


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert obstacle_to_showing({}) == "signin.no_display"
    assert obstacle_to_showing({"WAYLAND_DISPLAY": "wayland-0"}) is None


def test_the_refusal_comes_without_loading_an_engine() -> None:
    environment = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG"}}
    done = subprocess.run(
        [*COMMAND[:-1], COMMAND[-1].replace("sys.exit(", "status = ").replace("stdout))", "stdout)") + LOADED],
        input=json.dumps(ASKED) + "\n",
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1
    answer, loaded = done.stdout.splitlines()
    assert json.loads(answer)["error"] in {"signin.root", "signin.no_display"}
    assert json.loads(loaded) == []


LOADED = "; import json; print(json.dumps([n for n in sys.modules if n.startswith('PySide6')])); sys.exit(status)"


def test_the_policy_and_the_protocol_load_no_qt() -> None:
    check = "import sys; import wisestep_desktop.shell.signin.child; print([n for n in sys.modules if 'PySide6' in n])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, timeout=PATIENCE, check=True)
    assert done.stdout.strip() == "[]"
