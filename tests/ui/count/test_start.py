"""Where counts begin: the four audits with their dates, and what Enter on each of them does."""

from datetime import timedelta

import pytest

from app import counting
from app.core.audits import APP_CLOSED, Audit, Standing
from app.core.count_kinds import CountKind
from app.core.counting import Kind, Tolerance
from app.store import season
from app.ui.count import audit_list
from app.ui.planning.lower import UPDATES
from tests.life import NOW
from tests.ui.count.test_page import asked


@pytest.mark.parametrize(
    ("standing", "next_words", "streak", "missed", "progress"),
    [
        (Standing(audit=Audit.WEEKLY), "nothing to check yet", "", "", ""),
        (
            Standing(audit=Audit.WEEKLY, next_at=NOW + timedelta(days=3), last_at=NOW, streak=6, done=13, of=20),
            "Sun 17 May", "6 weeks in a row", "", "13 of 20 counted",
        ),
        (
            Standing(audit=Audit.DAILY, next_at=NOW - timedelta(days=2), missed=2, because=APP_CLOSED, done=1, of=2),
            "Due since Tue 12 May", "", "Missed 2 days: the app was closed", "1 of 2 channels",
        ),
        (Standing(audit=Audit.QUARTERLY, next_at=NOW, streak=1), "Due today", "1 quarter in a row", "", ""),
    ],
)  # fmt: skip
def test_an_audit_in_words(standing, next_words, streak, missed, progress):
    assert audit_list.next_words(standing, NOW) == next_words
    assert audit_list.streak_words(standing) == streak
    assert audit_list.missed_words(standing) == missed
    assert audit_list.progress_words(standing) == progress


def test_the_four_stand_on_the_page_and_lead_to_what_they_are_about(page, db, qtbot):
    assert [row.audit for row in page.start.audits.rows()] == list(Audit)
    page.start.audit.emit(Audit.MONTHLY)
    assert (page.working, page.header.title()) == (True, "Rolling month")
    number = page.taking.session.id
    page.finish_later()
    page.start.audit.emit(Audit.MONTHLY)
    assert page.taking.session.id == number, "the open one goes on"
    page.finish_later()
    with qtbot.waitSignal(page.go) as gone:
        page.start.audit.emit(Audit.DAILY)
    assert gone.args == ["channels", None]


def test_the_season_review_is_kept_once_it_was_looked_through(page, db):
    page.start.audits.table.select_row(3)
    page.start.audits.table.opened.emit(page.start.audits.table.currentIndex())
    dialog = asked(page)
    dialog.yes.click()
    assert season.last_reviewed(db) == page.bridge.now
    assert page.start.audits.rows()[3].streak == 1


def test_after_a_full_count_was_posted_the_floors_are_offered(page, db, shop, qtbot):
    def full_count(batch):
        number, _ = counting.begin(
            db, name="All", kind=CountKind.FULL.value, products=[shop["VASE"]], tolerance=Tolerance(), now=NOW
        )
        counting.put(db, number, shop["VASE"], Kind.SET, 3, shelf="Shelf B", now=NOW)
        if batch:
            assert counting.close(db, number, "Shelf B", now=NOW) == []
            counting.post_shelf(db, number, "Shelf B", batch=batch, now=NOW)
        counting.finish(db, number, now=page.bridge.now)
        page.start.read()

    full_count("")
    assert page.start.full_one.isHidden(), "nothing of it was posted"
    full_count("count/1")
    assert not page.start.full_one.isHidden()
    with qtbot.waitSignal(page.go) as gone:
        page.start.full_one.click()
    assert gone.args == ["planning", UPDATES]
