"""What holds for all of the kit: names for those who cannot see it, room at every text size, and translation."""

import importlib
import inspect
import pkgutil

import pytest
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

import app.ui.widgets
from app.ui.theme import Scheme
from app.ui.widgets.bars import UndoBar
from app.ui.widgets.filters import FilterToggles
from app.ui.widgets.progress import ProgressLine
from app.ui.widgets.search import SearchField
from tests.ui.gallery import Page, Sheet
from tests.ui.pseudo import spoken_pseudo, untranslated

MODULES = [
    importlib.import_module(f"app.ui.widgets.{module.name}") for module in pkgutil.iter_modules(app.ui.widgets.__path__)
]
NOT_ON_A_SHEET = {"FocusFrame", "Bars"}  # shown by their own tests


@pytest.fixture
def sheets(theme, qtbot):
    made = [Sheet(theme), Page(theme)]
    for sheet in made:
        qtbot.addWidget(sheet)
        sheet.resize(1440, 900)
        sheet.show()
    QApplication.processEvents()
    return made


def everything(sheets):
    return [widget for sheet in sheets for widget in sheet.findChildren(QWidget)]


def test_the_sheets_show_every_widget_of_the_kit(sheets):
    known = {
        name
        for module in MODULES
        for name, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__ and issubclass(kind, QWidget) and not name.startswith("_")
    }
    assert len(known) > 20
    seen = {type(widget).__name__ for widget in everything(sheets)}
    assert known - seen - NOT_ON_A_SHEET == set()


def test_every_control_has_a_name_for_those_who_cannot_see_it(sheets):
    ours = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
    controls = [widget for widget in everything(sheets) if isinstance(widget, ours) and widget.parent() is not None]
    own = [widget for widget in controls if type(widget).__module__.startswith("app.")]
    assert len(own) > 40
    nameless = [
        type(widget).__name__
        for widget in own
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_every_drawn_thing_has_a_name(sheets):
    drawn = [widget for widget in everything(sheets) if type(widget).__module__.startswith("app.ui.widgets")]
    nameless = {
        type(widget).__name__
        for widget in drawn
        if not widget.accessibleName()
        and not (isinstance(widget, QLabel) and widget.text())  # its words are its name
        and not type(widget).__name__.startswith("_")  # a part of something named
        and type(widget).__name__ not in {"ChoiceCard", "TableHeader"}  # the button in it has the name; the table does
        and not (isinstance(widget, QLabel) and not widget.isVisible())
    }
    assert nameless == set()


def test_every_control_is_reached_by_keyboard(sheets):
    from PySide6.QtCore import Qt

    controls = [
        widget
        for widget in everything(sheets)
        if isinstance(widget, QAbstractButton) and type(widget).__module__.startswith("app.ui.widgets")
    ]
    assert controls
    assert [w.accessibleName() for w in controls if not w.focusPolicy() & Qt.FocusPolicy.TabFocus] == []


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3, 1.5])
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_no_text_is_cut_at_any_size(theme, qtbot, scale, scheme):
    theme.set_scheme(scheme)
    theme.set_text_scale(scale)
    sheet = Sheet(theme)
    qtbot.addWidget(sheet)
    sheet.resize(sheet.sizeHint())
    sheet.show()
    QApplication.processEvents()
    cut = []
    for widget in sheet.findChildren(QWidget):
        if isinstance(widget, QScrollBar) or not widget.isVisible() or type(widget).__name__ == "ElidedLabel":
            continue
        if isinstance(widget, (QLabel, QAbstractButton)):
            needed = widget.sizeHint()
            hfw = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else needed.height()
            if widget.height() < hfw or (not widget.hasHeightForWidth() and widget.width() < needed.width()):
                cut.append((type(widget).__name__, widget.text(), widget.size().toTuple(), needed.toTuple()))
            lines = QFontMetricsF(widget.font()).height()
            if widget.text() and type(widget).__name__ not in {"StatusGlyph", "Badge"} and widget.height() < lines - 1:
                cut.append((type(widget).__name__, widget.text(), "too low"))
    assert cut == []


def test_the_kits_own_words_go_through_translation(theme, qtbot, qapp):
    with spoken_pseudo(qapp):
        search = SearchField("⟦Search⟧", placeholder="⟦SKU⟧")
        undo = UndoBar()
        undo.offer("⟦Floor set⟧")
        made = [search, undo, FilterToggles((), name="⟦Filters⟧"), ProgressLine()]
        for widget in made:
            qtbot.addWidget(widget)
        assert [untranslated(widget, ignoring={"Ctrl Z", "Alt 1", "Ctrl+Z"}) for widget in made] == [[], [], [], []]


def test_a_word_that_no_translator_saw_is_found(theme, qtbot, qapp):
    from app.ui.widgets.button import Button
    from app.ui.words import tr

    holder = QWidget()
    qtbot.addWidget(holder)
    with spoken_pseudo(qapp):
        Button("Adjust stock", parent=holder)
        Button(tr("Post {shelf}", shelf="A"), parent=holder)
        assert untranslated(holder) == ["Adjust stock"]
        assert untranslated(holder, ignoring={"Adjust stock"}) == []


def test_words_a_third_longer_still_fit(theme, qtbot, qapp):
    from app.ui.widgets.button import Button
    from tests.ui.pseudo import pseudo

    button = Button(pseudo("Keep it running"))
    qtbot.addWidget(button)
    assert button.sizeHint().width() > Button("Keep it running").sizeHint().width() * 1.2
