"""The style sheet: what QPalette cannot say. Names after `$` are tokens; lengths come scaled to the text size.

Anything inside an item view is drawn by delegates; the kit's check boxes and radio buttons and the contents of its
buttons draw themselves. Qt's own ones, in its dialogs, are only made fit to be seen. What is left for the sheet are
grounds, borders, paddings and the states hover, pressed, focus, unavailable.
"""

import re
from collections.abc import Mapping

_SLOT = re.compile(r"\$([a-z_0-9]+)")

SHEET = """
*[panel="window"] { background: $bg_window; }
*[panel="sidebar"] { background: $bg_sidebar; }
*[panel="surface"] { background: $bg_surface; }
*[panel="sunken"] { background: $bg_sunken; }

QToolTip {
    background: $bg_surface; color: $text_primary; border: 1px solid $line_strong; padding: 4px 6px;
}

QPushButton {
    background: $bg_surface; color: $text_primary; border: 1px solid $line_strong;
    border-radius: $radius_control; padding: 0 12px; min-height: $control_inner; outline: none;
}
QPushButton[measure="small"] { min-height: $control_small_inner; padding: 0 9px; }
QPushButton[measure="large"] { min-height: $control_large_inner; padding: 0 18px; }
QPushButton:hover { background: $bg_hover; }
QPushButton:pressed { background: $bg_pressed; }
QPushButton:disabled { color: $text_disabled; border-color: $line_hair; background: $bg_surface; }

QPushButton[variant="primary"] { background: $accent; color: $text_on_accent; border-color: $accent; }
QPushButton[variant="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[variant="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[variant="primary"]:disabled {
    background: $bg_surface; color: $text_disabled; border-color: $line_hair;
}

QPushButton[variant="quiet"] { background: transparent; color: $accent; border-color: transparent; }
QPushButton[variant="quiet"]:hover { background: $bg_hover; }
QPushButton[variant="quiet"]:pressed { background: $bg_pressed; }
QPushButton[variant="quiet"]:disabled { color: $text_disabled; background: transparent; }

QPushButton[variant="link"] { background: transparent; border: none; padding: 0; min-height: 0; }

QPushButton[variant="danger"] { color: $danger; border-color: $danger_line; }
QPushButton[variant="danger"]:hover { background: $danger_tint; }
QPushButton[variant="danger"]:pressed { background: $danger_tint; border-color: $danger; }
QPushButton[variant="danger"]:disabled { color: $text_disabled; border-color: $line_hair; }

QPushButton[variant="danger_filled"] { background: $danger; color: $text_on_danger; border-color: $danger; }
QPushButton[variant="danger_filled"]:hover { background: $danger_hover; border-color: $danger_hover; }
QPushButton[variant="danger_filled"]:pressed { background: $danger_hover; border-color: $danger_hover; }
QPushButton[variant="danger_filled"]:disabled {
    background: $bg_surface; color: $text_disabled; border-color: $line_hair;
}

QPushButton[variant="toggle"] { background: transparent; color: $text_secondary; border-color: transparent; }
QPushButton[variant="toggle"]:hover { background: $bg_hover; }
QPushButton[variant="toggle"]:pressed { background: $bg_pressed; }
QPushButton[variant="toggle"]:checked, QPushButton[variant="chip"]:checked {
    background: $accent_tint; color: $text_primary; border-color: $accent_line;
}
QPushButton[variant="chip"]:checked { border-color: $accent; }

QLineEdit, QAbstractSpinBox, QComboBox, QTextEdit, QPlainTextEdit {
    background: $bg_surface; color: $text_primary; border: 1px solid $line_control;
    border-radius: $radius_control; selection-background-color: $accent; selection-color: $text_on_accent;
    placeholder-text-color: $text_tertiary;
}
QLineEdit, QAbstractSpinBox, QComboBox { min-height: $control_inner; padding: 0 7px; }
QAbstractSpinBox QLineEdit { border: none; padding: 0 6px; min-height: 0; background: transparent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QLineEdit[measure="small"], QComboBox[measure="small"] { min-height: $control_small_inner; }
QLineEdit[measure="large"] { min-height: $scan_inner; }
QLineEdit[lead="true"] { padding-left: $field_lead; }
QTextEdit, QPlainTextEdit { padding: 12px 16px; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid $focus; padding: 0 6px; min-height: $control_focus_inner;
}
QLineEdit[measure="small"]:focus, QComboBox[measure="small"]:focus { min-height: $control_small_focus_inner; }
QLineEdit[measure="large"]:focus { min-height: $scan_focus_inner; }
QLineEdit[lead="true"]:focus { padding-left: $field_lead_focus; }
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid $focus; padding: 11px 15px; }
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"], QComboBox[invalid="true"],
QTextEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border-color: $danger; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QTextEdit:disabled, QPlainTextEdit:disabled {
    color: $text_disabled; border-color: $line_hair;
}
QLineEdit[cell="true"], QTableView QLineEdit, QTreeView QLineEdit {
    min-height: 0; padding: 0 4px; border: 2px solid $focus; border-radius: $radius_badge;
}
QComboBox { padding-right: 28px; }
QComboBox:focus { padding-right: 27px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: $bg_surface; color: $text_primary; border: 1px solid $line_strong; outline: 0; padding: 4px 0;
    selection-background-color: $bg_selected; selection-color: $text_primary;
}
QComboBox QAbstractItemView::item { min-height: $row_compact; padding: 0 8px; }
QComboBox QAbstractItemView::item:selected { background: $bg_selected; color: $text_primary; }

QTableView, QTreeView, QListView {
    background: $bg_surface; border: none; outline: 0; selection-background-color: $bg_selected;
    selection-color: $text_primary;
}
TableView { selection-background-color: transparent; }
QHeaderView { background: $bg_sunken; border: none; }
QHeaderView::section {
    background: $bg_sunken; color: $text_tertiary; border: none; border-bottom: 1px solid $line_hair;
    padding: 0 8px;
}
QTableCornerButton::section { background: $bg_sunken; border: none; }

QMenuBar { background: $bg_sidebar; color: $text_primary; border-bottom: 1px solid $line_hair; padding: 0 6px; }
QMenuBar::item { background: transparent; padding: 6px 10px; border-radius: $radius_badge; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $bg_nav_selected; }
QMenu { background: $bg_surface; color: $text_primary; border: 1px solid $line_strong; padding: 4px 0; }
QMenu::item { padding: 6px 24px 6px 12px; }
QMenu::icon { margin-left: 12px; }
QMenu::indicator { width: 16px; height: 16px; margin-left: 12px; }
QMenu::item:selected { background: $bg_selected; color: $text_primary; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::separator { height: 1px; background: $line_hair; margin: 4px 0; }
QStatusBar { background: $bg_sidebar; color: $text_secondary; border-top: 1px solid $line_hair; }
QStatusBar::item { border: none; }

QTextBrowser, QTextBrowser:focus { padding: 0; border: none; background: transparent; }
QListView[contents="true"] { background: transparent; }
QListView[contents="true"]::item { padding: 5px 8px; border-radius: $radius_control; }
QListView[contents="true"]::item:hover { background: $bg_hover; }
QListView[contents="true"]::item:selected { background: $bg_nav_selected; color: $text_primary; }

QSplitter::handle { background: $bg_surface; }
QSplitter::handle:horizontal { width: 5px; border-left: 1px solid $line_hair; }
QSplitter::handle:vertical { height: 5px; border-top: 1px solid $line_hair; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; color: $text_secondary; padding: 8px 0; margin-right: 20px;
    border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $text_primary; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text_primary; }

QScrollArea { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:hover { background: $line_control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar {
    background: $bg_track; border: none; border-radius: $radius_gauge;
    min-height: $gauge_height; max-height: $gauge_height;
}
QProgressBar::chunk { background: $accent; border-radius: $radius_gauge; }
QToolButton { background: transparent; border: none; border-radius: $radius_badge; padding: 4px; }
QToolButton:hover { background: $bg_hover; }
QToolButton:pressed { background: $bg_pressed; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid $line_control; background: $bg_surface;
}
QCheckBox::indicator { border-radius: $radius_badge; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: $accent; border-color: $accent; }
QGroupBox { border: 1px solid $line_hair; border-radius: $radius_panel; margin-top: 9px; padding: 12px; }
QGroupBox::title { subcontrol-origin: margin; left: 12px; color: $text_secondary; }
"""


def slots(sheet: str = SHEET) -> set[str]:
    """Every name that the sheet asks for."""
    return set(_SLOT.findall(sheet))


def filled(values: Mapping[str, str], sheet: str = SHEET) -> str:
    """The sheet with every name replaced. A name that no token has raises KeyError."""
    return _SLOT.sub(lambda found: values[found[1]], sheet)
