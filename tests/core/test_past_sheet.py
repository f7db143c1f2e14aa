"""A sheet of past sales: which columns, which dates, what is left out, and a sentence for everything that is wrong."""

from datetime import date, timedelta, timezone

import pytest

from app.core.past_sheet import Layout, layout, plan
from app.core.text import Text
from app.ui.words import say

TODAY, ZONE = date(2026, 3, 1), timezone(timedelta(hours=1))
PRODUCTS = {"MUG": 1, "TILE": 2, "vase": 3, "Vase": 4}


def read(heads, *rows, today=TODAY):
    where = layout(heads)
    assert isinstance(where, Layout), say(where)
    numbered = list(enumerate(rows, start=2))
    return plan(numbered, where, PRODUCTS, today=today, zone=ZONE)


def sold(found):
    return [(one.product, one.at.astimezone(ZONE).date().isoformat(), one.pieces, one.order) for one in found.sales]


def wrong(found):
    return [(one.row, one.column, say(one.words)) for one in found.wrong]


def test_orders_as_shops_export_them():
    found = read(
        ("Name", "Created at", "Lineitem quantity", "Lineitem sku", "Cancelled at", "Email"),
        ("#1", "2025-11-03 23:30:00 +0100", "2", "mug", "", "a@example.com"),
        ("#1", "", "1", "TILE", "", ""),
        ("#1", "", "1", "MUG", "", ""),
        ("#2", "2025-11-03T23:30:00Z", "1", "MUG", "", ""),
        ("#3", "2025-11-05", "9", "MUG", "2025-11-06", ""),
        ("#4", "2025-11-05", "4", "GONE", "", ""),
        ("#5", "2025-11-05", "1", "", "", ""),
    )
    assert wrong(found) == []
    assert sold(found) == [
        (1, "2025-11-03", 3, "#1"), (2, "2025-11-03", 1, "#1"), (1, "2025-11-04", 1, "#2"),
    ], "lines of one order are one, and the day is the seller's"  # fmt: skip
    assert (found.unknown, found.without, found.cancelled, found.unread) == ({"GONE": 4}, 1, 1, ("Email",))


def test_days_without_orders_are_added_up_and_what_came_back_is_netted():
    rows = (("MUG", "03.11.2025", "2"), ("MUG", "3.11.2025 14:00", "1"), ("MUG", "03.11.2025", "−2"),
            ("TILE", "04.11.2025", "-1"))  # fmt: skip
    assert sold(read(("SKU", "Datum", "Menge"), *rows)) == [(1, "2025-11-03", 1, "")]


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (("03/11/2025", "13/11/2025"), ["2025-11-03", "2025-11-13"]),
        (("11/03/25", "11/13/25"), ["2025-11-03", "2025-11-13"]),
    ],
)
def test_slashes_are_read_as_the_rest_of_the_sheet_shows(dates, days):
    found = read(("SKU", "Date", "Pieces"), *(("MUG", text, "1") for text in dates))
    assert [day for _, day, _, _ in sold(found)] == days


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (("MUG", "03/04/2025", "1"), "Date", "“03/04/2025” can be read in two ways: write it like 2025-11-03"),
        (("MUG", "2025-02-30", "1"), "Date", "“2025-02-30” is no date: write it like 2025-11-03"),
        (("MUG", "yesterday", "1"), "Date", "“yesterday” is no date: write it like 2025-11-03"),
        (("MUG", "2026-03-02", "1"), "Date", "“2026-03-02” is still to come"),
        (("MUG", "", "1"), "Date", "is missing"),
        (("MUG", "2025-02-03", ""), "Pieces", "is missing"),
        (("MUG", "2025-02-03", "two"), "Pieces", "“two” is not a whole number from 0 up"),
        (("MUG", "2025-02-03", "1.000"), "Pieces", None),
        (("VASE", "2025-02-03", "1"), "SKU", "could be vase or Vase"),
    ],
)
def test_what_is_wrong_is_said_by_its_cell(row, column, words):
    found = read(("SKU", "Date", "Pieces"), row)
    if words is None:
        assert sold(found) == [(1, "2025-02-03", 1, "")], "1.000 is one, as in every sheet"
        return
    assert wrong(found) == [(2, column, words)]
    assert not found.sales
    assert not found.unknown


@pytest.mark.parametrize(
    ("heads", "words"),
    [
        (("SKU", "Pieces"), "No column is called Date. The first row must name the columns: SKU, Date, Pieces."),
        (("SKU", "Date", "Quantity", "Qty"), "Two columns say the same thing, one of them is Quantity."),
    ],
)
def test_columns_that_cannot_be_found(heads, words):
    found = layout(heads)
    assert isinstance(found, Text)
    assert say(found) == words
