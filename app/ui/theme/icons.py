"""Icons: SVG files with `currentColor` put in the colour that is asked for, drawn once per colour, size and screen."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from app.paths import resource

_KEPT = 512  # pictures; a window shows some 30 icons in 4 colours


class IconSet:
    """Draws icons and keeps what it drew. Forget it all when colours change: names stay, pictures do not."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._pictures: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        """The icon at `size` logical pixels on a screen with `ratio` device pixels to each."""
        key = (name, colour.name(QColor.NameFormat.HexArgb), size, ratio)
        found = self._pictures.get(key)
        if found is None:
            if len(self._pictures) >= _KEPT:
                self._pictures.clear()
            found = self._pictures[key] = self._draw(name, colour, size, ratio)
        return found

    def icon(self, colours: dict[QIcon.Mode, QColor], name: str, size: int, ratio: float) -> QIcon:
        """A QIcon for menus and item views, with one picture for each mode."""
        icon = QIcon()
        for mode, colour in colours.items():
            icon.addPixmap(self.pixmap(name, colour, size, ratio), mode)
        return icon

    def clear(self) -> None:
        """Let go of every picture."""
        self._pictures.clear()

    def _draw(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer  # 10 ms, so only when the first icon is shown

        svg = self._source(name).replace("currentColor", colour.name())
        side = round(size * ratio)
        pixmap = QPixmap(QSize(side, side))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
        return self._sources[name]
