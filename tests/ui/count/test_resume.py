"""What was left in the middle is asked about at the next start: a count that crashed, or that nobody touched."""

from datetime import timedelta

import pytest

from app import counting, stalls
from app.core.counting import Tolerance
from app.store import count_open, counts, stall_days
from app.ui.count.resume import ResumeDialog
from tests.life import NOW, add_shop

WEEK = timedelta(days=7)


def begun(db, shop, name="Weekly top 20"):
    number, _ = counting.begin(db, name=name, kind="top", products=[shop["MUG"]], tolerance=Tolerance(), now=NOW)
    return number


def asked_about(db, now):
    return [(one.what.name, one.crashed) for one in count_open.left_open(db, now)]


def test_a_count_left_in_order_is_asked_about_after_a_week_a_crashed_one_at_once(db, shop):
    number = begun(db, shop)
    assert asked_about(db, NOW + timedelta(days=1)) == []
    counting.scan(db, number, "MUG", now=NOW + timedelta(days=2))
    assert asked_about(db, NOW + WEEK) == []
    assert asked_about(db, NOW + WEEK + timedelta(days=2)) == [("Weekly top 20", False)]
    count_open.take_in_hand(db, number)
    assert asked_about(db, NOW) == [("Weekly top 20", True)]
    count_open.take_in_hand(db, None)
    assert asked_about(db, NOW) == []


def test_a_stall_day_is_asked_about_the_day_after(db, shop):
    place = add_shop(db, "stall", "Market stall", "M")
    stalls.begin(db, place, now=NOW)
    assert asked_about(db, NOW) == []
    assert asked_about(db, NOW + timedelta(days=1)) == [("Market stall", False)]


def test_the_page_marks_what_is_in_hand(page, db, shop):
    number = begun(db, shop)
    page.go_on(number)
    assert asked_about(db, NOW) == [("Weekly top 20", True)]
    page.finish_later()
    assert asked_about(db, NOW) == []


@pytest.mark.parametrize("press", ["yes", "throw", "no"])
def test_go_on_discard_or_not_now(page, db, shop, press):
    number = begun(db, shop)
    count_open.take_in_hand(db, number)
    dialog = ResumeDialog(page, count_open.left_open(db, NOW), NOW)
    dialog.go_on.connect(page.open)
    dialog.discard.connect(page.discard)
    dialog.open()
    getattr(dialog, press).click()
    assert (page.taking is not None) == (press == "yes")
    if press == "throw":
        from tests.ui.count.test_page import asked

        asked(page).yes.click()
    session = counts.session(db, number)
    assert (session.ended_at is not None) == (press == "throw")
    assert stall_days.open_days(db) == []
