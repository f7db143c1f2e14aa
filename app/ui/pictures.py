"""Small pictures of products, as their channels show them: fetched one after the other, and only what is looked at.

What came is kept as a small PNG in the folder of the inventory, so that a channel is asked once and a computer without
a connection still shows it. Where there is no picture nothing is shown in its place.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.bridge import Bridge
from app.ui.theme import follow

FOLDER = "pictures"
SIDE = 192  # pixels of what is kept: twice what is shown
KEPT = 500  # pictures in the folder; about ten megabytes
SIDE_MAX = 12_000  # pixels: a larger one is no picture of a shop
AGAIN = timedelta(minutes=15)  # what did not come is asked for again after this
_SHOWN, _ROUND = 64, 6


class Picture(QWidget):
    """One product's picture; hidden while it has none. Whoever shows it names it after the product."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._theme = follow(self.updateGeometry)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def set_image(self, image: QImage) -> None:
        """Show this, or nothing."""
        self._image = image
        self.setVisible(not image.isNull())
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = self._theme.px(_SHOWN)
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole picture, in the middle of the square."""
        if self._image.isNull():
            return
        side = self._theme.px(_SHOWN)
        size = self._image.size().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF((side - size.width()) / 2, (side - size.height()) / 2, size.width(), size.height())
        painter, edge = QPainter(self), QPainterPath()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        edge.addRoundedRect(place, _ROUND, _ROUND)
        painter.setClipPath(edge)
        painter.drawImage(place, self._image)
        painter.end()


class Pictures:
    """Brings pictures to where they are shown. One is fetched at a time, the one that was asked for last."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._folder = Path(bridge.folder) / FOLDER if bridge.folder else None
        self._wanted: tuple[Picture, str] | None = None
        self._busy = False
        self._missed: dict[str, datetime] = {}
        self._shown: tuple[str, QImage] = ("", QImage())

    def show(self, place: Picture, address: str) -> None:
        """Show the picture of this address there: at once what is shown already, else when it has come."""
        known, image = self._shown
        place.set_image(image if address and address == known else QImage())
        self._wanted = (place, address) if address and address != known else None
        self._next()

    def _next(self) -> None:
        if self._busy or self._wanted is None:
            return
        place, address = self._wanted
        missed = self._missed.get(address)
        if missed is not None and self._bridge.now - missed < AGAIN:
            return
        self._busy = True
        folder, ask = self._folder, self._bridge.lent.picture
        self._bridge.background(lambda: picture(address, folder, ask), lambda image: self._came(place, address, image))

    def _came(self, place: Picture, address: str, image: QImage) -> None:
        self._busy = False
        if image.isNull():
            self._missed[address] = self._bridge.now
        if self._wanted == (place, address):
            self._wanted, self._shown = None, (address, image)
            place.set_image(image)
        self._next()


def picture(address: str, folder: Path | None, ask: Callable[[str], bytes]) -> QImage:
    """A picture from the folder, or fetched, made small and kept there; no image where there is none (blocks)."""
    kept = folder / f"{hashlib.sha256(address.encode()).hexdigest()[:32]}.png" if folder else None
    if kept is not None and kept.exists():
        image = QImage(str(kept))
        if not image.isNull():
            return image
    image = small(ask(address))
    if kept is not None and not image.isNull():
        _keep(kept, image)
    return image


def small(data: bytes) -> QImage:
    """What these bytes show, no larger than is kept; no image where they are none, or one that is far too large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > SIDE_MAX:
        return QImage()
    if max(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _keep(kept: Path, image: QImage) -> None:
    """A full disk or a folder that cannot be written to costs the picture its place, and nothing else."""
    try:
        kept.parent.mkdir(mode=0o700, exist_ok=True)
        half = kept.with_suffix(".part")
        if image.save(str(half), "PNG"):  # type: ignore[call-overload]
            half.replace(kept)
        there = sorted(kept.parent.glob("*.png"), key=lambda one: one.stat().st_mtime)
        for old in there[: max(0, len(there) - KEPT)]:
            old.unlink(missing_ok=True)
    except OSError:
        return
