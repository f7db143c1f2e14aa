"""The ledger by keyboard: what a row says, the fields that narrow it, where it leads, and the file it goes into."""

import csv
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.core.stock import EntryKind
from app.posting import post_adjustment
from app.store.ledger_page import BY_HAND, Asked
from app.ui.ledger import table as ledger_table
from app.ui.ledger.filters import Period
from app.ui.ledger.page import LedgerPage
from tests.life import NOW, later
from tests.ui.shell.checks import nameless
from tests.ui.shell.world import worlds


@pytest.fixture
def world(tmp_path):
    with worlds(tmp_path) as make:
        made = make()
        made.now = later(30)
        yield made


@pytest.fixture
def page(world, theme, qtbot):
    world.oversold()
    world.product("PLT", 5, "=Shoal plate")
    post_adjustment(world.db, "PLT", EntryKind.ADJUST, -1, reason="broken", note="=fell", batch="b", now=later(10))
    made = LedgerPage(world.bridge, theme)
    made.went = []
    made.go.connect(lambda key, what: made.went.append((key, what)))
    world.bridge.changed.connect(made.on_changed)
    qtbot.addWidget(made)
    made.resize(1260, 844)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.shown()
    return made


def cells(page, row):
    return [page.sheet.index(row, column).data() for column in range(page.sheet.columnCount())]


def ask(page, **asked):
    page._ask(Asked(**asked))
    return [row.entry.sku for row in page.sheet.rows]


def test_a_row_says_what_happened_and_the_sum_after_it(page):
    assert page.table.hasFocus()
    assert cells(page, 0) == ["14:42", "–", "", "Broken or lost, =fell", "=Shoal plate", "PLT", "−1 on hand", 4, 0, 4]
    row = next(at for at, one in enumerate(page.sheet.rows) if one.entry.order == "3382914402")
    page.table.select_row(row)
    assert cells(page, row)[6:] == ["+1 promised", 11, 14, -3]
    assert page.foot.sentence.text().startswith("Speckled mug 350 ml, MUG. ")
    assert "Sale 3382914402" in page.foot.sentence.text()
    assert page.foot.sum.text() == "11 on hand − 14 committed = −3 available"


def test_enter_leads_to_the_incident_or_to_the_product(page, qtbot):
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    row = next(at for at, one in enumerate(page.sheet.rows) if one.entry.order == "3382914402")
    page.table.select_row(row)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    page.show_product()
    assert page.went == [("inventory", "PLT"), ("incidents", 1), ("inventory", "MUG")]


def test_the_fields_narrow_it_and_clear_gives_all_back(page, qtbot):
    every = len(page.sheet.rows)
    filters = page.filters
    filters.kind.setCurrentIndex(filters.kind.findData(EntryKind.COMMIT.value))
    assert {row.entry.kind for row in page.sheet.rows} == {EntryKind.COMMIT}
    filters.shop.setCurrentIndex(filters.shop.findData(BY_HAND))
    assert page.empty.isVisible()
    filters.clear_all.click()
    assert len(page.sheet.rows) == every
    page.search.setText("shoal")
    qtbot.waitUntil(lambda: {row.entry.sku for row in page.sheet.rows} == {"PLT"})
    filters.clear_all.click()
    assert (page.search.text(), len(page.sheet.rows), filters.clear_all.isVisible()) == ("", every, False)
    filters.order.setText("33829144")
    qtbot.waitUntil(lambda: len(page.sheet.rows) == 3)


def test_days_are_days_here(page):
    filters = page.filters
    filters.period.setCurrentIndex(filters.period.findData(Period.TODAY.value))
    begin = NOW.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    assert filters.asked.since == begin
    filters.period.setCurrentIndex(filters.period.findData(Period.BETWEEN.value))
    assert filters.since.isVisible()
    assert (filters.asked.since, filters.asked.until) == (begin - timedelta(days=30), begin + timedelta(days=1))


def test_what_is_booked_comes_on_top(page, world):
    world.bridge.perform(
        post_adjustment, world.db, "PLT", EntryKind.RECEIVE, 3, reason="delivery", batch="c", now=later(20)
    )
    page._renew()
    assert page.sheet.rows[0].entry.kind is EntryKind.RECEIVE
    assert page.table.currentIndex().row() == 1


def test_more_is_read_near_the_end(page, world, monkeypatch):
    monkeypatch.setattr(ledger_table, "PAGE", 4)
    page.clear()
    page._ask(Asked())
    bar = page.table.verticalScrollBar()
    seen = [len(page.sheet.rows)]
    for _ in range(4):
        bar.valueChanged.emit(bar.maximum())
        seen.append(len(page.sheet.rows))
    assert seen[0] == 4
    assert seen[-1] == world.db.execute("select count(*) from stock_entry").fetchone()[0]


def test_the_file_holds_the_filtered_rows_and_no_formula(page, qtbot, tmp_path):
    path = tmp_path / "out.csv"
    page.ask_where = lambda: str(path)
    page._ask(Asked(words="shoal"))
    page.filters._asked = Asked(words="shoal")
    with qtbot.waitSignal(page.export.ended) as ended:
        page.save.click()
    assert ended.args[0].startswith("2 rows are in out.csv")
    heads, newest, first = csv.reader(path.read_text(encoding="utf-8-sig").splitlines())
    told = dict(zip(heads, newest, strict=True))
    assert (told["Product"], told["Note"], told["On hand change"], told["SKU"]) == (
        "'=Shoal plate", "'=fell", "-1", "PLT"
    )  # fmt: skip
    assert first[heads.index("Kind")] == "count"


def test_a_stopped_export_leaves_nothing(page, tmp_path, monkeypatch):
    path, held, ended = tmp_path / "out.csv", [], []
    page.ask_where = lambda: str(path)
    page.export.ended.connect(ended.append)
    monkeypatch.setattr(page.bridge, "background", lambda work, done, _failed: held.append((work, done)))
    page.save.click()
    assert page.export_bar.isVisible()
    page.export_bar.stop_it.click()
    work, done = held[0]
    done(work())
    assert ended == ["The export was stopped. Nothing was written."]
    assert list(tmp_path.glob("out.csv*")) == []
    assert not page.export_bar.isVisible()


def test_everything_has_a_name(page):
    assert nameless(page) == []


def test_an_order_that_was_asked_for_is_shown_alone(page, qtbot):
    page.search.setText("plate")
    page.filters.kind.setCurrentIndex(2)
    page.open(("order", "3382914402"))
    assert page.filters.asked == Asked(order="3382914402")
    assert {row.entry.order for row in page.sheet.rows} == {"3382914402"}
    page.open(None)
    assert page.filters.asked == Asked()
