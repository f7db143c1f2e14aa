"""The lower half of Planning by keyboard: ordering, expecting, receiving by scan, and whom one orders from."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app import deliveries
from app.core.count_entry import Scanned
from app.core.deliveries import Terms
from app.core.text import Text
from app.deliveries import Ordered
from app.store import catalog, settings, suppliers
from app.store import deliveries as stored
from app.store.database import transaction
from app.ui.bridge import Bridge
from app.ui.papers import printing
from app.ui.planning.page import PlanningPage
from app.ui.planning.reorder import ORDER
from app.ui.widgets.dialog import Dialog
from tests.life import NOW, add_product, fresh, level
from tests.ui.channels.world import Program, nameless

ENTER = Qt.Key.Key_Return


@pytest.fixture
def db(tmp_path):
    opened = fresh(tmp_path)
    with transaction(opened):
        suppliers.add(opened, Terms(name="Fern Pottery", days=8, pack=6), now=NOW)
    for sku, on_hand in (("MUG", 4), ("TILE", 2), ("VASE", 90)):
        number = add_product(opened, sku, on_hand)
        with transaction(opened):
            settings.put(opened, settings.REORDER_POINT, 10, product=number, now=NOW)
    return opened


@pytest.fixture
def page(db, theme, qtbot):
    bridge = Bridge(db, Program(db).lend())
    made = PlanningPage(bridge, theme)
    bridge.changed.connect(made.on_changed)
    bridge.changed.connect(lambda _changes: made.delivering.read())
    bridge.setParent(made)
    qtbot.addWidget(made)
    made.resize(1260, 844)
    made.undone = []
    made.undoable.connect(lambda said, undo: made.undone.append((said, undo)))
    made.show()
    made.shown()
    yield made
    bridge.close()


def number(db, sku):
    return catalog.product_id(db, sku)


def expect(db, sku, pieces, **more):
    one = Ordered(supplier="Fern Pottery", product=number(db, sku), pieces=pieces, **more)
    deliveries.order(db, [one], batch=f"o/{sku}", now=NOW)


def cells(table):
    model = table.model()
    return [[model.index(row, at).data() for at in range(model.columnCount())] for row in range(model.rowCount())]


def test_the_list_says_from_whom_how_much_and_by_when(page, db):
    assert cells(page.reorder.table) == [
        ["", "TILE", "Tile", "Nobody named", 2, 10, None, 8, None, "Today"],
        ["", "MUG", "Mug", "Nobody named", 4, 10, None, 6, None, "Today"],
    ]
    expect(db, "MUG", 24, due_on=date(2026, 5, 22), confirmed_by="Hanna")
    page.delivering.read()
    assert cells(page.reorder.table)[1][3:] == ["Fern Pottery", 4, 10, 24, 0, None, "Due Fri 22 May"]
    assert page.lists.note.text() == "2 at or under their points, 1 already ordered"
    assert page.lists.total.text() == "8 pieces"
    assert not nameless(page)


def test_how_much_to_order_is_typed_over_and_taken_out_by_a_tick(page, qtbot):
    table = page.reorder.table
    assert table.currentIndex().column() == ORDER
    table.model().setData(table.currentIndex(), "30", Qt.ItemDataRole.EditRole)
    assert page.lists.total.text() == "36 pieces"
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert page.lists.total.text() == "6 pieces"
    page.reorder.copy_list()
    assert QGuiApplication.clipboard().text() == "MUG\tMug\t6"
    assert not table.model().setData(table.currentIndex(), "x", Qt.ItemDataRole.EditRole)


def test_orders_are_drafted_saved_and_marked_as_ordered_with_one_undo(page, db, tmp_path, monkeypatch):
    deliveries.come_from(db, {number(db, "MUG"): "Fern Pottery"}, now=NOW)
    page.delivering.read()
    page.delivering.do("order")
    dialog = page.delivering.dialog
    assert [(one.supplier, one.pieces) for one in dialog.drafts()] == [("Fern Pottery", 6), ("", 8)]
    dialog.copy_one()
    assert QGuiApplication.clipboard().text() == "6 × Mug (MUG)"
    for name, save in (("o.pdf", dialog.save_pdf), ("o.csv", dialog.save_csv)):
        path = str(tmp_path / name)
        monkeypatch.setattr(
            "app.ui.planning.order_dialog.QFileDialog.getSaveFileName", lambda *_, path=path: (path, "")
        )
        save()
    asked = []
    monkeypatch.setattr(printing, "ask_printer", lambda _parent, title, _pages: asked.append(title))
    dialog.print.click()
    assert asked == [dialog._paper().title]
    assert (tmp_path / "o.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "o.csv").read_text(encoding="utf-8-sig").splitlines()[1] == "Fern Pottery,MUG,Mug,6"
    dialog.accept()
    assert dialog.who.error(), "somebody has to deliver the tiles"
    dialog.who.set_text("Own kiln")
    dialog.accept()
    assert stored.on_order(db) == {number(db, "MUG"): 6, number(db, "TILE"): 8}
    assert [one.due_on for one in stored.expected(db)] == [date(2026, 5, 22), None]
    said, undo = page.undone[-1]
    assert said == "14 pieces are on order"
    undo()
    assert stored.on_order(db) == {}


def test_a_delivery_is_expected_in_one_dialog(page, db):
    page.delivering.do("expect")
    dialog = page.delivering.dialog
    assert dialog.search.sku() == "TILE", "the product that the keyboard is on"
    dialog.accept()
    assert dialog.who.error()
    assert dialog.pieces.error() == "Type a number."
    dialog.who.set_text("Fern Pottery")
    dialog.pieces.set_text("24")
    dialog.ordered.set_text("2026-05-10")
    dialog.due.set_text("soon")
    dialog.by.set_text("Hanna")
    dialog.accept()
    assert dialog.due.error() == "Type a date, such as 2026-05-22."
    dialog.due.set_text("22.5.2026")
    dialog.accept()
    (one,) = stored.expected(db)
    assert (one.sku, one.pieces, one.due_on, one.confirmed_by) == ("TILE", 24, date(2026, 5, 22), "Hanna")
    assert one.ordered_at.astimezone().date() == date(2026, 5, 10)
    page.lists.show_list(1)
    assert cells(page.lists.way.table)[0][:6] == ["Due Fri 22 May", "TILE", "Tile", "Fern Pottery", 24, 24]


def test_another_date_can_be_undone_and_what_will_not_come_too(page, db):
    expect(db, "MUG", 24, due_on=date(2026, 5, 22), confirmed_by="Hanna")
    page.delivering.read()
    page.lists.show_list(1)
    page.delivering.do("date")
    page.delivering.dialog.due.set_text("2026-05-28")
    page.delivering.dialog.accept()
    assert stored.expected(db)[0].confirmed_by == ""
    page.undone[-1][1]()
    assert (stored.expected(db)[0].due_on, stored.expected(db)[0].confirmed_by) == (date(2026, 5, 22), "Hanna")
    page.delivering.do("drop")
    assert stored.expected(db) == []
    page.undone[-1][1]()
    assert len(stored.expected(db)) == 1


def test_a_parcel_is_scanned_posted_and_undone(page, db, qtbot):
    expect(db, "MUG", 24)
    page.delivering.read()
    page.delivering.do("receive")
    dialog = page.delivering.dialog
    dialog.tones.on = False
    assert not nameless(dialog)
    dialog.field.scanned.emit(Scanned("nothing of ours"))
    assert dialog.said.text() == "nothing of ours is not in your shop."
    assert not dialog.name.isHidden()
    dialog.field.scanned.emit(Scanned("MUG"))
    qtbot.keyClick(dialog.field, Qt.Key.Key_9)
    qtbot.keyClick(dialog.field, ENTER)
    assert dialog.said.text() == "Mug: 9 of 24"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Plus)
    qtbot.keyClick(dialog, Qt.Key.Key_F7)
    assert cells(dialog.table) == [["MUG", "Mug", 24, 9, 1, "14 to come"]]
    dialog.accept()
    assert level(db, "MUG") == (13, 0)
    said, undo = page.undone[-1]
    assert said == "Fern Pottery: 9 pieces received, 1 damaged"
    undo()
    assert (level(db, "MUG"), stored.on_order(db)) == ((4, 0), {number(db, "MUG"): 24})


def test_more_than_was_ordered_is_asked_about_also_from_who_delivers_no_more(page, db):
    expect(db, "MUG", 6)
    deliveries.drop_supplier(db, suppliers.named(db, "Fern Pottery"), now=NOW)
    page.delivering.do("receive")
    dialog = page.delivering.dialog
    dialog.tones.on = False
    dialog.field.scanned.emit(Scanned("MUG", 8))
    dialog.accept()
    asked = next(one for one in dialog.findChildren(Dialog) if one.isVisible())
    assert level(db, "MUG") == (4, 0)
    asked.accept()
    assert level(db, "MUG") == (12, 0)


def test_a_supplier_is_added_changed_and_taken_back(page, db):
    page.delivering.do("supplier")
    dialog = page.delivering.dialog
    dialog.days.set_text("many")
    dialog.pack.set_text("0")
    dialog.accept()
    assert dialog.name.error()
    assert dialog.days.error()
    assert dialog.pack.error()
    dialog.name.set_text("Own kiln")
    dialog.days.set_text("7")
    dialog.pack.set_text("4")
    dialog.own.setChecked(True)
    dialog.accept()
    page.lists.show_list(2)
    assert [row[:3] for row in cells(page.lists.suppliers.table)] == [
        ["Fern Pottery", "Bought in", "8"], ["Own kiln", "Own production", "7"],
    ]  # fmt: skip
    page.lists.suppliers.table.select_row(0)
    page.delivering.do("terms")
    page.delivering.dialog.days.set_text("")
    page.delivering.dialog.accept()
    assert suppliers.suppliers(db)[0].terms.days is None
    page.undone[-1][1]()
    assert suppliers.suppliers(db)[0].terms.days == 8


def test_a_name_that_is_taken_is_refused_calmly(page):
    told: list[Text] = []
    page.bridge.trouble.connect(lambda error: told.append(error.title))
    page.delivering.do("supplier")
    page.delivering.dialog.name.set_text("fern pottery")
    page.delivering.dialog.accept()
    assert told


def test_how_long_an_order_lasts_and_packs_of_a_product_are_the_sellers_own(page, db):
    page.lists.cover.setCurrentIndex(page.lists.cover.findData(60))
    page.lists.cover.activated.emit(0)
    assert suppliers.cover_days(db) == 60
    page.undone[-1][1]()
    assert suppliers.cover_days(db) == 30
    page.delivering.do("from")
    dialog = page.delivering.dialog
    dialog.pack.set_text("0")
    dialog.accept()
    assert dialog.pack.error()
    dialog.pack.set_text("5")
    dialog.who.set_text("Fern Pottery")
    dialog.accept()
    assert cells(page.reorder.table)[0][3] == "Fern Pottery"
    assert cells(page.reorder.table)[0][7] == 10
    page.undone[-2][1]()
    assert cells(page.reorder.table)[0][7] == 12, "as its supplier packs it"
