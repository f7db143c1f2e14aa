"""Before your next sale, by keyboard: a promotion is planned, begun and ended, and a rush is rehearsed."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.core.rehearsal import Assumed, Moment, Oversold, Plan, Report, ShopFound, Spread, Step
from app.core.text import N_, NN_
from app.errors import StoreError
from app.store import promotions, rehearsals, settings, today
from app.store.database import transaction
from app.store.promotions import Planned
from app.ui.bridge import Bridge, RehearsalLent
from app.ui.planning import before_sale, promotion_acts, rehearse_words
from app.ui.planning.page import PlanningPage
from app.ui.today.sources import sale_lines
from app.ui.widgets.glyphs import Glyph
from tests.life import NOW, add_product, fresh
from tests.ui.channels.world import Program, nameless

ENTER = Qt.Key.Key_Return
SHOP = ShopFound(
    name="Etsy", letter="E", orders=9, heard=Spread(count=9, half_s=20, most_s=58, longest_s=60),
    told=Spread(count=20, half_s=2, most_s=9, longest_s=80, late=2), calls=300, waits=1, used=2400, limit=10_000,
    unit="calls",
)  # fmt: skip
MUG = Oversold(
    sku="MUG", title="Mug", pieces=2, cause="late", why=(NN_("heard after {n} second", "heard after {n} seconds", 58),),
    prevented=(("held", 2), ("poll", 0)),
    timeline=(Moment(at_s=-3, what="sold", place="Etsy", pieces=2, order="7"),
              Moment(at_s=75, what="over", place="Shopify", pieces=2, order="#8")),
)  # fmt: skip
REPORT = Report(
    began_at=NOW, plan=Plan(seed=1, rates=(100, 200), held=1), products=84, listings=168, left_out=3,
    assumed=(Assumed(shop="Etsy", answers=500, hooks=0, by_hook=False, limit=10_000),),
    steps=(
        Step(rate=100, buyers=100, orders=99, pieces=99, turned_away=1, unheard=0, shops=(SHOP,)),
        Step(rate=200, buyers=200, orders=180, pieces=190, turned_away=20, unheard=0, shops=(SHOP,), oversold=(MUG,)),
    ),
)  # fmt: skip


class Rehearsals:
    """Plays nothing: what it was asked, and when it is let go."""

    def __init__(self, db):
        self.db, self.asked, self.go, self.error = db, [], threading.Event(), None

    def run(self, plan, tell):
        self.asked.append(plan)
        tell(1, 0.5)
        assert self.go.wait(10)
        if self.error is not None:
            raise self.error
        return REPORT

    def stop(self):
        self.error = StoreError(N_("Stopped."), N_("Nothing is kept."))
        self.go.set()


@pytest.fixture
def db(tmp_path):
    opened = fresh(tmp_path)
    add_product(opened, "MUG", 9)
    return opened


@pytest.fixture
def page(db, theme, qtbot):
    played = Rehearsals(db)
    lent = replace(Program(db).lend(), rehearsing=RehearsalLent(run=played.run, stop=played.stop))
    made = PlanningPage(Bridge(db, lent), theme)
    made.played = played
    made.bridge.setParent(made)
    qtbot.addWidget(made)
    made.resize(1260, 844)
    made.show()
    made.shown()
    yield made
    made.bridge.close()


def notes(page):
    return [row.accessibleName() for row in page.before.rows.values()]


def test_a_promotion_is_planned_begun_and_ended(page, db, qtbot):
    assert page.before.name.text() == "No promotion is planned."
    page.before.plan.setFocus()
    qtbot.keyClick(page.before.plan, Qt.Key.Key_Space)
    dialog = page.promoting.dialog
    assert not nameless(dialog)
    qtbot.keyClicks(dialog.name.edit, "Bank holiday sale")
    dialog.first.set_text("2026-05-23")
    dialog.last.set_text("2026-05-22")
    qtbot.keyClick(dialog.yes, ENTER)
    assert dialog.last.error() == "That is before the first day."
    dialog.last.set_text("2026-05-25")
    dialog.held.set_text("2")
    qtbot.keyClick(dialog.yes, ENTER)
    assert page.before.name.text() == "Bank holiday sale"
    assert page.before.when.text() == "Sat 23 May, in 9 days"
    assert notes(page)[0] == "Send and compare everything: Do this by Fri 22 May, takes 5 min"
    assert notes(page)[3] == "Rehearsal: None yet. Do it by Fri 22 May, takes a minute"
    qtbot.keyClick(page.before.begin, Qt.Key.Key_Space)
    assert page.promoting.dialog.focusWidget() is page.promoting.dialog.no
    qtbot.keyClick(page.promoting.dialog.yes, ENTER)
    assert settings.get(db, settings.PROMOTION_HELD) == 2
    assert "2 more held back everywhere" in page.before.mode.text()
    qtbot.keyClick(page.before.end, Qt.Key.Key_Space)
    assert settings.get(db, settings.PROMOTION_HELD) is None
    assert not page.before.mode.isVisible()


def test_a_row_leads_to_its_check(page, qtbot):
    with qtbot.waitSignal(page.go) as gone:
        qtbot.keyClick(page.before.rows[before_sale.CHECK], ENTER)
    assert gone.args == ["channels", "check"]


def test_a_rush_is_rehearsed_in_the_background_and_its_report_copied(page, db, qtbot):
    page.before.rehearse.click()
    dialog = page.promoting.dialog
    assert not nameless(dialog)
    dialog.paces[10].setChecked(False)
    dialog.held.set_text("1")
    qtbot.keyClick(dialog.yes, ENTER)
    assert dialog.focusWidget() is dialog.stop
    assert not dialog.yes.isEnabled()
    qtbot.waitUntil(lambda: dialog.far.text() == "100 buyers an hour, 50 % of all")
    (plan,) = page.played.asked
    assert (plan.rates, plan.held) == ((50, 100, 200), 1)
    with transaction(db):
        rehearsals.keep(db, REPORT)
    page.played.go.set()
    qtbot.waitUntil(dialog.table.isVisible)
    assert dialog.verdict.text() == "2 pieces would have been oversold at 200 buyers an hour."
    assert dialog.focusWidget() is dialog.table
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    for said in ("Cause: Late data. heard after 58 seconds", "1:15  Plimsoll heard of order #8 at Shopify",
                 "−0:03  Etsy sold 2 (order 7)", "One more piece held back: would have prevented it",
                 "2,400 of 10,000 used", "does not test your shop’s server"):  # fmt: skip
        assert said in copied, copied
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert notes(page)[3].startswith("Rehearsal: ")
    assert "200 buyers an hour, 2 oversold" in notes(page)[3]


def test_stopping_leaves_nothing_and_closing_stops(page, db, qtbot):
    page.before.rehearse.click()
    dialog = page.promoting.dialog
    dialog.accept()
    qtbot.waitUntil(lambda: bool(page.played.asked))
    dialog.stop.click()
    qtbot.waitUntil(lambda: dialog.verdict.text() == "Stopped. Nothing of it is kept.")
    assert dialog.yes.isEnabled()
    assert rehearsals.kept(db) == []


def test_today_says_what_is_still_to_be_done(db):
    planned = Planned(name="Sale", first_at=NOW + timedelta(days=9), last_at=NOW + timedelta(days=11))
    sale = promotions_on_today(db, planned, NOW)
    assert [glyph for glyph, _, _ in sale] == [Glyph.OPEN, Glyph.LOOK, Glyph.LOOK]
    assert sale[1][2] == "Rehearse it: no rehearsal in the last 30 days"
    assert promotions_on_today(db, planned, NOW - timedelta(days=10)) == []


def promotions_on_today(db, planned, now):
    if promotions.coming(db, now=now) is None:
        with transaction(db):
            promotions.add(db, planned, now=now)
    return sale_lines(today.sale(db, now=now), now)


def test_the_verdict_of_a_good_one():
    assert rehearse_words.verdict(replace(REPORT, steps=REPORT.steps[:1])) == (
        "Nothing would have been sold twice, at up to 100 buyers an hour."
    )


def test_planning_and_calling_off_are_taken_back_by_one_press(page, db):
    undone = []
    page.undoable.connect(lambda said, undo: undone.append((said, undo)))
    first, last = NOW + timedelta(days=9), NOW + timedelta(days=12)
    page.promoting._do(promotion_acts.plan, Planned(name="Sale", first_at=first, last_at=last), [])
    page.promoting.call_off()
    assert promotions.coming(db, now=NOW) is None
    assert undone[-1][0] == "Sale is called off"
    undone[-1][1]()
    assert promotions.coming(db, now=NOW).planned.name == "Sale"
    page.promoting.call_off()
    page.promoting.plan()
    dialog = page.promoting.dialog
    for field, text in ((dialog.name, "Spring"), (dialog.first, "2026-06-01"), (dialog.last, "2026-06-02")):
        field.set_text(text)
    dialog.accept()
    assert undone[-1][0] == "Spring is planned"
    undone[-1][1]()
    assert promotions.coming(db, now=NOW) is None


def test_tab_reaches_every_check_and_every_button(page, qtbot):
    pane, reached = page.before, []
    page.show_product("MUG")
    page.keep.setFocus()
    for _ in range(8):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        reached.append(page.window().focusWidget())
    assert reached[:6] == [*pane.rows.values(), pane.plan, pane.rehearse]
    assert reached[6] not in pane.findChildren(type(pane.plan)), "then the lists"
