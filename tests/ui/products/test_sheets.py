"""Import and export of products: the preview, errors, one press, one undo, and the question before a large change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.core.stock import EntryKind
from app.posting import post_adjustment
from app.sheets.reading import read
from app.store import catalog, product_sheet
from app.store.database import transaction
from app.ui.products.import_dialog import ImportDialog
from app.ui.widgets.dialog import Dialog
from tests.life import NOW, add_listing, add_product, add_shop
from tests.ui.pseudo import spoken_pseudo, untranslated


def asked(sheets, qtbot, kind=Dialog):
    window = sheets.parent()
    found = []
    qtbot.waitUntil(lambda: bool(found.extend(one for one in window.findChildren(kind) if one.isVisible()) or found))
    return found[-1]


def previewed(sheets, qtbot, folder, text):
    path = folder / "stock.csv"
    path.write_text(text, encoding="utf-8")
    sheets.preview(path)
    return asked(sheets, qtbot, ImportDialog)


def lines(dialog):
    return [(item.kind, item.row, item.sku, item.words) for item in dialog._model.rows]


@pytest.fixture
def db(world):
    add_product(world.db, "MUG", 7)
    add_product(world.db, "TILE", 3)
    return world.db


def test_the_preview_says_everything_and_writes_nothing(sheets, db, qtbot, tmp_path):
    before = product_sheet.stored(db)
    found = previewed(
        sheets,
        qtbot,
        tmp_path,
        "SKU;Title;Cost;Currency;Floor;On hand;Colour\nMUG;Mug;3,20;GBP;4;9;red\n"
        "NEW;New one;;;;2;\nTILE;;;;;;\nLATER;;;;;;\n",
    )
    assert lines(found) == [
        ("new", 3, "NEW", "New: New one, 2 pieces on hand"),
        ("new", 5, "LATER", "New: LATER, never counted"),
        ("changed", 2, "MUG", "Floor 4 and Cost £3.20"),
        ("kept", 2, "MUG", "On hand stays: a sheet cannot know the newest sale. Count it in Inventory"),
    ]
    assert found.summary.text() == "2 new products, 1 changed, 1 the same as here."
    assert found.unread.text() == "Not read: Colour."
    assert found.yes.label() == "Take 3 products over"
    found.reject()
    assert product_sheet.stored(db) == before


def test_one_press_writes_it_and_one_undo_takes_it_back(sheets, db, qtbot, tmp_path):
    before = product_sheet.stored(db)
    found = previewed(sheets, qtbot, tmp_path, "SKU,Floor\nMUG,4\nNEW,1\n")
    with qtbot.waitSignal(sheets.undoable) as offered:
        found.yes.click()
    assert offered.args[0] == "2 products taken over from stock.csv"
    assert catalog.product_id(db, "NEW") is not None
    offered.args[1]()
    assert product_sheet.stored(db) == before


def test_one_error_and_nothing_can_be_taken_over(sheets, db, qtbot, tmp_path):
    found = previewed(sheets, qtbot, tmp_path, "SKU,Floor\nMUG,4\nTILE,many\n")
    assert lines(found)[0] == ("wrong", 3, "TILE", "Column Floor: “many” is not a whole number from 0 up")
    assert not found.yes.isEnabled()
    qtbot.keyClick(found.table, Qt.Key.Key_Return)
    assert found.isVisible()
    found.filters.toggle("wrong").click()
    assert len(lines(found)) == 1


def test_a_file_that_is_no_sheet_of_products_is_told_calmly(sheets, db, qtbot, tmp_path):
    for name, data in (("a.csv", b"Title,Floor\nMug,1"), ("b.xlsx", b"PK\x03\x04x"), ("c.csv", b"")):
        path = tmp_path / name
        path.write_bytes(data)
        with qtbot.waitSignal(sheets._bridge.trouble) as told:
            sheets.preview(path)
        assert "Nothing was changed." in str(told.args[0].advice)


def test_a_large_change_is_asked_about_with_its_list(sheets, db, qtbot, tmp_path):
    shop = add_shop(db, name="Etsy")
    for number in range(14):
        add_product(db, f"P{number:02}", 5)
        add_listing(db, shop, f"P{number:02}", shows=5)
    text = "SKU,Held back\n" + "".join(f"P{number:02},5\n" for number in range(14))
    found = previewed(sheets, qtbot, tmp_path, text)
    found.yes.click()
    again = next(one for one in found.findChildren(Dialog) if one.isVisible())
    words = [label.text() for label in again.findChildren(type(found.summary))]
    assert "14 listings would show another number, 14 products would show 0. The channels are told at once." in words
    assert any("Etsy, P00: 5 → 0" in one and "and 2 more" in one for one in words)
    assert product_sheet.effects(db, []) == []
    again.reject()
    assert found.isVisible()
    assert db.execute("select count(*) from setting_now where name = 'held_back'").fetchone() == (0,)
    found.yes.click()
    again = next(one for one in found.findChildren(Dialog) if one.isVisible())
    with qtbot.waitSignal(sheets.undoable):
        again.yes.click()
    assert db.execute("select count(*) from setting_now where name = 'held_back'").fetchone() == (14,)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_is_exported_is_imported_again_without_a_change(sheets, db, qtbot, tmp_path, suffix):
    add_shop(db, name="Etsy")
    with transaction(db):
        db.execute("update product set title = '=1+1, \"quoted\"; –', barcode = '0036000291452' where sku = 'MUG'")
        catalog.add_product(db, catalog.Product(sku="-5", title="@home\n two lines "), now=NOW)
    found = previewed(
        sheets, qtbot, tmp_path, "SKU,Cost,Currency,Floor,Held back: Etsy\nMUG,3.25,GBP,2,1\nTILE,500,JPY,,\n"
    )
    with qtbot.waitSignal(sheets.undoable):
        found.yes.click()
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in sheets.parent().findChildren(ImportDialog)))
    path = tmp_path / f"out{suffix}"
    sheets.export(path)
    said = asked(sheets, qtbot)
    assert said.windowTitle() == f"3 products are in out{suffix}"
    said.accept()
    assert [cell for _, row in read(path) for cell in row if cell[:1] in ("=", "+", "-", "@")] == []
    sheets.preview(path)
    again = asked(sheets, qtbot, ImportDialog)
    assert lines(again) == []
    assert again.summary.text() == "0 new products, 0 changed, 3 the same as here."
    assert again.yes.label() == "Nothing to take over"
    assert not again.yes.isEnabled()


def test_the_files_are_asked_for(sheets, db, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), "Text, CSV UTF-8 (*.csv)"))
    sheets.export_products()
    said = asked(sheets, qtbot)
    assert said.windowTitle() == "2 products are in mine.csv"
    said.accept()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "mine.csv"), ""))
    sheets.import_products()
    asked(sheets, qtbot, ImportDialog).reject()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    sheets.import_products()


def test_a_sale_between_export_and_import_is_not_overwritten(sheets, db, qtbot, tmp_path):
    path = tmp_path / "out.csv"
    sheets.export(path)
    asked(sheets, qtbot).accept()
    post_adjustment(db, "MUG", EntryKind.ADJUST, -2, reason="broken", batch="b", now=NOW)
    sheets.preview(path)
    found = asked(sheets, qtbot, ImportDialog)
    assert [line[0] for line in lines(found)] == ["kept"]
    assert not found.yes.isEnabled()


def test_all_words_are_translated_and_rows_are_read_out(sheets, db, qtbot, qapp, tmp_path):
    with spoken_pseudo(qapp):
        found = previewed(sheets, qtbot, tmp_path, "SKU,Floor\nMUG,4\nNEW,x\n")
        assert untranslated(found, ignoring={"MUG", "NEW"}) == []
        found.reject()
    found = previewed(sheets, qtbot, tmp_path, "SKU,Floor\nMUG,4\n")
    said = found._model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Row 2, MUG. Floor 4."
