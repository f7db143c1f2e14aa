"""The viewport of what scrolls, met without a search through all of Qt."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_NAME = "qt_scrollarea_viewport"  # Qt's own


def meet_viewport(area: QAbstractScrollArea) -> None:
    """Let PySide know the viewport as a child, which takes no time; from then on `viewport()` finds it.

    Whoever calls that first instead has PySide try every class of widgets for what it might be: 25 ms of the first
    paint.
    """
    area.findChild(QWidget, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
