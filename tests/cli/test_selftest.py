"""``wisestep selftest`` where something is missing or broken: which part it names, how it ends, and what it leaves."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import desktop
from tests.cli.conftest import COMMAND, PATIENCE, ROOT, Said, Wisestep, schema

WITHOUT_DISPLAY = {"app", "capture", "second-start", "quit", "sign-in-window"}


@pytest.fixture
def tested(tmp_path: Path) -> Wisestep:
    """Return a program on a computer without display and keyring, whose temporary files we see."""
    (tmp_path / "temp").mkdir()
    return Wisestep(tmp_path, {"WISESTEP_KEY_FILE": "", "TMPDIR": str(tmp_path / "temp")})


def report(said: Said) -> Any:  # noqa: ANN401
    told = Said(0, said.out, said.err).value("selftest")
    assert said.code == (0 if told["passed"] else 1)
    assert told["passed"] == (told["counts"]["failed"] == 0)
    assert sum(told["counts"].values()) == len(told["parts"])
    assert told["milliseconds"] < 30_000
    return told


def those(told: Any, outcome: str) -> dict[str, str]:  # noqa: ANN401
    return {part["part"]: part["code"] for part in told["parts"] if part["outcome"] == outcome}


def nothing_left(tested: Wisestep) -> bool:
    return not list((tested.folder / "temp").iterdir()) and not (tested.folder / "data").exists()


@contextlib.contextmanager
def broken(tested: Wisestep, spoil: Callable[[Path], None]) -> Iterator[Callable[..., Said]]:
    """Run a copy of the program in which something was spoilt."""
    tree = tested.folder / "tree"
    for name in ("wisestep_desktop", "resources"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "LICENSE", tree)
    spoil(tree)

    def run(*words: str, **more: str) -> Said:
        done = subprocess.run(
            [*COMMAND, "selftest", *words], cwd=tree, env=tested.environment() | {"PYTHONPATH": str(tree)} | more,
            stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    yield run


def replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(tree: Path) -> None:
        text = (tree / file).read_text("utf-8")
        assert old in text
        (tree / file).write_text(text.replace(old, new), "utf-8")

    return spoil


def removed(file: str) -> Callable[[Path], None]:
    return lambda tree: (tree / file).unlink()


def test_without_display_and_keyring_the_rest_is_tested_and_these_are_named(tested: Wisestep) -> None:
    told = report(tested("selftest", "--json"))
    assert told["passed"]
    left_out = those(told, "not_run")
    assert set(left_out) == WITHOUT_DISPLAY | {"notices", "keyring"}
    assert left_out["app"] == "selftest.no_display"
    assert left_out["keyring"] == "selftest.no_keyring"
    assert left_out["sign-in-window"] in {"signin.root", "selftest.no_display"}
    assert {"store", "sign-in", "sync", "match", "send", "clean-up"} <= set(those(told, "passed"))
    assert {"wisestep", "form", "python", "qt", "sqlcipher", "openssl", "system"} <= set(told["versions"])
    assert told["versions"]["form"] == "source"
    assert nothing_left(tested)


def test_in_words_each_part_has_a_line_and_the_last_one_counts(tested: Wisestep) -> None:
    said = tested("selftest")
    assert (said.code, said.err) == (0, "")
    assert "There is no display here." in said.out
    assert "11 passed, 0 failed, 7 not run, in " in said.out.splitlines()[-1]
    tested.more["LANG"] = "de_DE.UTF-8"
    assert "11 bestanden, 0 nicht bestanden, 7 nicht ausgeführt" in tested("selftest").out.splitlines()[-1]


def test_the_folder_stays_where_that_was_asked_for(tested: Wisestep) -> None:
    told = report(tested("selftest", "--json", "--keep"))
    [left] = (tested.folder / "temp").iterdir()
    assert told["folder"] == str(left)
    assert (left / "timeline" / "timeline.db").exists()


def test_a_key_file_is_read_and_named(tested: Wisestep, tmp_path: Path) -> None:
    key = tmp_path / "named"
    key.touch(mode=0o600)
    key.write_text("5e" * 32)
    tested.more["WISESTEP_KEY_FILE"] = str(key)
    told = report(tested("selftest", "--json"))
    assert told["passed"]
    [kind] = [part["facts"]["kind"] for part in told["parts"] if part["part"] == "keyring"]
    assert kind == "KEY FILE (WISESTEP_KEY_FILE)"
    assert key.read_text() == "5e" * 32


def test_a_key_file_that_others_may_read_fails(tested: Wisestep, tmp_path: Path) -> None:
    key = tmp_path / "named"
    key.write_text("5e" * 32)
    key.chmod(0o644)
    tested.more["WISESTEP_KEY_FILE"] = str(key)
    said = tested("selftest", "--json")
    assert those(report(said), "failed")["keyring"] == "key_file.open_to_others"
    assert "keyring: " in said.err
    assert "0644" in said.err
    assert nothing_left(tested)


@pytest.mark.parametrize(
    ("part", "code", "spoil"),
    [
        ("translations", "selftest.no_catalogue", removed("resources/translations/de/LC_MESSAGES/wisestep.mo")),
        ("resources", "selftest.missing", removed("resources/style.qss")),
        ("resources", "selftest.missing", removed("resources/lists/private.txt")),
        ("resources", "selftest.missing", removed("wisestep_desktop/sandbox/templates/problem.html")),
        ("resources", "selftest.missing", lambda tree: (tree / "resources/icons/alert.svg").write_text("")),
        ("licences", "selftest.no_licence", replaced("wisestep_desktop/adapters/system/packages.py", "LICENSE", "X")),
    ],
)
def test_what_is_missing_is_named(tested: Wisestep, part: str, code: str, spoil: Callable[[Path], None]) -> None:
    with broken(tested, spoil) as run:
        said = run("--json")
    assert those(report(said), "failed") == {part: code}
    assert said.err.startswith(f"{part}: ")
    assert len(said.err.splitlines()) == 1


def test_an_unencrypted_timeline_is_found_out(tested: Wisestep) -> None:
    spoil = replaced(
        "wisestep_desktop/adapters/store/connection.py", 'f"PRAGMA key = \\"x\'{key.hex()}\'\\""', '"SELECT 1"'
    )
    with broken(tested, spoil) as run:
        assert those(report(run("--json")), "failed") == {"store": "selftest.plain"}


def test_a_practice_actionstep_that_nobody_reaches(tested: Wisestep) -> None:
    spoil = replaced("wisestep_desktop/sandbox/practice.py", "{self._server.port}", "9")  # nobody discards any more
    with broken(tested, spoil) as run:
        told = report(run("--json"))
    assert those(told, "failed") == {"sign-in": "selftest.unreachable"}
    assert {"sync", "send", "match"} <= set(those(told, "not_run"))


def test_a_practice_actionstep_that_ends_at_once(tested: Wisestep) -> None:
    spoil = replaced(
        "wisestep_desktop/sandbox/main.py", "with Sandbox(", "raise PortTakenError('no port')\n        with Sandbox("
    )
    with broken(tested, spoil) as run:
        said = run("--json")
    assert those(report(said), "failed") == {"sandbox": "selftest.ended"}
    assert "no port" in said.err


def test_what_hangs_is_cut_off_and_nothing_is_left(tested: Wisestep) -> None:
    def spoil(tree: Path) -> None:
        whole = "wisestep_desktop/bootstrap/selftesting/"
        replaced(f"{whole}__init__.py", "LONGEST = 30", "LONGEST = 8")(tree)
        replaced(f"{whole}office.py", "    done = sync_alone(", "    threading.Event().wait()\n    done = sync_alone(")(
            tree
        )

    began = time.monotonic()
    with broken(tested, spoil) as run:
        said = run("--json")
    assert time.monotonic() - began < 20
    told = report(said)
    assert those(told, "failed") == {"sync": "selftest.too_long"}
    assert those(told, "not_run")["send"] == "selftest.no_time"
    assert said.err == "sync: It had not ended when the 8 seconds of the self-test were over.\n"
    assert nothing_left(tested)


@pytest.mark.display
def test_an_app_that_never_starts_fails_and_the_rest_goes_on(tested: Wisestep) -> None:
    def spoil(tree: Path) -> None:
        stuck = "    import threading\n    threading.Event().wait()\n    if not has_display"
        replaced("wisestep_desktop/bootstrap/starting.py", "    if not has_display", stuck)(tree)
        replaced("wisestep_desktop/bootstrap/selftesting/desktop.py", "_SEEN, _ENDING = 14.0", "_SEEN, _ENDING = 3.0")(
            tree
        )

    with desktop.display() as name, broken(tested, spoil) as run:
        told = report(run("--json", DISPLAY=name))
    assert those(told, "failed") == {"app": "selftest.no_app"}
    assert {"capture", "second-start", "quit"} <= set(those(told, "not_run"))
    assert {"match", "send", "clean-up"} <= set(those(told, "passed"))
    assert nothing_left(tested)


@pytest.mark.display
def test_without_a_window_manager_the_recording_fails(tested: Wisestep) -> None:
    with desktop.x_server() as server:
        tested.more["DISPLAY"] = server.name
        told = report(tested("selftest", "--json"))
    assert those(told, "failed") == {"capture": "capture.no_window_list"}
    assert {"app", "second-start", "send", "quit"} <= set(those(told, "passed"))


@pytest.mark.skipif(os.name != "posix", reason="SIGTERM reaches a process on POSIX only")
def test_ended_by_somebody_it_leaves_nothing(tested: Wisestep) -> None:
    with tested.start("selftest") as process:
        assert process.stdout is not None
        while not process.stdout.readline().startswith(b"sign-in "):
            assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert nothing_left(tested)


def test_no_other_timeline_can_be_used_for_a_rehearsal(wisestep: Wisestep) -> None:
    wisestep.more["QT_QPA_PLATFORM"] = "offscreen"
    assert "was not made by a self-test" in wisestep("run", "--hidden", "--for-selftest").sentence()


def test_the_schema_takes_nothing_else() -> None:
    assert not schema("selftest").is_valid({"passed": True})
