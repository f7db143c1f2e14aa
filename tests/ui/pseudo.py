"""A language that nobody speaks: it shows which words on a screen never went through translation.

Every sentence comes out between ⟦ and ⟧ and about 35 % longer, with its slots untouched. Use it as

    with spoken_pseudo(qapp):
        page = Page(...)
    assert untranslated(page, ignoring={"Kelp mug 350 ml"}) == []
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTableView,
    QWidget,
)

OPEN, CLOSE = "⟦", "⟧"
LONGER = 0.35


class PseudoTranslator(QTranslator):
    """Answers every sentence of ours with a marked, longer one."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return pseudo(source) if context == "plimsoll" else ""


def pseudo(source: str) -> str:
    """A sentence in the language that nobody speaks."""
    return f"{OPEN}{source}{'·' * max(1, round(len(source) * LONGER))}{CLOSE}"


@contextmanager
def spoken_pseudo(app: QCoreApplication) -> Iterator[PseudoTranslator]:
    """Speak it for a while."""
    translator = PseudoTranslator()
    app.installTranslator(translator)
    try:
        yield translator
    finally:
        app.removeTranslator(translator)


def untranslated(widget: QWidget, *, ignoring: Collection[str] = ()) -> list[str]:
    """Words on a widget and all that is in it that no translator saw. `ignoring` are the seller's own words."""
    return sorted({words for words in _spoken(widget) if _is_language(words) and not _is_known(words, ignoring)})


def _is_language(words: str) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    return len(letters) > 1  # a channel's letter is no word


def _is_known(words: str, ignoring: Collection[str]) -> bool:
    return OPEN in words or any(words == known for known in ignoring)


def _spoken(top: QWidget) -> Iterator[str]:
    for widget in (top, *top.findChildren(QWidget)):
        yield widget.toolTip()
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        if widget.isWindow():
            yield widget.windowTitle()
        yield from _shown_by(widget)
    for action in top.findChildren(QAction):
        yield action.text()


def _shown_by(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QGroupBox() | QMenu():
            yield widget.title()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(place) for place in range(widget.count()))
        case QTableView() if widget.model() is not None:
            head = widget.horizontalHeader()
            yield from (
                str(widget.model().headerData(place, head.orientation()) or "") for place in range(head.count())
            )
        case QHeaderView() | QAbstractItemView():
            pass
