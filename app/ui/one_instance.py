"""One window for one inventory: a second start asks the first one to come forward, and ends.

Who has the inventory is decided by the lock on its folder (`main`); this is only how the two speak. The socket is named
after the folder, so that two inventories on two sticks do not answer for each other.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER = b"here"
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - Wayland's permission to come forward, handed to whoever was started
PATIENCE_MS = 1000
LONGEST = 1024


class FirstOne(QObject):
    """Listens for second starts. `come_forward` is called with what lets a window come forward, which may be empty."""

    def __init__(self, folder: Path, come_forward: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._come_forward = come_forward
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)
        QLocalServer.removeServer(name_of(folder))  # left by one that was killed: the lock says that it is gone
        self.listens = self._server.listen(name_of(folder))

    def _hear(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._answer(socket))
            if socket.bytesAvailable():
                self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        said = bytes(socket.readLine(LONGEST).data()).decode("ascii", "replace").strip()
        socket.write(ANSWER)
        socket.flush()
        socket.disconnectFromServer()
        self._come_forward(said)


def call_first_one(folder: Path) -> bool:
    """Ask the Plimsoll that has this folder to come forward. False when nobody answers."""
    socket = QLocalSocket()
    socket.connectToServer(name_of(folder))
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write(os.environ.get(TOKEN, "").encode("ascii", "ignore")[: LONGEST - 1] + b"\n")
    heard = socket.waitForReadyRead(PATIENCE_MS) or bool(socket.bytesAvailable())
    answer = bytes(socket.readAll().data())
    socket.abort()
    return heard and answer == ANSWER


def name_of(folder: Path) -> str:
    """The name of the socket of a folder: short enough for every system, and this user's own."""
    whose = f"{os.environ.get('USERNAME') or os.environ.get('USER') or ''} {folder.resolve()}"
    return f"plimsoll-{hashlib.blake2b(whose.encode(), digest_size=8).hexdigest()}"
