"""The whole incident as a seller goes through it, by keys alone: each goes to the widget that has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.choices import Offer
from app.core.closing import Tick
from app.core.diagnosis_causes import Cause
from app.core.stock import EntryKind
from app.posting import post_adjustment
from app.store import causes, closing, decisions, incidents, letters
from app.store.database import transaction
from app.ui.incidents.page import IncidentsPage
from tests.life import NOW

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(theme, qtbot, world):
    world.shop_sold_at = world.oversold(2)
    made = IncidentsPage(world.bridge, theme)
    world.bridge.changed.connect(made.on_changed)
    qtbot.addWidget(made)
    made.resize(1260, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.shown()
    return made


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def typed(words):
    QTest.keyClicks(QApplication.focusWidget(), words)


def tab_to(widget):
    seen = []
    for _ in range(120):
        seen.append(str(QApplication.focusWidget().accessibleName() or QApplication.focusWidget()))
        if QApplication.focusWidget() is widget:
            return
        press(Qt.Key.Key_Tab)
    pytest.fail(f"Tab does not reach {widget.accessibleName() or widget}: {seen[:30]}")


def go_on(page):
    tab_to(page.work.next)
    press(Qt.Key.Key_Space)


def stop(page, world):
    go_on(page)
    press(Qt.Key.Key_Space)
    world.db.execute("update listing set pause='paused', believed=0, seen=0, seen_at=?", (NOW.isoformat(),))
    world.db.execute("update push set state='acknowledged'")
    page._read()
    assert page.work.stands[0].done


def write_to_both(page, world):
    go_on(page)
    view = page.work.customers
    for words in ("I am truly sorry, I counted wrong.", "Please forgive my careless shelf, this was mine alone."):
        press(Qt.Key.Key_F8)
        typed(words)
        press(Qt.Key.Key_Return, CTRL)
        tab_to(view.answers.buttons[Offer.REFUND])
        press(Qt.Key.Key_Space)
        tab_to(view.list.view)
        press(Qt.Key.Key_Down, CTRL)
    assert page.work.contact.waiting == 0
    assert {one.answer for one in decisions.decided(world.db, 1).values()} == {Offer.REFUND}
    texts = [one.message.words for one in letters.letters(world.db, 1).values()]
    assert len(set(texts)) == 2


def understand(page, world):
    go_on(page)
    step = page.work.happened
    tab_to(step.choices[Cause.LATE])
    press(Qt.Key.Key_Space)
    tab_to(step.agree)
    press(Qt.Key.Key_Space)
    assert causes.confirmed(world.db, 1).cause is Cause.LATE


def fix_and_check(page, world):
    go_on(page)
    fix = page.work.fix
    typed("2")
    press(Qt.Key.Key_Return)
    tab_to(fix.check.days)
    press(Qt.Key.Key_A, CTRL)
    typed("7")
    press(Qt.Key.Key_Return)
    tab_to(fix.closing.lines[Tick.LIMIT].press)
    press(Qt.Key.Key_Space)
    assert fix.closing.reason.text() == "1 tick is still missing"
    with transaction(world.db):
        world.db.execute("update incident_check set state = 'held', ended_at = ?", (NOW.isoformat(),))
    page._read()


def test_stop_write_understand_fix_check_and_close(page, world):
    press(Qt.Key.Key_Return)
    assert page.working, "Enter opens the incident"
    stop(page, world)
    write_to_both(page, world)
    for ref in ("3382914400", "3382914401"):
        world.bridge.changed.emit(world.cancel(world.shop_sold_at, ref))
    understand(page, world)
    fix_and_check(page, world)
    tab_to(page.work.fix.closing.button)
    press(Qt.Key.Key_Space)
    assert incidents.incident(world.db, 1).closed_at is not None
    assert closing.said(world.db, 1)[closing.CLOSED_AS].value == "checked"


def test_covered_after_all_closes_without_a_tick(page, world):
    press(Qt.Key.Key_Return)

    changes = post_adjustment(world.db, "MUG", EntryKind.RECEIVE, 5, reason="delivery", batch="r", now=world.now)
    world.bridge.changed.emit(changes)
    for _ in range(4):
        go_on(page)
    tab_to(page.work.fix.closing.button)
    press(Qt.Key.Key_Space)
    assert closing.said(world.db, 1)[closing.CLOSED_AS].value == "covered/receive"
