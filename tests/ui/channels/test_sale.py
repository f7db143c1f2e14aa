"""Sales at a place kept by hand: entered one after the other, checked, undone, and taken back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, Qt

from app.core.changes import Changes
from app.store import health, incidents, shops
from app.store.database import transaction
from app.ui.channels.sale import SaleDialog, pieces_of
from app.ui.theme import Scheme
from tests.life import NOW, add_product, level
from tests.ui.channels.world import dialog, nameless, told
from tests.ui.pseudo import spoken_pseudo, untranslated

ENTER, SPACE, ESC, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Down


@pytest.fixture
def stall(db):
    with transaction(db):
        number = shops.add(db, channel="stall", name="Market stall", letter="M", now=NOW - timedelta(days=9))
    for sku, on_hand in (("MUG", 5), ("TILE", 2), ("UNCOUNTED", None)):
        add_product(db, sku, on_hand)
    return shops.shop(db, number)


def entering(page, stall):
    page.overview.table.button(stall.id).click()
    found = dialog(page)
    assert isinstance(found, SaleDialog)
    return found


def enter(sale, qtbot, words, pieces=""):
    qtbot.keyClicks(sale.search.field, words)
    qtbot.keyClick(sale.search.field, ENTER)
    qtbot.keyClick(sale.search.table, ENTER)
    if pieces:
        qtbot.keyClicks(sale.pieces.edit, pieces)
    qtbot.keyClick(sale.pieces.edit, ENTER)


def test_a_sale_is_entered_by_keyboard_and_the_next_follows(opened, db, stall, qtbot):
    page = opened()
    sale = entering(page, stall)
    assert sale.search.field.hasFocus()
    assert not sale.yes.isEnabled(), "the first product of all is nobody's choice"
    offered = []
    page.undoable.connect(lambda sentence, undo: offered.append((sentence, undo)))
    enter(sale, qtbot, "mug", "2")
    assert level(db, "MUG") == (3, 0)
    assert sale.said.text() == "2 Mug sold at Market stall. 3 are available now."
    assert sale.isVisible()
    assert sale.search.field.hasFocus()
    assert (sale.search.field.text(), sale.pieces.text()) == ("", "1")
    assert not sale.yes.isEnabled()
    enter(sale, qtbot, "tile")
    assert level(db, "TILE") == (1, 0)
    assert [sentence for sentence, _ in offered] == ["2 Mug sold at Market stall", "1 Tile sold at Market stall"]
    offered[0][1]()
    assert (level(db, "MUG"), level(db, "TILE")) == ((5, 0), (1, 0))
    qtbot.keyClick(sale.search.field, ESC)
    assert not sale.isVisible()


@pytest.mark.parametrize("typed", ["", "0", "-1", "x", "1.5", "99999999"])
def test_a_wrong_number_is_said_under_its_field_and_stays(opened, db, stall, qtbot, typed):
    sale = entering(opened(), stall)
    sale.search.look("mug")
    sale.pieces.set_text(typed)
    sale.accept()
    assert sale.pieces.error() == "Type how many were sold: 1 or more."
    assert sale.pieces.text() == typed
    assert sale.pieces.edit.hasFocus()
    assert level(db, "MUG") == (5, 0)
    assert pieces_of(typed) is None


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("yesterday", "Type a day and a time, for example "),
        ("15/05/2026 10:00", "That is still to come."),
        ("01/05/2026 10:00", "This place was added "),
        ("14/05/26 10:00", "Type a day and a time, for example "),
    ],
)
def test_a_wrong_moment_is_said_under_its_field_and_stays(opened, db, stall, typed, error):
    sale = entering(opened(), stall)
    sale.search.look("mug")
    sale.sold_at.set_text(typed)
    sale.accept()
    assert sale.sold_at.error().startswith(error)
    assert sale.sold_at.text() == typed
    assert sale.sold_at.edit.hasFocus()
    assert level(db, "MUG") == (5, 0)
    sale.sold_at.set_text("09/05/2026 12:30")
    sale.accept()
    assert sale.sold_at.error() == ""
    assert level(db, "MUG") == (4, 0)
    (found,) = health.hand_sales(db, stall.id)
    assert found.sold_at.astimezone().strftime("%d %H:%M") == "09 12:30"
    assert sale.sold_at.text() == "09/05/2026 12:30", "the next sale was on the same day"


def test_the_moment_is_written_as_the_seller_writes_it_with_the_whole_year(opened, stall, theme):
    QLocale.setDefault(QLocale("en_US"))
    sale = entering(opened(), stall)
    assert sale.sold_at.text().startswith("5/14/2026 ")


def test_a_sale_now_is_never_in_the_future_nor_before_the_place_was_added(opened, db, program, qtbot):
    added = NOW + timedelta(milliseconds=700)
    program.now = added
    with transaction(db):
        number = shops.add(db, channel="stall", name="Market stall", letter="M", now=added)
    add_product(db, "MUG", 5)
    stall = shops.shop(db, number)
    sale = entering(opened(), stall)
    enter(sale, qtbot, "mug")
    assert level(db, "MUG") == (4, 0), "a sale before the place was added would book nothing"


def test_selling_more_than_there_is_says_so(opened, db, stall, qtbot):
    sale = entering(opened(), stall)
    enter(sale, qtbot, "tile", "5")
    assert sale.said.text() == "5 Tile sold at Market stall. It is oversold by 3 now."
    assert [incident.sku for incident in incidents.incidents(db)] == ["TILE"]


def test_a_product_without_a_number_can_be_sold_and_asks_to_be_counted(opened, stall, qtbot):
    sale = entering(opened(), stall)
    enter(sale, qtbot, "uncounted")
    assert sale.said.text().endswith("It has no first number yet: count it when you can.")


def test_a_product_that_is_not_there_cannot_be_sold(opened, stall, qtbot):
    sale = entering(opened(), stall)
    qtbot.keyClicks(sale.search.field, "spekled")
    sale.search.look("spekled")
    assert not sale.yes.isEnabled()
    sale.accept()
    assert sale.search.field.text() == "spekled"
    assert sale.search.field.hasFocus()


def test_sales_are_listed_and_one_can_be_taken_back(opened, db, stall, qtbot):
    page = opened()
    sale = entering(page, stall)
    enter(sale, qtbot, "mug", "2")
    sale.reject()
    page._soon.now()
    sales = page.overview.detail.panes.pane("sales")
    model = sales.table.model()
    assert [model.index(0, at).data() for at in range(1, 5)] == ["MUG", "Mug", 2, ""]
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(": 2 Mug, MUG.")
    sales.back.click()
    asked = dialog(page)
    assert asked.accessibleDescription() == "2 Mug return to your stock, and every channel is told."
    qtbot.keyClick(asked, ESC)
    assert level(db, "MUG") == (3, 0)
    sales.back.click()
    qtbot.keyClick(dialog(page), ENTER)
    assert level(db, "MUG") == (5, 0)
    told(page, Changes(shops=frozenset({stall.id})))
    assert model.index(0, 4).data() == "Taken back"
    assert not sales.back.isEnabled()


def test_every_control_has_a_name_and_all_words_are_translated(opened, stall, qapp):
    with spoken_pseudo(qapp):
        page = opened()
        sale = entering(page, stall)
        assert untranslated(sale, ignoring={sale.sold_at.text()}) == []
        sale.reject()
        assert untranslated(page, ignoring={"Market stall"}) == []
    assert nameless(sale) == []


def test_it_fits_in_the_dark_at_150_percent(opened, stall, theme):
    theme.set_scheme(Scheme.DARK)
    theme.set_text_scale(1.5)
    sale = entering(opened(size=(972, 744)), stall)
    sale.search.look("mug")
    sale.pieces.set_text("x")
    sale.accept()
    assert sale.minimumSizeHint().width() <= sale.width() <= 972
