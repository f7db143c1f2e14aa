"""The program's icon in the sizes and formats that each system wants, drawn from one SVG."""

import os
import sys
from pathlib import Path

from making.places import BUILD, PACKAGING, Failed

SOURCE = PACKAGING / "linux" / "plimsoll.svg"
FOLDER = BUILD / "icons"
SIZES = (16, 32, 48, 64, 128, 256)


def draw() -> None:
    """PNGs for Linux, one .ico for Windows, one .icns for macOS. Raises `Failed`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication.instance() or QGuiApplication([])
    FOLDER.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        _draw(FOLDER / f"plimsoll-{size}.png", size)
    if sys.platform == "win32":
        _draw(FOLDER / "plimsoll.ico", 256)
    if sys.platform == "darwin":
        _draw(FOLDER / "plimsoll.icns", 512)
    del app


def _draw(target: Path, size: int) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    if not image.save(str(target)):
        raise Failed(f"{target.name} cannot be written: this Qt has no writer for it.")
