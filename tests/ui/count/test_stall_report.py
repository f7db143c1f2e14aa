"""The paper of a stall day: what is not known yet has no number, and what nothing is known of has no column."""

import pytest

from app import stalls
from app.store import codes, stall_days
from app.ui.count.stall_report import of_day
from tests.life import NOW, add_product, add_shop, fresh, later


@pytest.fixture
def db(tmp_path):
    opened = fresh(tmp_path)
    yield opened
    opened.close()


def parts(db, day):
    return {part.title: part.table for part in of_day(db, stall_days.day(db, day.id), now=later(300)).parts}


def test_what_is_not_known_yet_stays_empty(db, qapp):
    add_product(db, "MUG", 10)
    place = add_shop(db, "stall", "Market stall", "M")
    day = stall_days.day(db, stalls.begin(db, place, now=NOW))
    mug = codes.resolve(db, "MUG")
    stalls.take_along(db, day, mug.product, 4, now=later(1))
    stalls.sell(db, day, mug, 1, now=later(5))
    found = parts(db, day)
    assert found["Product by product"].rows == (("MUG", "Mug", "4", "1", "", ""),)
    assert found["Sales"].heads[-1] == "Pieces", "nothing is known of what it brought"
    assert [row[2:4] for row in found["In the ledger"].rows] == [("−1", "9")]
