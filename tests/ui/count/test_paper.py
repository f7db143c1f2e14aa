"""Sheets and labels are read back by a barcode reader; lists go out and come in, never over later scans."""

from unittest.mock import Mock

import pytest
import zxingcpp
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.core.count_paper import PaperLine, pages, read_back, read_sheet_code, rows_out
from app.sheets.reading import read
from app.store import codes, counts
from app.ui.count import barcode
from app.ui.count import paper as on_paper
from app.ui.count.barcode import Symbol
from app.ui.count.drawing import A4, Brush, Label, LabelSheet, draw_labels, draw_sheet
from app.ui.count.paper import write_labels
from app.ui.papers import printing
from tests.ui.count.test_page import EAN, asked, begun, scan, typing

DOT = 300 / 25.4


def picture(draw):
    image = QImage(round(A4[0] * DOT), round(A4[1] * DOT), QImage.Format.Format_Grayscale8)
    painter = QPainter(image)
    draw(Brush(painter, DOT))
    painter.end()
    return image


def codes_in(image):
    import numpy

    shape = (image.height(), image.bytesPerLine())
    pixels = numpy.frombuffer(image.constBits(), numpy.uint8).reshape(shape)[:, : image.width()]
    return {found.text for found in zxingcpp.read_barcodes(numpy.ascontiguousarray(pixels))}


def paper(number, **more):
    facts = {
        "sku": f"MUG-{number:03d}",
        "title": f"Mug {number}",
        "barcode": "",
        "shelf": "Shelf A",
        "place": "Shelf A, 1",
    }
    return PaperLine(product=number, **(facts | more))


def test_a_printed_sheet_is_read_back_and_says_no_ledger_number(qapp):
    lines = [paper(1, barcode="5060912340118"), paper(2), paper(3, barcode="4006381333931")]
    found = codes_in(picture(lambda brush: draw_sheet(brush, 7, "Weekly top 20", 2, 3, lines)))
    assert found == {"PLIMSOLL-C7-2", "5060912340118", "MUG-002", "4006381333931"}
    assert read_sheet_code("PLIMSOLL-C7-2") == (7, 2)


@pytest.mark.parametrize("sheet", list(LabelSheet))
def test_labels_are_read_back(qapp, sheet):
    labels = [Label("Mug", "MUG-350", "MUG-350"), Label("Jug", "JUG", "4006381333931"), Label("Ü", "ÜTOPF", "ÜTOPF"),
              Label("Long", "A-VERY-LONG-SKU-OF-A-MUG", "A-VERY-LONG-SKU-OF-A-MUG")]  # fmt: skip
    assert codes_in(picture(lambda brush: draw_labels(brush, sheet, labels))) == {one.code for one in labels}


def test_what_is_no_ean_is_not_drawn_as_one():
    assert barcode.best("5060912340118") is Symbol.EAN
    assert barcode.best("5060912340113") is Symbol.CODE128, "its check digit is wrong: an EAN would say another number"
    assert barcode.best("ÜTOPF") is Symbol.QR


def test_each_shelf_begins_on_a_sheet_of_its_own():
    lines = [*(paper(number) for number in range(20)), paper(30, shelf="Shelf B")]
    assert [len(page) for page in pages(lines)] == [18, 2, 1]


def test_sheets_and_labels_are_written(page, tmp_path):
    begun(page)
    assert page.paper.write_sheets(page.taking, tmp_path / "sheets.pdf") == 2
    assert (tmp_path / "sheets.pdf").read_bytes().startswith(b"%PDF")
    assert write_labels(tmp_path / "labels.pdf", LabelSheet.L7160, [Label("Mug", "MUG", "MUG")] * 22) == 2


def test_what_was_written_can_be_printed_by_the_systems_own_dialog(page, tmp_path, monkeypatch):
    begun(page)
    printed = tmp_path / "printed.pdf"
    wanted = []

    def printer(_parent, title, count):
        wanted.append((title, count))
        found = QPrinter()
        found.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        found.setOutputFileName(str(printed))
        return found

    monkeypatch.setattr(printing, "ask_printer", printer)
    monkeypatch.setattr(page.paper, "_ask_path", lambda *_about: tmp_path / "sheets.pdf")
    page.paper.sheets(page.taking)
    assert asked(page).yes.label() == "Print it…"
    asked(page).yes.click()
    assert wanted == [("Everything", 2)]
    assert printed.read_bytes().startswith(b"%PDF")
    printed = tmp_path / "labels-printed.pdf"
    page.paper._labels([Label("Mug", "MUG", "MUG")] * 22, LabelSheet.L7160)
    asked(page).yes.click()
    assert wanted[1:] == [("Barcode labels", 2)]
    assert printed.exists()


def test_a_printer_that_takes_nothing_is_said_and_no_is_no(page, monkeypatch):
    begun(page)
    troubles = []
    page.bridge.trouble.connect(troubles.append)
    monkeypatch.setattr(printing, "ask_printer", lambda *_about: None)
    page.paper.print_sheets(page.taking)
    assert troubles == []
    monkeypatch.setattr(printing, "ask_printer", lambda *_about: QPrinter())
    monkeypatch.setattr(on_paper, "_paint", lambda *_about: False)
    page.paper.print_sheets(page.taking)
    assert [str(error.title) for error in troubles] == ["The printer takes nothing."]


def test_a_sheet_is_keyed_in_from_its_code_on(page, shop):
    taking = begun(page)
    scan(page, f"PLIMSOLL-C{taking.session.id}-1")
    assert page.session.current.title.text() == "Mug"
    typing(page, "9\r")
    typing(page, "\r")
    assert page.session.current.title.text() == "Tile"
    typing(page, "7\r")
    scan(page, f"PLIMSOLL-C{taking.session.id}-2")
    assert page.session.current.title.text() == "Vase"
    assert {line.sku: line.counted for line in taking.lines.values()} == {"MUG": 9, "TILE": 7, "VASE": None}
    scan(page, "PLIMSOLL-C99-1")
    assert page.session.said.text() == "This sheet belongs to a count that is over."


def test_a_list_goes_out_is_filled_in_and_never_goes_over_later_scans(page, shop, tmp_path, db):
    taking = begun(page)
    path = tmp_path / "list.csv"
    assert page.paper.write_list(taking, path) == 3
    (_, heads), *rest = read(path)
    filled = [(1, heads)]
    for row, cells in rest:
        cells = [*cells]
        cells[heads.index("Counted")] = {"MUG": "9", "TILE": "eight", "VASE": ""}[cells[heads.index("SKU")]]
        filled.append((row, cells))
    page.paper.preview(taking, filled)
    dialog = asked(page)
    assert dialog.windowTitle() == "Count 1 row of this list?"
    dialog.yes.click()
    assert counts.line(db, taking.session.id, shop["MUG"]).counted == 9
    assert page.taking.lines[shop["MUG"]].counted == 9
    scan(page, EAN["MUG"])
    (mug, _) = read_back(filled, counts.paper_lines(db, taking.session.id))
    assert (mug.stays, mug.taken) == (True, False)
    page.paper.preview(taking, filled)
    assert not asked(page).yes.isEnabled()


def test_a_list_says_nothing_of_the_ledger_and_takes_no_row_twice():
    lines = [paper(1), paper(2, closed=True)]
    rows = rows_out("Count", lines, 5)
    assert [row[3] for row in rows] == ["SKU", "MUG-001"]
    twice = [
        (1, ["SKU", "Counted"]),
        (2, ["MUG-001", "3"]),
        (3, ["MUG-001", "4"]),
        (4, ["NO", "1"]),
        (5, ["MUG-002", "1"]),
    ]
    found = read_back(twice, lines)
    assert [one.taken for one in found] == [True, False, False, False]


def test_only_products_without_a_barcode_want_labels(db, shop):
    assert codes.without_barcode(db) == []
    from tests.ui.count.conftest import stocked

    stocked(db, "JUG", 3, "Shelf C")
    assert [one.sku for one in codes.without_barcode(db)] == ["JUG"]


@pytest.mark.parametrize(("share", "whole"), [(1.1, True), (0.8, True), (0.5, False)])
def test_long_words_are_made_smaller_before_they_are_cut(qapp, share, whole):
    words, pen = "Oval baking dish with a lid", Mock()
    font = QFont(qapp.font())
    font.setPixelSize(40)
    Brush(pen, 10).words(words, QRectF(0, 0, share * QFontMetricsF(font).horizontalAdvance(words), 60), 4)
    (_, _, drawn), _ = pen.drawText.call_args
    assert (drawn == words) is whole
    assert pen.setFont.call_args.args[0].pixelSize() in {1.1: (40,), 0.8: (31, 32), 0.5: (28,)}[share]
