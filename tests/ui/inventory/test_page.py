"""The page by keyboard: finding, filtering, sorting, choosing, opening and leaving."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.inventory import asking
from app.ui.inventory.divide import Width, step_of
from app.ui.inventory.list_foot import order_words
from app.ui.theme import Theme
from app.ui.widgets.cells import CellRole
from app.ui.widgets.glyphs import Glyph
from tests.ui.inventory.conftest import Opener
from tests.ui.inventory.world import BOWL, DISH, EGG, MUG, NEW, PLATE, SET, TILE, Pottery, Window

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key
# A tooltip or a menu is a window of its own: the test's screen cannot raise it, and says so.
shows_windows = pytest.mark.qt_log_ignore(r"raise\(\)", "grabbing the keyboard")
BY_NEED = [MUG, PLATE, "VAS-KEL", TILE, BOWL, NEW, DISH, EGG, SET]


def shown_in_pane(window: Window) -> str:
    facts = window.page.pane.facts
    return facts.row.sku if facts else ""


def test_what_needs_the_seller_comes_first(window: Window) -> None:
    assert window.skus() == BY_NEED
    assert window.current() == MUG
    foot = window.page.list.foot
    assert foot.count.text() == "9 products"
    assert foot.sum.text() == "125 on hand − 21 committed = 104 available"
    assert foot.order.text() == "Sorted by what needs you"


@pytest.mark.parametrize(
    ("sku", "words", "glyph"),
    [
        (MUG, "Oversold 3", Glyph.OVERSOLD),
        (PLATE, "Under by 1", Glyph.UNDER),
        ("VAS-KEL", "At floor", Glyph.AT_FLOOR),
        (TILE, "Differs on W", Glyph.DIFFERS),
        (BOWL, "Reorder", Glyph.REORDER),
        (NEW, "No number yet", Glyph.OPEN),
        (DISH, "OK", Glyph.OK),
    ],
)
def test_every_status_has_its_word_and_shape(window: Window, sku: str, words: str, glyph: Glyph) -> None:
    assert window.cell(sku, "status") == words
    assert Glyph(str(window.cell(sku, "status", CellRole.GLYPH))) is glyph


@pytest.mark.parametrize(
    ("sku", "sentence"),
    [
        (MUG, "Speckled mug 350 ml, MUG-SPK. Available −3, floor 4, oversold by 3."),
        (PLATE, "Shoal dinner plate 22 cm, PLT-SHO. Available 7, floor 8, under by 1."),
        ("VAS-KEL", "Kelp bud vase 18 cm, VAS-KEL. Available 6, at its floor."),
        (TILE, "Sea glaze tile 10 cm, TIL-SEA. Available 40, floor 10. WooCommerce shows 41, Plimsoll says 39."),
        (BOWL, "Ramen bowl 16 cm, BWL-RAM. Available 12, floor 5, time to reorder."),
        (NEW, "Milk jug, NEW-JUG. No number yet."),
        (SET, "Breakfast set for two, SET-TWO. Available 12. A bundle of 2 parts."),
    ],
)
def test_a_row_is_heard_as_sentences(window: Window, sku: str, sentence: str) -> None:
    heard = Qt.ItemDataRole.AccessibleTextRole
    assert window.cell(sku, "sku", heard) == window.cell(sku, "title", heard) == sentence


def test_a_cell_is_heard_with_its_column(window: Window, pottery: Pottery) -> None:
    heard = Qt.ItemDataRole.AccessibleTextRole
    assert window.cell(MUG, "available", heard) == "Available −3, Speckled mug 350 ml"
    assert window.cell(NEW, "on_hand", heard) == "On hand –, Milk jug"
    assert window.cell(TILE, f"shop/{pottery.woo.id}", heard) == "WooCommerce shows 41, Plimsoll says 39."
    assert window.cell(NEW, f"shop/{pottery.woo.id}", heard) == "Not listed on WooCommerce."


def test_a_number_that_differs_is_boxed(window: Window, pottery: Pottery) -> None:
    look = window.cell(TILE, f"shop/{pottery.woo.id}", CellRole.LOOK)
    assert look is not None
    assert look.differs  # type: ignore[attr-defined]
    assert window.cell(TILE, f"shop/{pottery.woo.id}") == 41
    assert window.cell(TILE, f"shop/{pottery.shopify.id}", CellRole.LOOK) is None


# Searching


def test_searching_by_keyboard_from_anywhere(window: Window, qtbot: QtBot) -> None:
    window.press(Key.Key_Slash)
    assert window.page.list.search.hasFocus()
    window.type("vase kelp")
    assert window.skus() == ["VAS-KEL"]
    assert window.page.list.foot.count.text() == "1 of 9 products"
    window.press(Key.Key_Return)
    assert window.page.table.hasFocus()
    qtbot.waitUntil(lambda: shown_in_pane(window) == "VAS-KEL")
    window.press(Key.Key_F, CTRL)
    assert window.page.list.search.selectedText() == "vase kelp"
    window.press(Key.Key_Escape)
    assert window.skus() == BY_NEED
    assert window.current() == "VAS-KEL"  # and stays the current one


def test_a_slash_in_a_field_is_a_slash(window: Window) -> None:
    window.press(Key.Key_Slash)
    window.type("a/b")
    assert window.page.list.search.text() == "a/b"


def test_nothing_found_says_so_and_what_may_have_been_meant(window: Window, qtbot: QtBot) -> None:
    window.press(Key.Key_Slash)
    window.type("spekled")
    empty = window.page.list.empty
    assert empty.isVisible()
    assert empty.state is not None
    assert empty.state.accessibleName() == "No product matches “spekled”"
    qtbot.waitUntil(lambda: "Did you mean speckled?" in (empty.state.accessibleName() if empty.state else ""))
    empty.word_wanted.emit("speckled")
    assert window.skus() == [MUG]
    assert not empty.isVisible()


def test_filters_that_hide_everything_are_named_and_cleared(window: Window) -> None:
    window.page.list.filters.set_on({"oversold", "differs"})
    state = window.page.list.empty.state
    assert state is not None
    assert state.accessibleName() == "No product passes Filters are on: Oversold and Channel differs."
    assert state.button is not None
    state.button.click()
    assert window.skus() == BY_NEED


def test_an_empty_inventory_offers_to_add_a_product(db: object, opener: Opener, theme: Theme) -> None:
    from tests.life import NOW

    window = opener(lambda: NOW)
    state = window.page.list.empty.state
    assert window.page.list.empty.isVisible()
    assert state is not None
    assert state.accessibleName().startswith("No product yet")
    assert state.button is not None
    state.button.click()
    assert window.dialog().windowTitle() == "Add a product"
    window.dialog().reject()


# Filters


@pytest.mark.parametrize(
    ("key", "skus"),
    [
        (Key.Key_1, BY_NEED),
        (Key.Key_2, [MUG]),
        (Key.Key_3, [MUG, PLATE, "VAS-KEL"]),
        (Key.Key_4, [MUG, PLATE, "VAS-KEL", BOWL]),
        (Key.Key_6, [TILE]),
        (Key.Key_8, [NEW, SET]),
    ],
)
def test_alt_and_a_digit_press_the_filters(window: Window, key: Qt.Key, skus: list[str]) -> None:
    window.press(key, ALT)
    assert window.skus() == skus
    assert window.current() == (MUG if MUG in skus else skus[0])


def test_filters_show_their_counts_and_narrow_together(window: Window) -> None:
    filters = window.page.list.filters
    assert filters.toggle("floor").accessibleName() == "At or under floor, 3"
    assert filters.toggle("uncounted").accessibleName() == "Not counted in 60 days, 2"
    filters.set_on({"reorder", "oversold"})
    assert window.skus() == [MUG]


# Sorting


def test_heads_sort_and_the_third_click_is_what_needs_me(window: Window) -> None:
    header = window.page.table.horizontalHeader()
    column = window.page.table.stock.column_of("on_hand")

    def click() -> list[str]:
        x = header.sectionViewportPosition(column) + 5
        from PySide6.QtCore import QPoint
        from PySide6.QtTest import QTest

        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, header.height() - 8))
        return window.skus()

    # NEW has no number: it comes last either way
    assert click()[:2] == ["VAS-KEL", MUG]
    assert window.skus()[-1] == NEW
    assert click()[:2] == [TILE, EGG]
    assert window.skus()[-1] == NEW
    assert window.page.list.foot.order.text() == "Most on hand first"
    assert click() == BY_NEED
    assert window.current() == MUG


def test_sorting_by_keyboard(window: Window) -> None:
    table = window.page.table
    table.setCurrentIndex(table.stock.index(0, table.stock.column_of("floor")))
    window.press(Key.Key_Down, ALT)
    assert window.skus()[0] == TILE
    window.press(Key.Key_Up, ALT)
    assert window.skus()[0] in (DISH, EGG)
    table.setCurrentIndex(table.stock.index(0, table.stock.column_of("load")))
    window.press(Key.Key_Down, ALT)  # nothing to sort by
    assert window.skus()[0] in (DISH, EGG)
    window.press(Key.Key_Home, ALT)
    assert window.skus() == BY_NEED


def test_a_head_that_cannot_sort_changes_nothing(window: Window) -> None:
    table, header = window.page.table, window.page.table.horizontalHeader()
    header.setSortIndicator(table.stock.column_of("sku"), Qt.SortOrder.DescendingOrder)
    before = window.skus()
    header.setSortIndicator(table.stock.column_of("load"), Qt.SortOrder.AscendingOrder)
    assert window.skus() == before
    assert header.sortIndicatorSection() == table.stock.column_of("sku")


def test_every_order_has_words(window: Window) -> None:
    from app.store.question import SORTS, Question

    words = {order_words(Question(sort=sort, descending=down)) for sort in SORTS for down in (False, True)}
    assert len(words) == 2 * len(SORTS)


# Choosing and opening


def test_the_pane_follows_the_last_arrow_key_after_a_rest(window: Window, qtbot: QtBot) -> None:
    assert shown_in_pane(window) == MUG
    for _ in range(3):
        window.press(Key.Key_Down)
    assert shown_in_pane(window) == MUG  # not yet
    qtbot.waitUntil(lambda: shown_in_pane(window) == TILE)


def test_the_pane_waits_while_somebody_types(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    page, begun = window.page, list[bool]()
    monkeypatch.setattr(page._select, "start", lambda: begun.append(True))
    monkeypatch.setattr(page._select, "isActive", lambda: False)
    page.list.search.setText("p")  # the current product holds it: there is nothing to wait with
    assert not begun
    monkeypatch.setattr(page._select, "isActive", lambda: True)
    page.list.search.setText("pe")
    assert begun


def test_enter_goes_into_the_pane_and_esc_comes_back(window: Window) -> None:
    window.press(Key.Key_Return)
    assert window.page.pane.head.incident.hasFocus()
    window.press(Key.Key_Escape)
    assert window.page.table.hasFocus()
    assert window.page.pane.isVisible()
    window.press(Key.Key_Escape)
    assert not window.page.pane.isVisible()
    window.press(Key.Key_Return)
    assert window.page.pane.isVisible()


@shows_windows
def test_tab_goes_through_everything_and_is_never_trapped(window: Window) -> None:
    seen = []
    window.page.list.search.setFocus()
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            break
        seen.append(focus)
        window.press(Key.Key_Tab)
    page = window.page
    assert seen.index(page.list.adjust) < seen.index(page.table) < seen.index(page.pane.head.incident)
    assert page.pane.stock.chart in seen
    assert page.pane.ledger in seen
    assert len(seen) < 60


@shows_windows
def test_the_row_menu_opens_by_key_and_does_what_it_says(window: Window, qtbot: QtBot) -> None:
    window.press(Key.Key_F10, SHIFT)
    menu = window.page.row_menu
    assert menu is not None
    qtbot.waitUntil(menu.isVisible)
    texts = [action.text() for action in menu.actions()]
    assert texts == [
        "Adjust stock…",
        "Change floor or reorder point",
        "Hold back…",
        "Offer rules…",
        "What it may still sell…",
        "Take off a channel…",
        "Put back on sale…",
        "Copy rows",
    ]
    enabled = [action.isEnabled() for action in menu.actions()]
    assert enabled == [True, True, True, True, True, True, False, True]
    menu.actions()[0].trigger()
    menu.close()
    assert window.dialog().windowTitle() == "What happened to Speckled mug 350 ml?"
    window.dialog().reject()


def test_copied_rows_are_ready_for_a_spreadsheet(window: Window) -> None:
    table = window.page.table
    window.press(Key.Key_Down, SHIFT)
    window.press(Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines == [
        "MUG-SPK\tSpeckled mug 350 ml\t11\t14\t-3\t4\t12\t-4\t10\t0\tOversold 3",
        "PLT-SHO\tShoal dinner plate 22 cm\t14\t7\t7\t8\t20\t6\t13\t6\tUnder by 1",
    ]
    table.selectAll()
    window.press(Key.Key_C, CTRL)
    assert len(QGuiApplication.clipboard().text().split("\n")) == len(BY_NEED)


def test_a_product_is_opened_wherever_it_hides(window: Window) -> None:
    window.page.list.search.setText("mug")
    window.page.open(DISH)
    assert window.skus() == BY_NEED
    assert window.current() == DISH
    assert shown_in_pane(window) == DISH
    window.page.open("no such thing")
    window.page.open(None)
    assert window.current() == DISH


# Widths


@pytest.mark.parametrize(
    ("width", "scale", "step"),
    [
        (1440, 1.0, Width.WIDE),
        (1360, 1.0, Width.WIDE),
        (1359, 1.0, Width.NARROW),
        (1120, 1.0, Width.NARROW),
        (1119, 1.0, Width.SINGLE),
        (1440, 1.15, Width.NARROW),
        (1440, 1.5, Width.SINGLE),
        (2040, 1.5, Width.WIDE),
    ],
)
def test_the_width_decides_what_stands_beside_what(width: int, scale: float, step: Width) -> None:
    assert step_of(width, scale) is step


def test_beside_or_one_at_a_time(pottery: Pottery, opener: Opener) -> None:
    window = opener(lambda: pottery.now)
    page = window.page
    assert page.pane.width() == 364
    window.resize(1280, 800)
    assert page.pane.width() == 328
    window.resize(1024, 680)
    assert page.list.isVisible()
    assert not page.pane.isVisible()
    window.press(Key.Key_Return)
    assert page.pane.isVisible()
    assert not page.list.isVisible()
    window.press(Key.Key_Escape)
    assert page.list.isVisible()
    assert not page.pane.isVisible()
    assert page.table.hasFocus()
    window.resize(1440, 844)
    assert page.pane.isVisible()
    assert page.pane.width() == 364


def test_the_sellers_own_width_is_kept_for_each_step(pottery: Pottery, opener: Opener) -> None:
    window = opener(lambda: pottery.now)
    page = window.page
    page.divide.moveSplitter(900, 1)
    chosen = page.pane.width()
    assert chosen != 364
    window.resize(1280, 800)
    assert page.pane.width() == 328
    window.resize(1440, 844)
    assert page.pane.width() == chosen


def test_columns_give_way_before_names_do(pottery: Pottery, opener: Opener) -> None:
    window = opener(lambda: pottery.now)
    table = window.page.table

    def gone() -> list[str]:
        return [spec.key for place, spec in enumerate(table.specs) if table.isColumnHidden(place)]

    assert gone() == []
    window.page.divide.setSizes([720, 720])
    assert gone()[:1] != []
    assert "title" not in gone()
    assert "load" in gone()
    window.page.divide.setSizes([1100, 340])
    assert gone() == []


def test_large_numbers_widen_their_column(window: Window, pottery: Pottery, qtbot: QtBot) -> None:
    table = window.page.table
    column = table.stock.column_of("on_hand")
    before = table.columnWidth(column)
    window.bridge.changed.emit(pottery.deliver(MUG, 1_234_567 - 500_000))
    qtbot.waitUntil(lambda: window.cell(MUG, "on_hand") == 734_578)
    table.have_rows()
    assert table.columnWidth(column) >= before
    delegate = table.itemDelegateForColumn(column)
    rect = table.visualRect(table.stock.index(window.skus().index(MUG), column))
    from PySide6.QtCore import QRectF

    index = table.stock.index(window.skus().index(MUG), column)
    assert delegate.hidden_words(QRectF(rect), index) == ""  # type: ignore[attr-defined]


def test_what_is_read_in_the_background_says_when_it_begins_and_ends(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Large inventories are counted by a second connection: the status bar says so while it lasts."""
    monkeypatch.setattr(asking, "SMALL", 0)
    heard: list[bool] = []
    window.bridge.reading.connect(heard.append)
    with qtbot.waitSignals([window.page._asker.counted, window.bridge.reading, window.bridge.reading]):
        window.page._asker.count()
    assert heard == [True, False]
