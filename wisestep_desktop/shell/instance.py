"""One program per timeline: a lock file is the truth, a local socket carries the wish to be seen."""

from __future__ import annotations

import sys
from hashlib import blake2b
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_SHOW = b"wisestep 1 show\n"
_PATIENCE = 2_000


class Instance(QObject):
    """The single running program.

    QLockFile is trusted, since a second QLocalServer may listen on a taken name (QTBUG-48635); the socket lives in
    the timeline's own folder, which only this user may enter.
    """

    raised = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(folder / "program.lock"))
        self._lock.setStaleLockTime(0)
        name = blake2b(str(folder).encode(), digest_size=12).hexdigest()
        self._name = str(folder / "program.socket")
        # A local socket's path is limited to about a hundred bytes, and on Windows its name may hold no backslash.
        if len(self._name) > 90 or sys.platform == "win32":
            self._name = f"wisestep-{name}"
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Become the running program; False if another one is, which is then asked to show itself."""
        if not self._lock.tryLock(0):
            self._ask_to_show()
            return False
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._heard)
        self._server.listen(self._name)
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
        if bytes(socket.read(len(_SHOW)).data()) == _SHOW:
            self.raised.emit()
        socket.disconnectFromServer()

    def _ask_to_show(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_PATIENCE):
            socket.write(_SHOW)
            socket.waitForBytesWritten(_PATIENCE)
            # The first ends the talk once it has read: who hangs up sooner takes the wish along, on Windows.
            if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
                socket.waitForDisconnected(_PATIENCE)
