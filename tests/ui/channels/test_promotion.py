"""Before your next sale: what the view shows of a check, what is to be ticked, the signature, and the text."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.store import promotion, pushes, shops
from app.store.database import transaction
from app.store.moments import stamp
from app.ui.channels.promotion_view import PromotionView
from tests.life import NOW, add_listing, add_product, add_shop
from tests.ui.channels.world import cells, dialog, nameless, shown_words
from tests.ui.pseudo import spoken_pseudo, untranslated


@pytest.fixture
def woo(db):
    shop = add_shop(db, name="WooCommerce")
    for sku in ("CUP", "MUG"):
        add_product(db, sku, 5)
        add_listing(db, shop, sku, shows=5)
    confirmed(db)
    return shop


@pytest.fixture
def view(opened, woo):
    page = opened()
    page.check()
    found = page.stack.currentWidget()
    assert isinstance(found, PromotionView)
    return found


def confirmed(db):
    with transaction(db):
        db.execute("update push set state = 'acknowledged', due_at = null where state != 'refused'")


def read_back(db, program, **shows):
    program.now += timedelta(seconds=30)
    with transaction(db):
        for sku, number in shows.items():
            db.execute(
                "update listing set seen = ?, believed = ?, seen_at = ?, settled = 1 where sku = ?",
                (number, number, stamp(program.now), sku),
            )


def tick_all(view):
    for box in list(view.boxes.values()):
        if not box.isChecked():
            box.click()


def finished(view, db, program, **shows):
    view.begin.click()
    confirmed(db)
    view.read()
    read_back(db, program, **shows)
    view.read()


def test_a_check_is_begun_by_one_press_and_says_what_it_does(view, db):
    assert view.begin.hasFocus()
    assert "What somebody else typed is not overwritten" in " ".join(shown_words(view))
    view.begin.click()
    assert pushes.waiting(db, [1, 2]) == 2
    words = shown_words(view)
    assert "Sending: 0 of 2 confirmed" in words
    assert "Listed once every channel was read back." in words
    assert not view.begin.isVisible()
    assert not view.sign.isEnabled()
    assert "It can be signed once every channel was read back, or is left out." in words, "the reason is to be seen"


def test_progress_goes_from_sending_to_reading_to_the_differences(view, db, program):
    view.begin.click()
    assert view.progress.accessibleDescription() == "0 %"
    confirmed(db)
    view.read()
    assert "Reading back: 0 of 2" in shown_words(view)
    assert view.progress.accessibleDescription() == "50 %"
    read_back(db, program, CUP=5)
    view.read()
    assert "Reading back: 1 of 2" in shown_words(view)
    read_back(db, program, MUG=4)
    view.read()
    assert view.progress.running is False
    assert any(said.startswith("Read back at") for said in shown_words(view))
    assert "1 of 2 numbers is not as it should be." in shown_words(view)
    assert cells(view.differences.table) == [["WooCommerce", "MUG", "Mug", 4, 5, "Differs"]]


def test_it_is_signed_once_everything_is_ticked(view, db, program, woo):
    finished(view, db, program, CUP=5, MUG=5)
    assert "All 2 numbers agree." in shown_words(view)
    assert "3 points of the list are still open." in shown_words(view)
    tick_all(view)
    assert view.sign.isEnabled()
    view.note.set_text("May sale")
    view.sign.click()
    (old,) = promotion.checks(db)
    assert (old.note, old.signed_at) == ("May sale", program.now)
    assert view.begin.isVisible(), "the next one can begin"
    assert len(view.past) == 1
    assert any("signed after 30 s" in said for said in shown_words(view))


def test_a_tick_can_be_taken_back_and_is_kept(view, db, program, woo):
    finished(view, db, program, CUP=5, MUG=5)
    box = view.boxes[woo.id, "writers"]
    box.click()
    assert promotion.open_check(db).ticks.keys() == {(woo.id, "writers")}
    box.click()
    assert promotion.open_check(db).ticks == {}


def test_a_silent_shop_can_be_left_out(view, db, woo, qtbot):
    view.begin.click()
    button = view._rows[woo.id].leave
    assert button.accessibleName() == "Do not wait for WooCommerce"
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert "Left out: not read back" in shown_words(view)
    assert {row.state for row in view.differences.rows} == {"unread"}


def test_a_check_is_found_again_as_far_as_it_came(opened, woo, db, program):
    with transaction(db):
        promotion.begin(db, sends_here=True, now=NOW)
    confirmed(db)
    program.now = NOW + timedelta(minutes=2)
    page = opened()
    page.check()
    found = page.stack.currentWidget()
    assert "Reading back: 0 of 2" in shown_words(found)
    assert any("2 min so far" in said for said in shown_words(found))


def test_stopping_asks_and_keeps_it_without_a_signature(view, db, qtbot):
    view.begin.click()
    view.stop.click()
    asked = dialog(view)
    assert asked.windowTitle() == "Stop this check?"
    asked.accept()
    QApplication.processEvents()
    assert promotion.open_check(db) is None
    assert promotion.checks(db)[0].signed_at is None
    assert "Stopped, not signed." in shown_words(view)


def test_the_text_holds_all_of_it(view, db, program, woo, tmp_path, monkeypatch, qtbot):
    finished(view, db, program, CUP=5, MUG=4)
    view.boxes[0, "people"].click()
    view.copy.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Check before a promotion, 14 May\nBegan ")
    assert "Not signed." in text
    assert "  WooCommerce: Read back at" in text
    assert "  WooCommerce, MUG Mug: shows 4, should be 5. Differs\n" in text
    assert "  [x] Whoever helps me" in text
    assert "  [ ] WooCommerce: no other app" in text
    monkeypatch.setattr(view, "ask_where", lambda: str(tmp_path / "check.txt"))
    view.save.click()
    qtbot.waitUntil((tmp_path / "check.txt").exists)
    qtbot.waitUntil(lambda: (tmp_path / "check.txt").read_text(encoding="utf-8") == text)


def test_a_signed_check_is_saved_as_it_was_signed(view, db, program, tmp_path, monkeypatch, qtbot):
    finished(view, db, program, CUP=5, MUG=4)
    tick_all(view)
    view.sign.click()
    with transaction(db):
        db.execute("update listing set believed = 5")
    monkeypatch.setattr(view, "ask_where", lambda: str(tmp_path / "old.txt"))
    view.past[0].save.click()
    path = tmp_path / "old.txt"
    qtbot.waitUntil(lambda: path.exists() and "shows 4, should be 5" in path.read_text(encoding="utf-8"))
    assert "\nSigned 14 May 2026" in path.read_text(encoding="utf-8")


def test_a_paused_shop_is_only_read_back(opened, woo, db):
    with transaction(db):
        shops.set_mode(db, woo.id, "paused", now=NOW)
    page = opened()
    page.check()
    found = page.stack.currentWidget()
    found.begin.click()
    assert "Reading back: 0 of 2" in shown_words(found)
    assert pushes.waiting(db, [1, 2]) == 0


def test_names_and_words(opened, woo, db, program, qapp):
    with spoken_pseudo(qapp):
        page = opened()
        page.check()
        found = page.stack.currentWidget()
        finished(found, db, program, CUP=5, MUG=4)
        assert untranslated(found, ignoring={"WooCommerce"}) == []
        assert nameless(found) == []


def test_it_is_in_the_menu_and_esc_leaves_it(opened, woo, qtbot):
    page = opened()
    (command,) = [one for one in page.commands() if one.key == "check"]
    assert command.text == "Check before a sale…"
    command.run()
    qtbot.keyClick(page.stack.currentWidget(), Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.overview


def test_nothing_to_compare_is_said(opened, db):
    page = opened()
    page.check()
    found = page.stack.currentWidget()
    found.begin.click()
    assert any(said.startswith("There is nothing to compare") for said in shown_words(found))
