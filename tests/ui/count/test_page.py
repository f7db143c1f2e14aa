"""Counting by keyboard and scanner, from choosing a count to posting a shelf."""

import logging

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView, QToolTip, QWidget

from app.store import count_settings, counts, ledger, places
from app.store.database import connection
from app.ui.count.barcode import CODE
from app.ui.count.scan_field import ScanField
from app.ui.count.tones import Tone
from app.ui.widgets.dialog import Dialog
from tests.life import level
from tests.ui.channels.world import nameless
from tests.ui.count.conftest import EAN, stocked

ENTER, ESC, BACKSPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Backspace
_KEYS = {"\r": ENTER, "\b": BACKSPACE}
_at = [1000.0]


def press(widget, text, gap):
    """Real key events with moments of their own, as the system dates them."""
    for letter in text:
        _at[0] += gap
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, _KEYS.get(letter, ord(letter.upper())), Qt.KeyboardModifier.NoModifier, letter)
            event.setTimestamp(round(_at[0]))
            QApplication.sendEvent(widget, event)


def scan(page, code, at=None):
    _at[0] += 150
    press(at or page.session.field, code + "\r", 5)


def typing(page, text):
    press(page.session.field, text, 120)


def asked(page):
    return next(one for one in page.findChildren(Dialog) if one.isVisible())


def begun(page, kind="full"):
    offer = next(one for one in page.start._kinds_model.rows if one.kind == kind)
    page.begin(offer)
    return page.taking


def figure(page):
    return page.session.current.figure.text()


def close(page, qtbot, *, parcels=False):
    page.close_shelf()
    dialog = asked(page)
    assert dialog.accessibleName() or dialog.yes
    qtbot.keyClick(dialog, ENTER) if parcels else dialog.reject()


def test_counts_are_offered_and_begun_by_keyboard(page, qtbot):
    assert page.start.kinds.hasFocus()
    rows = page.start._kinds_model.rows
    assert [row.name for row in rows if row.due] == ["Rolling month"]
    page.start.kinds.select_row(next(at for at, row in enumerate(rows) if row.kind == "full"))
    qtbot.keyClick(page.start.kinds, ENTER)
    assert page.working
    assert page.session.field.hasFocus()
    assert page.header.title() == "Everything"


def test_scans_count_and_the_next_product_follows(page):
    begun(page)
    for _ in range(3):
        scan(page, EAN["MUG"])
    assert (figure(page), page.session.current.title.text()) == ("3", "Mug")
    scan(page, EAN["TILE"])
    assert (figure(page), page.session.current.title.text()) == ("1", "Tile")


def test_typed_numbers_more_fewer_and_undo(page):
    begun(page)
    scan(page, EAN["MUG"])
    typing(page, "12\r")
    assert figure(page) == "12"
    typing(page, "+")
    typing(page, "+")
    typing(page, "-")
    assert figure(page) == "13"
    typing(page, "\b")
    assert figure(page) == "14"
    typing(page, "5*")
    scan(page, EAN["MUG"])
    assert figure(page) == "19"
    typing(page, "= 0\r")
    assert figure(page) == "0"


def test_two_hundred_scans_at_eight_a_second_through_real_keys_lose_none(page):
    begun(page)
    for _ in range(200):
        _at[0] += 125 - 14 * 2
        press(page.session.field, EAN["MUG"] + "\r", 2)
    assert figure(page) == "200"


def test_a_scan_anywhere_on_the_page_counts(page):
    begun(page)
    table = page.session.shelf.table
    table.setFocus()
    scan(page, EAN["VASE"], at=table)
    assert page.session.current.title.text() == "Vase"
    assert page.session.field.hasFocus()


def test_the_wheel_changes_nothing(page, qtbot):
    begun(page)
    scan(page, EAN["MUG"])
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.session.field, wheel)
    assert figure(page) == "1"


def test_an_unknown_code_is_parked_with_its_question_and_named_later(page, qtbot):
    begun(page)
    scan(page, "4006381333931")
    row = page.session.last._model.rows[0]
    assert page.session.last.table.model().index(0, 1).data() == "4006381333931 is not in your shop"
    page.session.last.table.select_row(0)
    qtbot.keyClick(page.session.last.table, ENTER)
    dialog = asked(page)
    dialog.search.field.setText("MUG")
    dialog.search.look("MUG")
    dialog.yes.click()
    assert counts.line(page.bridge.db, page.taking.session.id, 1).counted == 1
    scan(page, "4006381333931")
    assert figure(page) == "2"
    assert row.code == "4006381333931"


def test_a_count_goes_on_after_the_page_was_left(page, qtbot):
    taking = begun(page)
    scan(page, EAN["MUG"])
    qtbot.keyClick(page.session.field, ESC)
    assert not page.working
    assert page.start.open.hasFocus()
    qtbot.keyClick(page.start.open, ENTER)
    assert page.taking.session.id == taking.session.id
    scan(page, EAN["MUG"])
    assert figure(page) == "2"


def test_too_far_apart_is_counted_again_then_asked_why_and_posted(page, qtbot, db):
    begun(page)
    for sku, pieces in (("MUG", "5"), ("TILE", "8")):
        scan(page, EAN[sku])
        typing(page, f"{pieces}\r")
    close(page, qtbot)
    assert page.session.notice.title.text() == "Please count the Mug once more"
    assert figure(page) == "–", "the first number is hidden"
    typing(page, "5\r")
    page.close_shelf()
    assert page.review.isVisible()
    assert page.review.words.text().startswith("Counted twice, 5 both times.")
    page.review.chips["broken"].click()
    page.review.post.click()
    assert "2 products are posted." in _words(asked(page))
    asked(page).yes.click()
    assert (level(db, "MUG"), level(db, "TILE")) == ((5, 0), (8, 0))
    assert ledger.history(db, "MUG")[0].reason == "broken"


def _words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_posting_can_be_taken_back(page, qtbot, db):
    begun(page)
    undone = []
    page.undoable.connect(lambda sentence, undo: undone.append((sentence, undo)))
    for sku, pieces in (("MUG", "9"), ("TILE", "8")):
        scan(page, EAN[sku])
        typing(page, f"{pieces}\r")
    close(page, qtbot)
    page.reviewing.post()
    asked(page).yes.click()
    assert undone[0][0] == "Shelf A posted: 2 counted, 1 corrected"
    undone[0][1]()
    assert level(db, "MUG") == (10, 0)


def test_a_shelf_with_products_left_is_asked_about_and_nothing_is_posted_for_them(page, qtbot, db):
    begun(page)
    scan(page, EAN["MUG"])
    typing(page, "10\r")
    close(page, qtbot)
    assert "1 product is not counted" in _words(asked(page)) + asked(page).accessibleName() + asked(page).windowTitle()
    asked(page).yes.click()
    page.reviewing.post()
    asked(page).yes.click()
    assert level(db, "TILE") == (8, 0)


def everything_said(root: QWidget) -> list[str]:
    """Every word that anybody could see, hear or hover over."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.statusTip()]
        if isinstance(widget, QLabel | QLineEdit):
            found.append(widget.text())
        if isinstance(widget, ScanField):
            found.append(widget.note())
        if isinstance(widget, QTableView) and widget.model() is not None:
            model = widget.model()
            roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
            cells = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
            found += [str(model.index(*cell).data(role)) for cell in cells for role in roles]
    return [*found, QToolTip.text()]


def test_two_ledgers_look_alike_until_the_shelf_closes(theme, qtbot, tmp_path, caplog):
    """Blindness by comparison: only on hand differs, and nothing that can be seen, heard, read aloud or logged does."""
    from app.ui.bridge import Bridge
    from app.ui.count.page import CountPage
    from tests.life import fresh
    from tests.ui.channels.world import Program

    said, pictures, heard, logged = [], [], [], []
    caplog.set_level(logging.DEBUG)
    for on_hand in (9, 4711):
        folder = tmp_path / str(on_hand)
        folder.mkdir()
        db = fresh(folder)
        for sku in ("MUG", "TILE"):
            stocked(db, sku, on_hand, "Shelf A")
        bridge = Bridge(db, Program(db).lend())
        page = CountPage(bridge, theme)
        tones: list[Tone] = []
        page.tones.play = tones.append
        caplog.clear()
        qtbot.addWidget(page)
        page.resize(1360, 830)
        page.show()
        qtbot.waitExposed(page)
        page.shown()
        begun(page)
        page.session.field._note.stop()
        for code in (EAN["MUG"], EAN["MUG"], "4006381333931", EAN["TILE"]):
            scan(page, code)
        typing(page, "x y z\r")
        said.append(everything_said(asked(page)))
        asked(page).reject()
        typing(page, "3\r")
        typing(page, "\b")
        heard.append(tones)
        logged.append([record.getMessage() for record in caplog.records])
        page.session.field._since.invalidate()
        said.append(everything_said(page))
        page.session.field.clearFocus()
        pictures.append(page.grab().toImage())
        bridge.close()
    assert said[:2] == said[2:]
    assert not any("4711" in words for one in said for words in one)
    assert heard[0] == heard[1] == [Tone.ACCEPTED, Tone.ACCEPTED, Tone.UNKNOWN, Tone.ACCEPTED, Tone.ACCEPTED]
    assert logged[0] == logged[1]
    assert pictures[0] == pictures[1]


def test_everything_has_a_name(page):
    begun(page)
    scan(page, EAN["MUG"])
    assert not nameless(page)


@pytest.mark.parametrize("text", ["x y z", "#1024"])
def test_words_that_mean_no_product_open_a_search(page, text):
    begun(page)
    typing(page, text + "\r")
    assert asked(page).search.isVisible()


def test_a_number_without_a_product_is_said(page):
    begun(page)
    typing(page, "7\r")
    assert page.session.said.text() == "Scan or name a product first."


def test_it_lies_here_too_is_said_while_counting(page, db, shop):
    begun(page)
    page.session._pick_shelf("Shelf B")
    scan(page, EAN["MUG"])
    assert page.session.said.text().endswith("It belongs to another shelf, or nobody asked for it.")
    page.lies_here()
    dialog = asked(page)
    assert dialog.places.text() == "Shelf A, bay 1; Shelf B"
    dialog.accept()
    assert places.of_product(db, shop["MUG"]) == ["Shelf A, bay 1", "Shelf B"]
    assert page.taking.lines[shop["MUG"]].misses == ("Shelf A, bay 1",)
    assert shop["MUG"] in [line.product for line in page.taking.of_shelf("Shelf B")]


def test_chosen_products_are_counted(page, shop):
    page.open((shop["MUG"], shop["VASE"]))
    assert page.header.title() == "2 chosen products"
    assert sorted(line.sku for line in page.taking.lines.values()) == ["MUG", "VASE"]


def test_the_scanner_is_learned_from_three_scans_and_kept(page, db, qtbot):
    page.settings()
    dialog = asked(page)
    dialog.percent.set_text("2.5")
    for _ in range(3):
        press(dialog.samples, f"]C1{CODE}\x1d\r", 3)
    assert dialog.said.text() == "Before a code: “]C1”, after it: “[29]”. Both are left out."
    dialog.guard.set_text("9999")
    dialog.accept()
    assert dialog.isVisible(), "a guard of ten seconds would lose scans"
    dialog.guard.set_text("80")
    dialog.accept()
    assert count_settings.scanner(db).prefix == "]C1"
    assert count_settings.tolerance(db).percent == 2.5
    begun(page)
    scan(page, "]C1" + EAN["MUG"] + "\x1d")
    assert (figure(page), page.session.current.title.text()) == ("1", "Mug")


def test_how_one_counts_and_where_a_product_lies_are_taken_back(page, db, shop):
    undone = []
    page.undoable.connect(lambda words, back: undone.append(back))
    page.settings()
    asked(page).pieces.set_text("5")
    asked(page).guard.set_text("80")
    asked(page).accept()
    begun(page)
    scan(page, EAN["MUG"])
    page.lies_here()
    asked(page).said.emit(["Shelf B"])
    assert (count_settings.tolerance(db).pieces, places.of_product(db, shop["MUG"])) == (5, ["Shelf B"])
    assert page.session.field.keys.scanner.guard_ms == 80
    for back in undone:
        back()
    assert (count_settings.tolerance(db).pieces, places.of_product(db, shop["MUG"])) == (2, ["Shelf A, bay 1"])
    assert page.session.field.keys.scanner.guard_ms == 100


def test_three_scans_that_do_not_agree_teach_nothing(page):
    page.settings()
    dialog = asked(page)
    for code in (CODE, "X" + CODE, CODE):
        press(dialog.samples, code + "\r", 3)
    assert "do not agree" in dialog.said.text()
    assert dialog.scanner.prefix == ""


def test_sounds_off_is_remembered(page, db):
    page.tones.on = True
    page.turn_sounds()
    assert not count_settings.sounds(db)
    assert page.sounds.label() == "Sounds off"


def test_the_tone_comes_after_the_row_is_on_disk(page, db, tmp_path, monkeypatch):
    begun(page)
    other = connection(next(tmp_path.glob("*.db")))
    seen = []
    monkeypatch.setattr(
        page.tones, "play",
        lambda tone: seen.append((tone, other.execute("select count(*) from count_event").fetchone()[0])),
    )  # fmt: skip
    scan(page, EAN["MUG"])
    scan(page, "4006381333931")
    assert seen == [(Tone.ACCEPTED, 1), (Tone.UNKNOWN, 2)]
    other.close()


def test_a_product_is_counted_again_from_the_review(page, qtbot, db, shop):
    begun(page)
    scan(page, EAN["MUG"])
    typing(page, "10\r")
    close(page, qtbot)
    asked(page).yes.click()
    page.review.table.select_row(next(at for at, row in enumerate(page.review._model.rows) if row.facts.sku == "TILE"))
    assert page.review.recount.label() == "Count it"
    page.review.recount.click()
    assert (page.taking.now, page.taking.shelf) == (shop["TILE"], "Shelf A")
    typing(page, "8\r")
    page.close_shelf()
    page.reviewing.post()
    assert "2 products are posted." in _words(asked(page))


def test_a_count_is_ended_for_good_and_what_waits_changes_nothing(page, db):
    begun(page)
    scan(page, EAN["MUG"])
    page.end_count()
    asked(page).yes.click()
    assert not page.working
    assert counts.open_sessions(db) == []
    assert level(db, "MUG") == (10, 0)


def test_quick_keys_without_an_enter_are_shown_and_can_be_edited(page, qtbot):
    begun(page)
    field = page.session.field
    press(field, "MUX", 5)
    qtbot.waitUntil(lambda: field.text() == "MUX")
    press(field, "G", 5)
    qtbot.keyClick(field, BACKSPACE)  # before the letter was drawn
    assert (field.text(), field.keys.text) == ("MUX", "MUX")
    press(field, "\b", 120)
    typing(page, "G\r")
    assert page.session.current.title.text() == "Mug"
