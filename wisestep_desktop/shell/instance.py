"""One program per timeline: a lock file is the truth, a local socket carries what the second was started for."""

from __future__ import annotations

import sys
from hashlib import blake2b
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QLockFile, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LOCK = "program.lock"
_SHOW = b"wisestep 1 show\n"
_OPEN = b"wisestep 1 open "
_QUIT = b"wisestep 1 quit\n"
_MOST = 40_000
"""Bytes of one wish: an invitation fits several times."""
_PATIENCE = 2_000
_BETWEEN = 50
_MOMENT = 10
_WHOLE_PATIENCE = 10_000
"""Milliseconds for which a second start tries to be heard: a computer that is just waking up is slow."""


def hand_over(folder: Path, wanted: str = "") -> bool:
    """Hand what this start is for to the program that runs on a timeline, if one does; tell whether it heard.

    Costs a fraction of starting the whole program, which is made only where this returns False.
    """
    lock = QLockFile(str(folder / _LOCK))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        lock.unlock()
        return False
    application = QCoreApplication.instance() or QCoreApplication([])
    try:
        return Instance(folder).ask(wanted)
    finally:
        application.shutdown()  # another kind of application follows where nobody heard


class Instance(QObject):
    """The single running program.

    QLockFile is trusted, since a second QLocalServer may listen on a taken name (QTBUG-48635); the socket lives in
    the timeline's own folder, which only this user may enter.
    """

    raised = Signal()
    opened = Signal(str)
    """What the second was to open: a link, or the path of a file."""
    quit_asked = Signal()
    """Somebody wants the program to end, as who replaces its files does."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)
        name = blake2b(str(folder).encode(), digest_size=12).hexdigest()
        self._name = str(folder / "program.socket")
        # A local socket's path is limited to about a hundred bytes, and on Windows its name may hold no backslash.
        if len(self._name) > 90 or sys.platform == "win32":
            self._name = f"wisestep-{name}"
        self._server: QLocalServer | None = None

    def take(self, wanted: str = "") -> bool:
        """Become the running program; False if another one is, which then shows itself and opens what is wanted.

        Args:
            wanted: a link or the path of a file; empty for nothing. Whoever becomes the running program opens it.
        """
        timer = QElapsedTimer()
        timer.start()
        while not self._lock.tryLock(0):
            if self.ask(wanted) or timer.hasExpired(_WHOLE_PATIENCE):
                return False
            QThread.msleep(_BETWEEN)  # it holds the lock and does not listen yet
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._heard)
        self._server.listen(self._name)
        return True

    def end(self, patience: int) -> bool:
        """Ask the running program to end, and wait for that; tell whether none runs any more.

        Args:
            patience: milliseconds.
        """
        timer = QElapsedTimer()
        timer.start()
        while not self._lock.tryLock(0):
            if timer.hasExpired(patience):
                return False
            self._say(_QUIT)  # again, too: it may just have begun, and nobody there heard it
            QThread.msleep(_BETWEEN)
        self._lock.unlock()
        return True

    def release(self) -> None:
        """Let another program run."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _heard(self) -> None:
        socket = self._server.nextPendingConnection() if self._server else None
        if socket is None:
            return
        socket.setParent(self)
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(self._read)
        if socket.bytesAvailable():
            self._take_wish(socket)  # readyRead only tells of news

    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._take_wish(socket)

    def _take_wish(self, socket: QLocalSocket) -> None:
        """Read a wish once its line is whole; whoever says something else, or too much, is hung up on."""
        if not socket.canReadLine() and socket.bytesAvailable() < _MOST:
            return
        line = bytes(socket.readLine(_MOST).data())
        socket.disconnectFromServer()  # the second need not wait until the window is there
        if line == _SHOW:
            self.raised.emit()
        elif line == _QUIT:
            self.quit_asked.emit()
        elif line.startswith(_OPEN) and line.endswith(b"\n"):
            self.raised.emit()
            self.opened.emit(line.removeprefix(_OPEN).decode("utf-8", "replace").strip())

    def ask(self, wanted: str) -> bool:
        """Tell the running program what this one was started for; tell whether it heard."""
        return self._say(_OPEN + " ".join(wanted.splitlines()).encode() + b"\n" if wanted.strip() else _SHOW)

    def _say(self, line: bytes) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE):
            return False
        socket.write(line[:_MOST])
        socket.waitForBytesWritten(_PATIENCE)
        # The first ends the talk once it has read. Who hangs up sooner takes the wish along, on Windows; and whoever
        # was not heard says it again, which does no harm: it is shown, or opened, once more.
        return _over(socket)


def _over(socket: QLocalSocket) -> bool:
    """Wait until the other side hung up; tell whether it did.

    A socket of Unix notices that when it reads, and not when it waits for it (Qt 6.11). Reading waits with Python's
    lock held (PySide6 6.11), so it waits a little at a time.
    """
    timer = QElapsedTimer()
    timer.start()
    while socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
        if timer.hasExpired(_PATIENCE):
            return False
        socket.waitForReadyRead(_MOMENT)
    return True
