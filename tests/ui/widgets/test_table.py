"""The table: rows, hover, selection with and without the keyboard, cells of every kind, header, keys."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QHelpEvent, QHoverEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionViewItem, QToolTip

from app.ui.theme import Scheme
from app.ui.widgets.cells import CellDelegate, CellRole, Look, NumberDelegate, OrderNumberDelegate, SkuDelegate
from app.ui.widgets.delegates import BadgeDelegate, CheckDelegate, GaugeDelegate, ShownDelegate, StatusDelegate
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.gauge import Load
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.table import Column, Density, TableView, table_view
from tests.ui.widgets.drawing import ENTER, ESC, LEFT_BUTTON, SPACE, at, colours, inked
from tests.ui.widgets.rows import Rows, cell

COLUMNS = (
    Column(112, SkuDelegate),
    Column(160, CellDelegate, stretch=True),
    Column(60, NumberDelegate),
    Column(92, GaugeDelegate),
    Column(34, ShownDelegate),
    Column(34, ShownDelegate),
    Column(110, StatusDelegate),
)
HEADS = (
    cell("SKU"),
    cell("Product"),
    cell("Available"),
    cell("Load"),
    cell("Etsy", badge="E", group="Shown on"),
    cell("Amazon", badge="A", paused=True, group="Shown on"),
    cell("Status"),
)
ROWS = (
    (
        cell("MUG-SPK-350"),
        cell("Speckled mug 350 ml"),
        cell(-3, look=Look(colour="danger", strong=True)),
        cell(load=Load(-3, 4, 12)),
        cell(0),
        cell(None),
        cell("Oversold 3", glyph=Glyph.OVERSOLD),
    ),
    (
        cell("TIL-SEA-100"),
        cell("Sea glaze tile 10 cm", look=Look(note="4 parts")),
        cell(38),
        cell(load=Load(38, 10, 18)),
        cell(41, look=Look(differs=True), tooltip="WooCommerce shows 41, Plimsoll says 37"),
        cell(37),
        cell("Differs on W", glyph=Glyph.DIFFERS),
    ),
    (
        cell("MUG-KEL-350"),
        cell("A product name that is far too long for the column that it stands in, and goes on"),
        cell(1846),
        cell(load=Load(23, None, None)),
        cell(22),
        cell(22),
        cell("OK", glyph=Glyph.OK),
    ),
)


@pytest.fixture
def table(theme, qtbot):
    view = table_view("Products", COLUMNS)
    view.kept = Rows(ROWS, HEADS, editable=(2,))
    view.setModel(view.kept)
    qtbot.addWidget(view)
    view.resize(640, 220)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    return view


def viewport(table: TableView):
    return table.viewport().grab().toImage()


def ground_of(table: TableView, row: int) -> str:
    """The colour of a row beyond its last column's text, above its hairline."""
    index = table.model().index(row, 1)
    rect = table.visualRect(index)
    return at(viewport(table), rect.left() + 2, rect.top() + 3)


# Rows


@pytest.mark.parametrize(
    ("density", "height"), [(Density.COMPACT, 28), (Density.NORMAL, 32), (Density.COMFORTABLE, 44)]
)
def test_rows_have_three_heights(theme, table, density, height):
    table.set_density(density)
    assert table.rowHeight(0) == height
    theme.set_text_scale(1.5)
    assert table.rowHeight(0) == round(height * 1.5)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_hairlines_run_under_every_row_and_there_is_no_zebra(theme, table, scheme):
    theme.set_scheme(scheme)
    image = viewport(table)
    for row in (0, 1, 2):
        bottom = table.rowViewportPosition(row) + table.rowHeight(row) - 1
        assert at(image, image.width() - 2, bottom) == theme.colour("line_hair").name()
    assert {ground_of(table, row) for row in (0, 1, 2)} == {theme.colour("bg_surface").name()}


def test_a_selected_row_says_whether_it_has_the_keyboard(theme, table, qtbot):
    table.selectRow(1)
    assert ground_of(table, 1) == theme.colour("bg_selected").name()
    other = LineEdit("Search")
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert ground_of(table, 1) == theme.colour("bg_selected_inactive").name()
    bottom = table.rowViewportPosition(1) + 31
    assert at(viewport(table), 300, bottom) == theme.colour("line_hair").name()


def test_the_row_under_the_mouse_is_lit_and_only_that(theme, table):
    middle = QPointF(200, table.rowViewportPosition(1) + 10)
    QApplication.sendEvent(table.viewport(), QHoverEvent(QEvent.Type.HoverMove, middle, middle, QPointF(0, 0)))
    assert table.hovered_row() == 1
    assert ground_of(table, 1) == theme.colour("bg_hover").name()
    assert ground_of(table, 2) == theme.colour("bg_surface").name()
    gone = QPointF(-1, -1)
    QApplication.sendEvent(table.viewport(), QHoverEvent(QEvent.Type.HoverLeave, gone, gone, middle))
    assert table.hovered_row() == -1
    assert ground_of(table, 1) == theme.colour("bg_surface").name()


def test_only_the_cell_that_f2_would_edit_has_a_border(theme, table):
    focus = theme.colour("focus").name()
    table.setCurrentIndex(table.model().index(0, 1))
    assert focus not in colours(viewport(table).copy(table.visualRect(table.model().index(0, 1))))
    table.setCurrentIndex(table.model().index(0, 2))
    rect = table.visualRect(table.model().index(0, 2))
    assert at(viewport(table), rect.center().x(), rect.top() + 3) == focus
    table.clearFocus()
    assert at(viewport(table), rect.center().x(), rect.top() + 3) != focus


def test_high_contrast_highlights_a_row_and_its_words(theme, table, qapp, monkeypatch):
    monkeypatch.setattr("app.ui.theme.theme._THEMED", frozenset({qapp.platformName()}))  # as on Windows
    table.selectRow(0)
    theme._contrast_changed(Qt.ContrastPreference.HighContrast)
    try:
        words = table.visualRect(table.model().index(0, 1))
        seen = colours(viewport(table).copy(words))
        assert {theme.colour("bg_selected").name(), theme.colour("text_on_accent").name()} <= seen
    finally:
        theme._contrast_changed(Qt.ContrastPreference.NoPreference)


# Cells


def in_cell(table, row, column):
    return viewport(table).copy(table.visualRect(table.model().index(row, column)))


def test_a_negative_number_is_red_and_has_a_true_minus(theme, table):
    assert theme.colour("danger").name() in colours(in_cell(table, 0, 2))
    delegate = table.itemDelegateForColumn(2)
    assert delegate.words(table.model().index(0, 2)) == "−3"
    assert delegate.words(table.model().index(2, 2)) == "1,846"


def test_numbers_stand_at_the_right(theme, table):
    image = in_cell(table, 1, 2)
    inks = {x for x, y in inked(image, theme) if y < 30}
    assert image.width() - 11 <= max(inks) <= image.width() - 8
    assert min(inks) > image.width() / 2


def test_a_number_that_differs_is_boxed_and_bold(theme, table):
    boxed, plain = in_cell(table, 1, 4), in_cell(table, 1, 5)
    mark = theme.colour("warn_mark").name()
    assert mark in colours(boxed)
    assert mark not in colours(plain)
    column = [at(boxed, boxed.width() // 2, y) for y in range(boxed.height())]
    assert column.count(mark) == 2, "one line above and one below"
    assert theme.colour("warn_text").name() in colours(boxed)


def test_what_a_channel_does_not_list_is_a_dash(table):
    assert table.itemDelegateForColumn(5).words(table.model().index(0, 5)) == "–"


def test_a_status_is_a_shape_and_a_word_and_good_news_is_grey(theme, table):
    bad, good = in_cell(table, 0, 6), in_cell(table, 2, 6)
    assert {theme.colour("danger").name(), theme.colour("text_primary").name()} <= colours(bad)
    assert theme.colour("text_primary").name() not in colours(good)
    assert theme.colour("text_tertiary").name() in colours(good)


def test_a_gauge_stands_in_its_cell(theme, table):
    assert theme.colour("accent").name() in colours(in_cell(table, 1, 3))
    assert theme.colour("accent").name() not in colours(in_cell(table, 0, 3))


def test_a_note_is_quiet_and_follows_the_name(theme, table):
    image = in_cell(table, 1, 1)
    assert {theme.colour("text_primary").name(), theme.colour("text_tertiary").name()} <= colours(image)


def test_a_name_that_is_cut_is_said_in_the_tooltip(theme, table, monkeypatch):
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _pos, words, _view: said.append(words))
    delegate, option = table.itemDelegateForColumn(1), QStyleOptionViewItem()
    for row in (0, 2):
        index = table.model().index(row, 1)
        option.rect = table.visualRect(index)
        event = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5))
        assert delegate.helpEvent(event, table, option, index)
    assert said == ["", ROWS[2][1][int(Qt.ItemDataRole.DisplayRole)]]


def test_names_elide_at_the_end_and_order_numbers_in_the_middle(theme, table):
    middle = OrderNumberDelegate(table)
    shown = middle.lettering(None).fit("3382914407", 50, middle._elide)[0]
    assert shown.startswith("33")
    assert shown.endswith("7")
    end = CellDelegate(table)
    shown = end.lettering(None).fit("Speckled mug 350 ml", 60, end._elide)[0]
    assert shown.startswith("Speck")
    assert shown.endswith("…")


def test_other_text_sizes_measure_anew(theme, table):
    delegate = table.itemDelegateForColumn(1)
    before = delegate.lettering(None).advance("Speckled mug")
    theme.set_text_scale(1.5)
    assert delegate.lettering(None).advance("Speckled mug") > before * 1.3


def test_a_badge_stands_before_its_words(theme, qtbot):
    view = table_view("Ledger", (Column(200, BadgeDelegate),))
    view.kept = Rows(((cell("Sale 1484", badge="E"),), (cell("Count"),)))
    view.setModel(view.kept)
    qtbot.addWidget(view)
    view.show()
    rect = view.visualRect(view.model().index(0, 0))
    badge = theme.colour("badge_bg").name()
    assert badge in colours(view.viewport().grab().toImage().copy(rect))
    assert badge not in colours(view.viewport().grab().toImage().copy(rect.translated(0, rect.height())))


# Ticks


@pytest.fixture
def ticks(theme, qtbot):
    view = table_view("To reorder", (Column(60, CheckDelegate), Column(120)))
    rows = [(cell(check=Qt.CheckState.Unchecked), cell(name)) for name in ("Shoal plate", "Ramen bowl")]
    view.kept = Rows(rows)
    view.setModel(view.kept)
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def ticked(view):
    role = Qt.ItemDataRole.CheckStateRole
    return [Qt.CheckState(view.model().index(row, 0).data(role)) is Qt.CheckState.Checked for row in (0, 1)]


def test_a_click_anywhere_in_its_cell_ticks(ticks, qtbot):
    rect = ticks.visualRect(ticks.model().index(1, 0))
    qtbot.mouseClick(ticks.viewport(), LEFT_BUTTON, pos=rect.bottomRight() - QPoint(2, 2))
    assert ticked(ticks) == [False, True]


def test_space_ticks(ticks, qtbot):
    ticks.setFocus()
    ticks.setCurrentIndex(ticks.model().index(0, 0))
    qtbot.keyClick(ticks, SPACE)
    assert ticked(ticks) == [True, False]
    qtbot.keyClick(ticks, SPACE)
    assert ticked(ticks) == [False, False]


# Keys


def test_arrows_move_by_rows_and_enter_opens(table, qtbot):
    table.setCurrentIndex(table.model().index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.selected_rows() == [1]
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, ENTER)
    assert opened.args[0].row() == 1


def test_esc_goes_back(table, qtbot):
    with qtbot.waitSignal(table.left):
        qtbot.keyClick(table, ESC)


def test_a_double_click_opens(table, qtbot):
    rect = table.visualRect(table.model().index(2, 1))
    qtbot.mouseClick(table.viewport(), LEFT_BUTTON, pos=rect.center())
    with qtbot.waitSignal(table.opened):
        qtbot.mouseDClick(table.viewport(), LEFT_BUTTON, pos=rect.center())


def test_tab_leaves_the_table(table, qtbot):
    assert not table.tabKeyNavigation()


def test_rows_are_copied_with_tabs(table, qtbot):
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 3
    assert lines[1].split("\t")[:3] == ["TIL-SEA-100", "Sea glaze tile 10 cm", "38"]


def test_a_letter_does_not_read_every_row(table, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(Rows, "match", lambda *a, **k: asked.append(a) or [], raising=False)
    table.setCurrentIndex(table.model().index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_M)
    assert asked == []
    assert table.currentIndex().row() == 0


def test_f2_edits_a_cell_and_hands_over_what_was_typed(theme, table, qtbot):
    table.setCurrentIndex(table.model().index(1, 2))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor.text() == "38"
    assert editor.accessibleName() == "Available"
    assert editor.selectedText() == "38"
    assert theme.colour("bg_selected").name() == ground_of(table, 1), "the editor's focus is the table's"
    qtbot.keyClicks(editor, "40")
    qtbot.keyClick(editor, ENTER)
    qtbot.waitUntil(lambda: table.kept.typed == [(1, 2, "40")])


def test_esc_leaves_a_cell_as_it_was(table, qtbot):
    table.setCurrentIndex(table.model().index(1, 2))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    qtbot.keyClicks(editor, "40")
    qtbot.keyClick(editor, ESC)
    assert table.kept.typed == []


# Header


def header_image(table):
    return table.horizontalHeader().viewport().grab().toImage()


def test_the_header_is_sunken_and_higher_with_captions(theme, table, qtbot):
    assert table.horizontalHeader().height() == 40
    assert at(header_image(table), 4, 20) == theme.colour("bg_sunken").name()
    plain = table_view("Plain", (Column(80),))
    plain.kept = Rows(((cell("a"),),), (cell("A"),))
    plain.setModel(plain.kept)
    qtbot.addWidget(plain)
    plain.show()
    assert plain.horizontalHeader().height() == 30


def test_channels_are_badges_in_the_header(theme, table):
    header = table.horizontalHeader()
    image, badge = header_image(table), theme.colour("badge_bg").name()

    def seen(column):
        left = header.sectionViewportPosition(column)
        return colours(image.copy(left, 10, header.sectionSize(column), 29))

    assert badge in seen(4)
    assert badge not in seen(5), "a paused one is dashed"
    assert theme.colour("line_strong").name() in seen(5)


def test_captions_stand_over_their_columns(theme, table):
    assert table.horizontalHeader()._groups() == [("Shown on", 4, 5)]


def test_a_third_click_goes_back_to_what_needs_me(table, qtbot):
    header = table.horizontalHeader()
    header.setSortIndicatorShown(True)
    asked = []
    header.sortIndicatorChanged.connect(lambda column, order: asked.append((column, order)))
    place = QPoint(header.sectionViewportPosition(1) + 30, 25)
    for _ in range(3):
        qtbot.mouseClick(header.viewport(), LEFT_BUTTON, pos=place)
        qtbot.wait(QApplication.doubleClickInterval() // 100)
    up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    assert asked[:2] == [(1, up), (1, down)]
    assert asked[2][0] == -1


def test_the_sorted_column_has_an_arrow(theme, table):
    header = table.horizontalHeader()
    before = header_image(table)
    header.setSortIndicatorShown(True)
    header.setSortIndicator(2, Qt.SortOrder.AscendingOrder)
    up = header_image(table)
    header.setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    down = header_image(table)
    assert before != up != down != before
    left = header.sectionViewportPosition(2)
    assert theme.colour("text_primary").name() in colours(up.copy(left, 10, header.sectionSize(2), 28))


def test_widths_grow_with_the_text_and_keep_what_the_seller_chose(theme, table):
    header = table.horizontalHeader()
    header.resizeSection(0, 150)
    theme.set_text_scale(1.5)
    assert abs(header.sectionSize(0) - 225) <= 1
    theme.set_text_scale(1.0)
    assert abs(header.sectionSize(0) - 150) <= 1


def test_a_table_needs_a_name(theme):
    with pytest.raises(AssertionError, match="lists"):
        table_view("", COLUMNS)


def test_roles_do_not_meet(theme):
    assert len({int(role) for role in CellRole}) == len(CellRole)
    assert all(int(role) > int(Qt.ItemDataRole.UserRole) for role in CellRole)


def test_a_head_gets_the_room_that_its_words_need_but_pushes_nobody_out(theme, qtbot):
    heads = (
        cell("On"),
        cell("Vorhanden"),
        cell("Ein Wort, das niemand so lang erwartet hätte"),
        cell("Etsy", badge="E"),
    )
    view = table_view("Produkte", [Column(60, NumberDelegate)] * 4)
    view.kept = Rows(((cell(1),) * 4,), heads)
    view.setModel(view.kept)
    qtbot.addWidget(view)
    header = view.horizontalHeader()
    asked = theme.px(60)
    words = QFontMetricsF(theme.font("micro")).horizontalAdvance("Vorhanden")
    assert header.sectionSize(0) == header.sectionSize(3) == asked, "what is wide enough stays as drawn"
    assert words < header.sectionSize(1) < asked * 1.5
    assert header.sectionSize(1) > asked
    assert header.sectionSize(2) == round(asked * 1.5), "half more, and no further: the tooltip says the rest"
