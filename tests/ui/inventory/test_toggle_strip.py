"""The filters' line: what has no room is not shown by half."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.inventory.toggle_strip import ToggleStrip


def strip(qtbot, width):
    row = QWidget()
    line = QHBoxLayout(row)
    line.setSpacing(0)
    line.setContentsMargins(0, 0, 0, 0)
    for place in range(4):
        one = QLabel(str(place))
        one.setFixedWidth(100)
        line.addWidget(one)
    made = ToggleStrip(row)
    qtbot.addWidget(made)
    made.resize(width, 40)
    made.show()
    return made


def test_what_would_be_cut_is_covered_as_a_whole(theme, qtbot):
    made = strip(qtbot, 350)  # the fourth begins at 304, and has 46 of its 100
    before, after = made.arrows
    assert not before.isVisible()
    assert after.isVisible()
    qtbot.waitUntil(lambda: after.x() == 304)
    made.horizontalScrollBar().setValue(made.horizontalScrollBar().maximum())
    assert before.isVisible()
    assert not after.isVisible()
    assert before.width() == 46  # the first has 46 of its 100 left


def test_where_all_has_room_there_is_no_arrow(theme, qtbot):
    assert not any(arrow.isVisible() for arrow in strip(qtbot, 500).arrows)
