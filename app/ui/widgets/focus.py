"""The focus ring: one for the whole application, 2 px wide and 2 px outside whatever has the keyboard.

Fields and tables thicken their own border instead, so the ring leaves them alone.
"""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFocusFrame, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget

from app.ui.theme import Theme
from app.ui.widgets import paint
from app.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTabBar

DISTANCE, WIDTH = 2, 2
_OUTSIDE = DISTANCE + WIDTH
OWN_FOCUS = "own_focus"  # a property: this widget shows by itself that it has the keyboard

# By name: the classes themselves would be made for the first paint, which shows none of most of them.
_SHOW_THEIR_OWN = (
    "QLineEdit",
    "QAbstractSpinBox",
    "QComboBox",
    "QTextEdit",
    "QPlainTextEdit",
    "QAbstractItemView",
    "QMenuBar",
    "QMenu",
)


def focus_rect(widget: QWidget) -> QRect:
    """What the ring goes around: all of a widget, the box of a check box, the current tab of a tab bar."""
    if widget.inherits("QTabBar"):
        bar = cast("QTabBar", widget)
        return bar.tabRect(bar.currentIndex())
    own = getattr(widget, "focus_rect", None)
    if own is None:
        return widget.rect()
    rect = own()
    assert isinstance(rect, QRect)
    return rect


class FocusFrame(QFocusFrame):
    """The ring itself. It lies above the widget and its neighbours, and takes no clicks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(tr("Has the keyboard"))
        self._metrics = _Metrics("fusion")
        self.setStyle(self._metrics)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring around what the widget says."""
        widget = cast("QWidget | None", self.widget())  # Qt may have lost it between two paints
        if widget is None:
            return
        painter = QPainter(self)
        inner = QRectF(focus_rect(widget).translated(_OUTSIDE, _OUTSIDE))
        ring = inner.adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE)
        radius = min(self._theme.radius("control") + DISTANCE + 1, ring.height() / 2)
        paint.box(painter, ring, radius, border=self._theme.colour("focus"), width=WIDTH)
        painter.end()


class FocusRing(QObject):
    """Moves the ring to whatever gets the keyboard. Make one, a child of the application."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self._theme = theme
        self._frame: FocusFrame | None = None
        app.focusChanged.connect(self._move)

    @property
    def frame(self) -> FocusFrame | None:
        """The ring as it is now; None until something needed one."""
        return self._frame

    def _move(self, _old: QWidget | None, new: QWidget | None) -> None:
        wanted = new is not None and not any(map(new.inherits, _SHOW_THEIR_OWN)) and not new.property(OWN_FOCUS)
        if self._frame is None:
            if not wanted:
                return
            self._frame = FocusFrame(self._theme)
            # Qt makes the ring a child of the window it is in: it dies with that window.
            self._frame.destroyed.connect(self._forget)
        self._frame.setWidget(new if wanted else None)  # type: ignore[arg-type]  # None takes the ring away

    def _forget(self) -> None:
        self._frame = None


class _Metrics(QProxyStyle):
    """Only for the ring: how far outside it lies, and that it is above, uncut by its widget's parent."""

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return _OUTSIDE
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's own name
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0  # the ring may lie inside the widget, around the box of a check box
        return super().styleHint(hint, option, widget, returnData)
