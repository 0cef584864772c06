"""What every test is held to: no thread left over, no error logged unasked, no socket to another computer."""

from __future__ import annotations

import logging
import os
import socket
import threading
from collections.abc import Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _name in [name for name in os.environ if name.startswith("WISESTEP_")]:
    del os.environ[_name]
for _name in [name for name in os.environ if name.startswith("LC_") or name == "LANGUAGE"]:
    del os.environ[_name]
os.environ["LANG"] = "C.UTF-8"  # whoever runs the tests, they are run in English
for _name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
    os.environ.pop(_name, None)

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=60, database=None)
settings.register_profile("thorough", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

_THREAD_PATIENCE = 5.0
"""Seconds that a thread which was told to end may take."""


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and _is_ours(thread)]
    for thread in left:
        thread.join(_THREAD_PATIENCE)
    alive = [thread.name for thread in left if thread.is_alive()]
    assert not alive, f"threads left over: {alive}"


def _is_ours(thread: threading.Thread) -> bool:
    foreign = ("pytest_timeout", "pytest-timeout", "hypothesis")
    return not isinstance(thread, threading._DummyThread) and not thread.name.startswith(foreign)


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_error_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    errors = _Errors()
    logging.getLogger().addHandler(errors)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(errors)
    if request.node.get_closest_marker("expects_log") is None:
        assert not errors.told, f"errors logged: {errors.told}"


class ForeignConnection(Exception):
    """Somebody tried to reach another computer."""


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    foreign: list[object] = []
    real, real_ex = socket.socket.connect, socket.socket.connect_ex

    def check(made: socket.socket, address: object) -> None:
        if not _is_here(made, address):
            foreign.append(address)
            raise ForeignConnection(str(address))

    def connect(self: socket.socket, address: object) -> None:
        check(self, address)
        real(self, address)  # type: ignore[arg-type]

    def connect_ex(self: socket.socket, address: object) -> int:
        check(self, address)
        return real_ex(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "connect_ex", connect_ex)
    yield
    assert not foreign, f"connections to other computers: {foreign}"


def _is_here(made: socket.socket, address: object) -> bool:
    if made.family == getattr(socket, "AF_UNIX", None):
        return True
    host = str(address[0]) if isinstance(address, tuple) else ""
    return host in {"", "::1", "localhost"} or host.startswith("127.")  # no host means this one
