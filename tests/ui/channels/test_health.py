"""The Health and About tabs: figures with their sums, alarms with their end, budgets, limits, and the export."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.channels import CHANNELS
from app.channels.etsy.info import INFO as ETSY
from app.core.caches import CacheLook, CacheProbe, Layer
from app.core.channel import Allowance, Told, Unit
from app.core.limits import CANCELLATIONS
from app.core.text import N_
from app.errors import ChannelUnavailable
from app.posting import post_order
from app.store import alarms, budgets, confirmations, lags, relay, settings, shops, vitals
from app.store.confirmations import Ended
from app.store.database import connection, transaction
from app.store.moments import stamp
from app.ui.channels.health_pane import checked_words, write_csv
from app.ui.channels.limits_dialog import CountedDialog, LimitsDialog, parsed
from app.ui.channels.panes import ABOUT, HEALTH, LOG
from app.ui.theme import Scheme
from app.ui.widgets.text import Label
from tests.life import NOW, add_listing, add_product, add_shop, later, line, order
from tests.ui.channels.world import WOO, dialog, logged, nameless, shown_words, told
from tests.ui.pseudo import spoken_pseudo, untranslated

DAY = 24 * 60.0


@pytest.fixture
def etsy(db):
    shop = add_shop(db, "etsy", "Etsy", "E")
    add_product(db, "MUG", 900)
    listing = add_listing(db, shop, "MUG", shows=900)
    with transaction(db):
        shops.set_mode(db, shop.id, "live", now=NOW - timedelta(days=9))
        db.execute("update push set state = 'acknowledged', due_at = null")
        shops.poll_complete(db, shop.id, began_at=NOW - timedelta(seconds=8))
        shops.well(db, shop.id, now=NOW)
        for seconds in [3.0] * 18 + [90.0]:
            one = Ended(listing=listing, quantity=4, due_at=NOW - timedelta(seconds=seconds), confirmed=True)
            confirmations.add(db, shop.id, [one], now=NOW)
        never = Ended(listing=listing, quantity=4, due_at=NOW, confirmed=False)
        confirmations.add(db, shop.id, [never], now=NOW)
        told_of = Told(
            allowance=Allowance(used=3400, limit=10_000, unit=Unit.CALLS, full_s=86_400),
            keys_end_at=NOW + timedelta(days=61),
        )
        vitals.keep_told(db, shop.id, told_of, now=NOW)
    return shop


def pane(page, name=HEALTH):
    page.overview.detail.show_tab(name)
    QApplication.processEvents()
    return page.overview.detail.panes.pane("health") if name == HEALTH else page.overview.detail.panes.pane("about")


def figure(pane, name):
    return next(said for said in pane.rows.said if said.name == name)


def cancelled(db, shop, count, *, of, days=1):
    for place in range(of):
        ref = f"{shop.id}-{place}"
        placed = -days * DAY - place
        post_order(db, shop, order(ref, line("MUG"), placed=placed, at=placed), now=NOW)
        if place < count:
            gone = order(ref, line("MUG", open=0, taken=0), placed=placed, at=1, ended=True, status="cancelled")
            post_order(db, shop, gone, now=NOW)


# ------------------------------------------------------------------------------------------------ figures


def test_every_figure_says_its_sum(opened, etsy):
    page = opened()
    found = pane(page)
    assert {said.name: said.value for said in found.rows.said} == {
        "Behind by": "8 s",
        "Confirmed within 60 s": "90.0 %",
        "Sales known after": "–",
        "Its own number": "In time",
        "Heard by webhook": "–",
        "Last 50 calls": "–",
        "Rate limit used": "34 %",
        "Last full compare": "–",
        "Keys": "14 July",
    }
    assert figure(found, "Confirmed within 60 s").why == "18 of 20 numbers: 1 slower and 1 never. The goal is 95 %."
    assert figure(found, "Confirmed within 60 s").missed, "under the goal"
    assert figure(found, "Keys").why == "Etsy wants you back before 14 July."
    assert not figure(found, "Keys").missed
    assert "3,400 of 10,000 calls in 24 hours" in figure(found, "Rate limit used").why
    assert found.confirmed.text() == ("50 % within 3 s and 95 % within 1 min 30 s. The rest were never confirmed.")
    assert found.bars.accessibleName() == "Confirmed after: < 5 s: 18, < 5 min: 1, never: 1"


def test_how_long_a_sale_takes_to_be_known_is_said_with_its_average(opened, etsy, db):
    with transaction(db):
        lags.add(db, etsy.id, "heard", [4.0] * 18 + [64.0] * 2, now=NOW)
    said = figure(pane(opened()), "Sales known after")
    assert said.value == "1 min 4 s"
    assert said.why.startswith("95 % of the newest 20 sales were known within it.")
    assert said.why.endswith(" On average it took 10 s: that counts for a last piece.")


def test_while_few_sales_were_measured_health_says_what_counts(opened, etsy, db):
    with transaction(db):
        lags.add(db, etsy.id, "heard", [4.0] * 3, now=NOW)
        db.execute("update shop set poll_s = 60")
    said = figure(pane(opened()), "Sales known after")
    assert said.value == "4 s"
    assert said.why.endswith(" Until 20 are measured, 1 min 5 s counts.")


def test_what_ages_goes_on_ageing_without_reading(opened, etsy, program, db):
    page = opened()
    found = pane(page)
    program.now = NOW + timedelta(minutes=4)
    db.execute("update shop set orders_read_at = null")
    page.overview.tick()
    said = figure(found, "Behind by")
    assert (said.value, said.missed) == ("4 min 8 s", True)
    assert "Its orders were read 4 min 8 s ago" in said.why


def test_the_row_shows_the_last_day_and_the_rate_limit(opened, etsy):
    from app.ui.channels.shop_cells import SHARE, SPARK
    from app.ui.channels.shop_words import At

    page = opened()
    model = page.overview.table.shops
    assert model.index(0, At.BEHIND).data(SPARK)[-1] == 1200.0, "the one that never came"
    assert model.index(0, At.QUOTA).data(SHARE) == 0.34
    assert model.index(0, At.QUOTA).data() == "34 %"
    assert "34 % of its rate limit used." in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


# ------------------------------------------------------------------------------------------------ alarms


def test_an_alarm_says_why_and_what_ends_it_and_comes_first(opened, etsy, db):
    logged(db, etsy, 3, outcome="refused", status=400)
    with transaction(db):
        alarms.judge(db, listening_since=NOW, now=NOW)
    page = opened()
    detail = page.overview.detail
    assert detail.tab() == HEALTH, "what rings is shown first"
    assert detail.tabs.tabText(2) == "Health 1"
    assert (
        page.overview.table.shops.index(0, 0)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .startswith("Etsy. Many calls fail.")
    )
    words = " ".join(shown_words(detail.panes.pane("health")))
    assert "3 of the last 3 calls to Etsy failed." in words
    assert "It ends after 48 more calls that go well" in words
    assert figure(detail.panes.pane("health"), "Last 50 calls").missed
    detail.panes.pane("health")._rung[0].calls.click()
    assert detail.tab() == LOG, "the calls that it was judged by"
    detail.show_tab(HEALTH)
    logged(db, etsy, 50, start=10)
    with transaction(db):
        changed = alarms.judge(db, listening_since=NOW, now=later(1))
    from app.core.changes import Changes

    told(page, Changes(shops=changed))
    assert detail.tabs.tabText(2) == "Health"
    assert "It ends after" not in " ".join(shown_words(detail.panes.pane("health")))
    assert (
        detail.panes.pane("health").earlier.text().startswith("Earlier alarms:\n3 of the last 3 calls to Etsy failed.")
    )


# ------------------------------------------------------------------------------------------------ budgets


@pytest.fixture
def amazon(db, etsy):
    shop = add_shop(db, "amazon", "Amazon", "A")
    cancelled(db, shop, 1, of=131)
    return shop


def test_a_budget_says_what_is_left_and_the_sum(opened, etsy, amazon):
    page = opened()
    page.overview.choose(etsy.id)
    words = shown_words(pane(page).budgets)
    assert "2 left" in words
    assert "of 3" in words
    assert any(said.startswith("1 cancelled of 131 orders, 0.76 %. The limit is under 2.5 %, rolling 7 days.")
               for said in words)  # fmt: skip
    assert any("Claimed, unconfirmed: not counted." in said for said in words)


def test_a_used_up_budget_says_nothing_is_left_and_a_broken_one_by_how_many(opened, etsy, db):
    shop = add_shop(db, "amazon", "Amazon", "A")
    cancelled(db, shop, 1, of=40)
    page = opened()
    page.overview.choose(etsy.id)
    assert "1 too many" in shown_words(pane(page).budgets)


def test_the_seller_excuses_an_order(opened, etsy, amazon, db, qtbot):
    page = opened()
    page.overview.choose(etsy.id)
    budget_pane = pane(page).budgets
    (found,) = [one for one in budget_pane.shown if one.shop.id == amazon.id]
    budget_pane.orders_wanted.emit(found.first.budget)
    asked = dialog(page)
    assert isinstance(asked, CountedDialog)
    ((_, box),) = asked.boxes
    assert box.isChecked()
    box.click()
    with qtbot.waitSignal(page.undoable) as offered:
        asked.accept()
    QApplication.processEvents()
    assert "3 left" in shown_words(budget_pane)
    said, take_back = offered.args
    assert said == "1 order of Amazon counts otherwise"
    take_back()
    QApplication.processEvents()
    assert "3 left" not in shown_words(budget_pane)
    assert [counts for (counts,) in db.execute("select counts from cancellation_mark order by seq")] == [0, 1]


def test_limits_are_edited_checked_and_dated(opened, etsy, db, qtbot):
    page = opened()
    found = pane(page)
    found.budgets.edit.click()
    asked = dialog(page)
    assert isinstance(asked, LimitsDialog)
    rows = {row.limit.key: row for row in asked.rows}
    claimed = rows[CANCELLATIONS]
    claimed.share.set_text("150")
    rows["cases"].typed.set_text("2")
    asked.accept()
    assert claimed.share.error() == "0 to 100"
    assert asked.isVisible(), "what was typed stays"
    claimed.share.set_text("0.5")
    claimed.days.set_text("30")
    asked.days.set_text("3")
    with qtbot.waitSignal(page.undoable) as offered:
        asked.accept()
    QApplication.processEvents()
    mine = {limit.key: limit for limit in budgets.limits(db, etsy)}[CANCELLATIONS]
    assert (mine.share, mine.window.days, mine.checked_on) == (Fraction(5, 1000), 30, NOW.date())
    assert budgets.days_to_send(db, etsy.id) == 3
    assert budgets.typed(db, etsy.id, "cases").counted == 2
    assert any("Your own limit" in said for said in shown_words(found.budgets))
    said, take_back = offered.args
    assert said == "Limits at Etsy changed"
    take_back()
    QApplication.processEvents()
    assert {limit.key: limit for limit in budgets.limits(db, etsy)}[CANCELLATIONS].share == claimed.limit.share
    assert budgets.days_to_send(db, etsy.id) is None
    assert budgets.typed(db, etsy.id, "cases") is None
    assert len(settings.history(db, budgets.DAYS_TO_SEND, shop=etsy.id)) == 2, "dated, never overwritten"
    assert not any("Your own limit" in said for said in shown_words(found.budgets))


def test_saving_nothing_writes_nothing(opened, etsy, db):
    page = opened()
    offered = []
    page.undoable.connect(lambda said, _back: offered.append(said))
    pane(page).edit_limits()
    dialog(page).accept()
    assert offered == []
    assert db.execute("select count(*) from setting where name like 'limit:%'").fetchone()[0] == 0


def test_a_published_limit_can_be_had_back(opened, etsy, db):
    with transaction(db):
        budgets.set_limit(db, etsy.id, "late", Fraction(1, 10), None, now=NOW)
    page = opened()
    pane(page).edit_limits()
    asked = dialog(page)
    (row,) = [one for one in asked.rows if one.limit.key == "late"]
    assert row.reset.isVisibleTo(row)
    row.reset.click()
    asked.accept()
    assert {limit.key: limit for limit in budgets.limits(db, etsy)}["late"].share == Fraction(1, 5)


def test_a_place_kept_by_hand_chooses_whose_limits_hold(opened, db, qtbot):
    stall = add_shop(db, "stall", "Amazon by hand", "A")
    page = opened()
    found = pane(page)
    assert not found.rows.isVisible(), "nothing is measured there"
    found.edit_limits()
    asked = dialog(page)
    asked.like.setCurrentIndex(asked.like.findData("amazon"))
    asked.accept()
    assert settings.get(db, budgets.LIMITS_LIKE, shop=stall.id) == "amazon"


@pytest.mark.parametrize(
    ("text", "share"), [("2.5", "0.025"), (" 2.5 % ", "0.025"), ("0", "0"), ("x", None), ("101", None), ("", None)]
)
def test_percentages_are_read_exactly(text, share, qapp):
    assert parsed(text) == (None if share is None else Fraction(share))


# ------------------------------------------------------------------------------------------------ export


def test_the_export_is_written_where_the_seller_says(opened, etsy, tmp_path, monkeypatch, qtbot):
    page = opened()
    found = pane(page)
    monkeypatch.setattr(found, "ask_where", lambda name: str(tmp_path / name))
    found.export.click()
    path = tmp_path / "confirmations.csv"
    qtbot.waitUntil(lambda: path.exists() and path.read_text(encoding="utf-8-sig").count("\n") == 21)
    rows = path.read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == "shop,sku,product,quantity,at (UTC),seconds to confirm,within 60 s"
    assert rows[1] == "Etsy,MUG,Mug,4,2026-05-14T14:32:00+00:00,3.0,yes"
    assert rows[-2].endswith(",90.0,no")
    assert rows[-1].endswith(",,never")


def test_a_name_is_never_a_formula_and_a_wrong_folder_is_said(tmp_path):
    row = confirmations.Row(shop="=1+1", sku="-MUG", title="@x", quantity=None, at=NOW, seconds=1.0)
    write_csv(tmp_path / "a.csv", [row])
    assert "'=1+1,'-MUG,'@x,," in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    with pytest.raises(Exception, match="could not be written"):
        write_csv(tmp_path / "no" / "a.csv", [row])


def test_an_old_check_is_mentioned(qapp):
    assert "has not been done yet" in checked_words(None, NOW)
    assert "Do it again" in checked_words(NOW - timedelta(days=31), NOW)
    assert "Do it again" not in checked_words(NOW - timedelta(days=29), NOW)


# ------------------------------------------------------------------------------------------------ about


def test_about_names_limits_source_and_day(opened, etsy, db):
    logged(db, etsy, 9)
    logged(db, etsy, 1, outcome="refused", status=400)
    page = opened(channels=(ETSY,))
    about = pane(page, ABOUT)
    assert about.title.accessibleName() == "About Etsy"
    assert about.measured.text() == "As measured here: 90.0 % of 10 calls went well in the last 24 hours."
    assert len(about.rows) == len(ETSY.facts)
    assert "checked 23 November" in " ".join(shown_words(about))


def test_about_says_how_well_the_relay_answered(opened, etsy, db):
    with transaction(db):
        relay.pair(db, "https://relay.example", "d", b"x", now=NOW - timedelta(days=10))
        relay.put_endpoint(db, "door", etsy.id, b"x", now=NOW - timedelta(days=10))
        db.execute(
            "insert into absence (left_at, back_at, from_seq) values (?, ?, 0)",
            (stamp(NOW - timedelta(days=8)), stamp(NOW - timedelta(days=3))),
        )
        # silent for a day before Plimsoll was closed, over that time, and for a quarter of a day after it
        for days, silent in ((9, True), (8.5, True), (2.75, False), (2, False)):
            at = NOW - timedelta(days=days)
            if silent:
                relay.troubled(db, "unavailable", "It is down.", now=at)
            else:
                relay.pulled(db, 0, heard=False, now=at)
    assert relay.answered_share(db, now=NOW) == pytest.approx(1 - 1.25 / 5)
    assert len(settings.history(db, settings.RELAY_SILENT)) == 2, "a row where it changed, and none for each pull"
    about = pane(opened(channels=(ETSY,)), ABOUT)
    assert "Your relay answered 75.0 % of the time Plimsoll ran in the last 30 days." in about.measured.text()
    assert relay.answered_share(db, now=NOW - timedelta(days=10) + timedelta(minutes=5)) is None, "it has hardly run"


def test_every_channel_says_its_limits_with_source_and_day():
    for info in [*(registered.info for registered in CHANNELS.values()), ETSY]:
        assert len(info.facts) >= 4, info.key
        for fact in info.facts:
            assert fact.source, info.key
            assert fact.link.startswith("https://"), info.key


# ------------------------------------------------------------------------------------------------ all of it


def test_every_control_has_a_name_and_every_word_a_translation(opened, etsy, amazon, db, qapp):
    logged(db, etsy, 3, outcome="refused", status=400)
    with transaction(db):
        alarms.judge(db, listening_since=NOW, now=NOW)
    with spoken_pseudo(qapp):
        page = opened(channels=(ETSY,))
        page.overview.choose(etsy.id)
        found = pane(page)
        assert untranslated(found, ignoring={"Etsy", "Amazon", "14 July"}) == []
        assert nameless(found) == []
        about = pane(page, ABOUT)
        assert untranslated(about, ignoring={fact.source for fact in ETSY.facts}) == []


@pytest.mark.parametrize("size", [(1260, 844), (1000, 640)])
def test_a_change_of_theme_dresses_everything(opened, etsy, amazon, theme, size):
    page = opened(size=size)
    page.overview.choose(etsy.id)
    found = pane(page)
    before = theme.scheme
    theme.set_scheme(Scheme.DARK)
    try:
        labels = [one for one in found.findChildren(QLabel) if one.text()]
        assert labels
        for one in labels:
            if isinstance(one, Label):
                assert one.palette().windowText().color() == theme.colour(one._colour), one.text()
            else:
                assert type(one) is not QLabel, f"“{one.text()}” is no longer followed"
    finally:
        theme.set_scheme(before)


# ------------------------------------------------------------------------------------------------ caches


def test_a_look_for_caches_is_asked_about_first_and_told_in_words(opened, db, program, qtbot, tmp_path):
    shop = add_shop(db, "woocommerce", "Kiln Woo", "W")
    found = CacheProbe(at=NOW, looks=(CacheLook(layer=Layer.PAGE, old=True, after_s=4.0),))

    def probe(number: int) -> None:
        with closing(connection(tmp_path / "inventory.db")) as own, transaction(own):
            shops.keep_probe(own, number, found)

    program.probe = probe
    page = opened(channels=(replace(WOO, cached=True),))
    page.overview.choose(shop.id)
    row = pane(page).caches
    assert row.words.text().endswith("Nobody has looked for one yet.")
    row.look.click()
    asked = dialog(page)
    assert "hidden test product without a price" in " ".join(shown_words(asked))
    asked.yes.click()
    qtbot.waitUntil(lambda: "still showed the old number" in row.words.text())
    assert row.mark.isVisible()
    assert row.look.isEnabled()


def test_a_look_for_caches_that_failed_says_why(opened, db, program, qtbot):
    shop = add_shop(db, "woocommerce", "Kiln Woo", "W")

    def probe(_number: int) -> None:
        raise ChannelUnavailable(N_("The shop does not answer."))

    program.probe = probe
    page = opened(channels=(replace(WOO, cached=True),))
    page.overview.choose(shop.id)
    row = pane(page).caches
    row.look.click()
    dialog(page).yes.click()
    qtbot.waitUntil(lambda: row.words.text().startswith("The shop does not answer."))


def test_only_channels_that_caches_may_stand_before_are_looked_at(opened, etsy):
    assert pane(opened(channels=(ETSY,))).caches.isHidden()
