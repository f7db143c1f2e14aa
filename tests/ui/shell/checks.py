"""What every page and window must keep: names for everything, reach by keyboard, no untranslated word, no cut text."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QTableView,
    QWidget,
)

from app.ui.shell.frame import Room
from app.ui.theme import Theme
from app.ui.widgets.table_header import TableHeader

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractSpinBox)


def seen(top: QWidget) -> Iterator[QWidget]:
    """Everything on it that can be seen."""
    return (widget for widget in top.findChildren(QWidget) if widget.isVisible())


def nameless(top: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    controls = [widget for widget in seen(top) if isinstance(widget, CONTROLS) and not _inner(widget)]
    assert controls, "there is nothing to check"
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in controls
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def unreachable(top: QWidget) -> list[str]:
    """Controls that Tab never reaches; arrow keys go to the other radio buttons of a row."""
    return [
        widget.accessibleName()
        for widget in seen(top)
        if isinstance(widget, CONTROLS)
        and not _inner(widget)
        and not (isinstance(widget, QRadioButton) and not widget.isChecked())
        and widget.isEnabled()
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def cut(top: QWidget) -> list[tuple[str, str]]:
    """Words that are not all there: labels and buttons smaller than what they say. Elided ones say it in tooltips."""
    found = []
    for widget in seen(top):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text() or widget.width() == 0:
            continue
        kind = type(widget).__name__
        high = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.sizeHint().height()
        low = widget.height() < min(high, QFontMetricsF(widget.font()).height() if kind == "ElidedLabel" else high)
        narrow = not widget.hasHeightForWidth() and widget.width() < widget.sizeHint().width()
        if kind == "ElidedLabel":
            needs = QFontMetricsF(widget.font()).horizontalAdvance(widget.text())
            narrow = needs > widget.width() + 0.5 and widget.toolTip() != widget.text()
        if low or narrow:
            found.append((kind, widget.text()))
    return found


def cut_headers(top: QWidget) -> list[tuple[str, str]]:
    """Heads of columns that are wider than their column and say nothing in a tooltip, as the kit's own header does."""
    found = []
    for view in seen(top):
        if not isinstance(view, QTableView) or view.model() is None or not view.horizontalHeader().isVisible():
            continue
        head = view.horizontalHeader()
        if isinstance(head, TableHeader):
            continue
        metrics = QFontMetricsF(Theme.current().font("micro"))
        for column in range(head.count()):
            words = str(view.model().headerData(column, Qt.Orientation.Horizontal) or "")
            told = view.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            narrow = metrics.horizontalAdvance(words) > head.sectionSize(column)
            if narrow and not told and not head.isSectionHidden(column):
                found.append((view.accessibleName(), words))
    return found


def outside(top: QWidget) -> list[str]:
    """Controls that stick out of what they lie in. What scrolls may be outside."""
    found = []
    for widget in seen(top):
        parent = widget.parentWidget()
        scrolls = any(_scrolls(one) for one in _ancestors(widget))
        checked = isinstance(widget, CONTROLS) and parent is not None and not scrolls and not _inner(widget)
        if checked and not parent.rect().contains(widget.geometry()):
            found.append(f"{type(widget).__name__} {widget.accessibleName()} in {type(parent).__name__}")
    return found


def _scrolls(widget: QWidget) -> bool:
    """The window's own frame scrolls on tiny screens only."""
    return isinstance(widget, QScrollArea | QAbstractItemView) and not isinstance(widget, Room)


def _inner(widget: QWidget) -> bool:
    """Qt's own parts of a control, such as the button in a search field."""
    return any(isinstance(one, QLineEdit | QAbstractItemView | QComboBox) for one in _ancestors(widget))


def _ancestors(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()
