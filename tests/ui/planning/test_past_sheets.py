"""Past sales from a spreadsheet: the preview, errors, one press, one undo, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.sheets.reading import read
from app.store import past_sales
from app.ui.planning.past_sheets import PastSheets
from tests.life import NOW, add_product, add_shop
from tests.ui.channels.world import nameless
from tests.ui.shell.world import worlds

SHEET = "SKU;Date;Pieces;Order;Colour\nMUG;2025-11-03;2;#1;red\nMUG;2025-11-04;1;#2;\nGONE;2025-11-04;5;#3;\n;;;;\n"


@pytest.fixture
def world(tmp_path):
    with worlds(tmp_path) as make:
        yield make()


@pytest.fixture
def sheets(world, theme, qtbot):
    page = QWidget()
    page.resize(1280, 800)
    qtbot.addWidget(page)
    page.show()
    return PastSheets(world.bridge, page)


def previewed(sheets, tmp_path, text):
    path = tmp_path / "orders.csv"
    path.write_text(text, encoding="utf-8")
    sheets.show_rows(path.name, read(path))
    return sheets.dialog


def lines(dialog):
    return [(item.sku, item.words) for item in dialog._model.rows]


def kept(db):
    return db.execute("select count(*) from past_sale").fetchone()[0]


def test_the_preview_says_everything_and_one_press_keeps_it_with_one_undo(sheets, world, qtbot, tmp_path):
    add_shop(world.db)
    mug = add_product(world.db, "MUG", 7)
    dialog = previewed(sheets, tmp_path, SHEET)
    assert lines(dialog) == [
        ("GONE", "5 pieces left out: no product has this SKU"),
        ("MUG", "3 pieces, 3 November 2025 to 4 November 2025"),
    ]
    assert dialog.summary.text() == "3 pieces sold before."
    assert dialog.left_out.text() == "Not read: Colour."
    assert dialog.yes.label() == "Take 3 pieces over"
    assert kept(world.db) == 0
    assert not nameless(dialog)
    with qtbot.waitSignal(sheets.undoable) as offered:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert offered.args[0] == "3 past sales taken over from orders.csv"
    assert sum(n for _, n in past_sales.sold(world.db, mug, since=NOW.replace(year=2020))) == 3
    again = previewed(sheets, tmp_path, SHEET)
    assert again.summary.text() == "2 sales are known already."
    assert not again.yes.isEnabled()
    again.reject()
    offered.args[1]()
    assert kept(world.db) == 0


def test_one_error_and_nothing_can_be_taken_over(sheets, world, qtbot, tmp_path):
    add_shop(world.db)
    add_product(world.db, "MUG", 7)
    dialog = previewed(sheets, tmp_path, SHEET.replace("2025-11-04;1", "soon;many"))
    assert lines(dialog)[:2] == [
        ("MUG", "Row 3, column Date: “soon” is no date: write it like 2025-11-03"),
        ("MUG", "Row 3, column Pieces: “many” is not a whole number from 0 up"),
    ]
    assert not dialog.yes.isEnabled()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert kept(world.db) == 0


@pytest.mark.parametrize(
    ("text", "shops", "title"),
    [
        ("SKU;Pieces\nMUG;1\n", 1, "No column is called Date. The first row must name the columns: SKU, Date, Pieces."),
        (SHEET, 0, "Past sales need to know where they were sold."),
    ],
)
def test_what_cannot_be_read_is_said_and_opens_nothing(sheets, world, tmp_path, text, shops, title):
    for _ in range(shops):
        add_shop(world.db)
    told = []
    world.bridge.trouble.connect(lambda error: told.append(str(error.title)))
    assert previewed(sheets, tmp_path, text) is None
    assert told == [title]
