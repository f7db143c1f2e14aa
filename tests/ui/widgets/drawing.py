"""Pixels: what a painter or a widget put where."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme


def painted(theme: Theme, width: int, height: int, draw: Callable[[QPainter], None], ratio: float = 1.0) -> QImage:
    """What a painter drew on surface."""
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.colour("bg_surface"))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def grabbed(widget: QWidget) -> QImage:
    """A widget as it is seen in its window, with what lies behind it."""
    window = widget.window()
    return window.grab(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())).toImage()


def at(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def inked(image: QImage, theme: Theme, ground: str = "bg_surface") -> set[tuple[int, int]]:
    """The pixels that are not plain ground."""
    plain, width = int(theme.colour(ground).rgb()), image.width()
    return {(place % width, place // width) for place, pixel in enumerate(_pixels(image)) if pixel != plain}


def colours(image: QImage) -> set[str]:
    return {QColor(pixel).name() for pixel in set(_pixels(image))}


def _pixels(image: QImage) -> memoryview:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)  # four bytes a pixel, so that no row is padded
    return memoryview(bytes(plain.constBits())).cast("I")


def square(side: int) -> QRectF:
    return QRectF(0, 0, side, side)


SPACE, ENTER, ESC = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape
LEFT_BUTTON = Qt.MouseButton.LeftButton
