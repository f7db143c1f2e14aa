"""A count at work with larger text in a small window: nothing lies over anything else, and what counts is seen."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QTableView, QWidget

from app.ui.count.current import Digits
from app.ui.count.narrow import Snug
from app.ui.shell.header import PageHeader
from app.ui.widgets.glyphs import Glyph
from tests.ui.count.conftest import EAN
from tests.ui.count.test_page import begun, close, scan, typing
from tests.ui.shell.checks import cut, outside


def overlapping(top: QWidget) -> list[tuple[str, str]]:
    """Siblings that lie over each other."""
    parts = [one for one in top.findChildren(QWidget) if one.isVisible() and _says(one) and not _in_view(one)]
    return [
        (_name(one), _name(two))
        for at, one in enumerate(parts)
        for two in parts[at + 1 :]
        if one.parentWidget() is two.parentWidget() and one.geometry().intersects(two.geometry())
    ]


def _says(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton | QTableView | Snug)


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()}"


def _in_view(widget: QWidget) -> bool:
    return isinstance(widget.parentWidget(), QTableView) or (
        isinstance(widget.parentWidget(), QAbstractScrollArea) and not isinstance(widget.parentWidget(), Snug)
    )


def settled(page):
    for _ in range(4):
        QApplication.processEvents()


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1228, 742)), (1.5, (1200, 720))])
def test_nothing_lies_over_anything_while_counting_recounting_and_reviewing(page, qtbot, theme, scale, size):
    theme.set_text_scale(scale)
    page.resize(*size)
    begun(page)
    for sku, pieces in (("MUG", "5"), ("TILE", "8")):
        scan(page, EAN[sku])
        typing(page, f"{pieces}\r")
    looked = {"counting": _wrong(page)}
    close(page, qtbot)
    looked["recount"] = _wrong(page)
    figure, field = page.session.current.figure, page.session.field
    seen = figure.mapTo(page, QPoint(0, 0)).y() + figure.height()
    assert field.isVisible()
    assert seen <= page.session.last.mapTo(page, QPoint(0, 0)).y(), "the number is seen whole"
    typing(page, "5\r")
    page.close_shelf()
    looked["review"] = _wrong(page)
    assert not page.review.post.visibleRegion().isEmpty()
    assert looked == {"counting": [], "recount": [], "review": []}


def _wrong(page) -> list[object]:
    settled(page)
    return [*overlapping(page), *cut(page), *outside(page)]


def test_where_there_is_little_room_a_product_is_told_by_its_name_and_keeps_its_state(page, theme):
    begun(page)
    scan(page, EAN["MUG"])
    table, fields = page.session.shelf.table, page.session.shelf._fields()
    assert not table.isColumnHidden(0)
    theme.set_text_scale(1.5)
    page.resize(1200, 720)
    settled(page)
    line = page.session.shelf._model.rows[0]
    assert table.isColumnHidden(0)
    assert (fields[1].words(line), fields[1].glyph(line)) == ("Mug", Glyph.DONE)


def test_a_shorter_title_brings_the_sentence_beside_it_back(theme, qtbot):
    header = PageHeader("Count", "Counting does not stop selling.")
    qtbot.addWidget(header)
    header.resize(900, 60)
    header.show()
    settled(header)
    before = header._note.x()
    header.say("Everything on every shelf", "Shelf A")
    header.say("Count", "Counting does not stop selling.")
    settled(header)
    assert header._note.x() == before


def test_a_long_number_is_written_smaller_and_a_dash_too(theme, qtbot):
    digits = Digits("", "count", tabular=True)
    qtbot.addWidget(digits)
    sizes = {}
    for words in ("–", "12", "9999", "19,998"):
        digits.setText(words)
        sizes[words] = digits.font().pixelSize()
    assert sizes["12"] == sizes["9999"] == theme.tokens.type["count"].size
    assert sizes["–"] < sizes["19,998"] < sizes["9999"]
    assert digits.sizeHint().width() < 3.2 * sizes["12"]
