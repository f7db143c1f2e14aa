"""Checks of alerts against a real inventory: what is asked, logged, told and kept bounded."""

from datetime import UTC, time, timedelta
from pathlib import Path

import pytest

from app.core.alerting import OFF, Kind, Outcome, Pace
from app.core.channel import Call
from app.core.deliveries import Terms
from app.core.stock import EntryKind
from app.posting import post_adjustment, post_order
from app.store import alert_checks, alert_log, alert_outlets, alert_rules, alerts, calls, settings, shops, suppliers
from app.store.database import transaction
from app.store.moments import stamp
from app.store.shops import Shop
from app.store.sqlite import Connection
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, line, order


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return fresh(tmp_path)


@pytest.fixture
def mug(db: Connection) -> int:
    number = add_product(db, "MUG", 9)
    level(db, number, floor=3, reorder=6)
    check(db)
    return number


def level(db: Connection, product: int, *, floor: int | None, reorder: int | None) -> None:
    with transaction(db):
        settings.put(db, settings.FLOOR, floor, product=product, now=NOW)
        settings.put(db, settings.REORDER_POINT, reorder, product=product, now=NOW)


def check(db: Connection, minutes: float = 0) -> list[int]:
    """Everything that waits, and what is due is told."""
    checked = []
    with transaction(db):
        while products := alert_checks.step(db, now=later(minutes), zone=UTC)[0]:
            checked += products
        alerts.tell(db, now=later(minutes))
    return checked


def sell(db: Connection, pieces: int, minutes: float = 0, sku: str = "MUG") -> None:
    post_adjustment(db, sku, EntryKind.ADJUST, -pieces, reason="broken", batch=f"b{minutes}", now=later(minutes))


def standing(db: Connection) -> list[Kind]:
    return [one.kind for one in alerts.standing(db)]


def told(db: Connection, minutes: float = 0) -> list[str]:
    """What comes onto the screen now, once."""
    message = alerts.unshown(db, now=later(minutes))
    if message is None:
        return []
    with transaction(db):
        alerts.shown(db, message.upto, now=later(minutes))
    return [str(one) for one in message.lines]


def logged(db: Connection, product: int = 0) -> list[tuple[Kind, Outcome]]:
    return [(one.kind, one.outcome) for one in alert_log.log(db, product=product)]


def test_only_what_changed_is_checked(db: Connection, mug: int) -> None:
    assert check(db) == []
    sell(db, 1)
    assert check(db) == [mug]
    assert logged(db) == [], "nine or eight: nothing changed for any alert"
    level(db, mug, floor=3, reorder=6)
    assert check(db) == [], "the same numbers again"
    with transaction(db):
        alert_rules.put(db, Kind.REORDER, OFF, now=NOW)
    assert check(db) == [mug], "a rule for all"


def test_each_level_rings_once_and_ends(db: Connection, mug: int) -> None:
    sell(db, 3, 1)
    check(db, 1)
    assert standing(db) == [Kind.REORDER]
    assert told(db, 1) == ["Mug can be ordered again: 6 available, reorder at 6."]
    sell(db, 1, 2)
    check(db, 2)
    assert told(db, 2) == []
    sell(db, 3, 3)
    check(db, 3)
    assert standing(db) == [Kind.CRITICAL, Kind.REORDER]
    assert told(db, 3) == ["Mug is under its floor: 2 available, floor 3."]
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 20, reason="delivery", batch="in", now=later(4))
    check(db, 4)
    assert standing(db) == []
    assert logged(db, mug) == [
        (Kind.REORDER, Outcome.NOT_MET),
        (Kind.CRITICAL, Outcome.NOT_MET),
        (Kind.CRITICAL, Outcome.FIRED),
        (Kind.REORDER, Outcome.FIRED),
    ]


def test_of_several_at_once_the_worst_rings_and_the_others_say_why_not(db: Connection, mug: int) -> None:
    shop = add_shop(db)
    add_listing(db, shop, "MUG", shows=9)
    post_order(db, shop, order("1", line(open=11)), now=NOW)
    check(db)
    assert told(db) == ["Mug is oversold by 2."]
    by_kind = {one.kind: one for one in alert_log.of_product(db, mug)}
    assert str(by_kind[Kind.CRITICAL].because) == "A more serious alert says it already: “Oversold”."


def test_silence_is_explained(db: Connection, mug: int) -> None:
    with transaction(db):
        alert_rules.put(db, Kind.CRITICAL, OFF, product=mug, now=NOW)
    sell(db, 7, 1)
    check(db, 1)
    assert standing(db) == [Kind.REORDER]
    critical = next(one for one in alert_log.of_product(db, mug) if one.kind is Kind.CRITICAL)
    assert (critical.outcome, str(critical.because)) == (
        Outcome.SUPPRESSED,
        "You switched this alert off for the product.",
    )
    assert (Kind.CRITICAL, Outcome.SUPPRESSED) in logged(db, mug)
    with transaction(db):
        alert_rules.put(db, Kind.CRITICAL, None, product=mug, now=NOW)
    check(db, 2)
    assert standing(db) == [Kind.CRITICAL, Kind.REORDER], "switched on again, it rings"


def test_a_floor_that_is_taken_away_ends_its_alert(db: Connection, mug: int) -> None:
    sell(db, 7, 1)
    check(db, 1)
    level(db, mug, floor=None, reorder=None)
    check(db, 2)
    assert standing(db) == []


def test_quiet_hours_hold_and_what_is_over_by_then_is_not_told(db: Connection, mug: int) -> None:
    with transaction(db):
        alert_rules.put_pace(db, Pace(quiet=(time(14), time(16))), now=NOW)  # it is 14:32
    sell(db, 4, 1)
    check(db, 1)
    assert told(db, 1) == []
    assert alert_log.log(db)[0].told == "quiet"
    check(db, 87)
    assert told(db, 87) == []
    check(db, 88)
    assert told(db, 88) == ["Mug can be ordered again: 5 available, reorder at 6."]
    again = later(24 * 60)
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 9, reason="delivery", batch="in", now=again)
    check(db, 24 * 60)
    sell(db, 9, 24 * 60 + 1)
    check(db, 24 * 60 + 1)
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 9, reason="delivery", batch="in2", now=again)
    check(db, 24 * 60 + 2)
    assert alerts.unshown(db, now=later(25 * 60)) is None
    check(db, 26 * 60)
    assert told(db, 26 * 60) == [], "it was over before the quiet hours were"
    sell(db, 9, 26 * 60 + 1)
    check(db, 26 * 60 + 1)
    assert told(db, 26 * 60 + 1) == ["Mug can be ordered again: 5 available, reorder at 6."], "nobody heard of it yet"


def test_many_at_once_are_one_message(db: Connection) -> None:
    for number in range(6):
        level(db, add_product(db, f"P{number}", 1), floor=2, reorder=None)
    check(db)
    message = alerts.unshown(db, now=NOW)
    assert message is not None
    assert (len(message.lines), message.more, message.product) == (3, 3, 0)


# ------------------------------------------------------------------------------------------------ projected zero


def test_what_runs_out_soon_needs_a_week_and_some_sales(db: Connection) -> None:
    shop = add_shop(db)
    mug = add_product(db, "MUG", 100)
    add_listing(db, shop, "MUG", shows=100)
    post_order(db, shop, order("1", line(open=40)), now=NOW)
    check(db)
    zero = next(one for one in alert_log.of_product(db, mug) if one.kind is Kind.ZERO)
    assert (zero.outcome, zero.at) == (Outcome.NOT_MET, None), "known for a minute only"
    eight_days = 8 * 24 * 60
    sell(db, 30, eight_days)
    check(db, eight_days)
    assert standing(db) == [Kind.ZERO]
    with transaction(db):
        quick = suppliers.add(db, Terms(name="Fern", days=1), now=NOW)
        suppliers.come_from(db, [mug], quick, now=NOW)
    assert check(db, eight_days) == [mug], "another supplier asks for a check"
    assert standing(db) == [], "what is ordered today is here tomorrow"
    with transaction(db):
        suppliers.come_from(db, [mug], None, now=NOW)
    check(db, eight_days)
    with transaction(db):
        alert_checks.ask_again(db, now=later(eight_days + 30))
    assert check(db) == [], "not yet an hour"
    far = eight_days + 60 * 24 * 60
    with transaction(db):
        alert_checks.ask_again(db, now=later(far))
    assert check(db, far) == [mug]
    assert standing(db) == [], "nothing sold for two months: it lasts"


# ------------------------------------------------------------------------------------------------ drift


def differ(db: Connection, listing: int, expected: int, seen: int | None) -> None:
    with transaction(db):
        if seen is None:
            db.execute("update outside_edit set settled_at = '2026'")
        else:
            db.execute(
                "insert into outside_edit (listing_id, found_at, expected, seen) values (?, '2026', ?, ?)",
                (listing, expected, seen),
            )
        db.execute("update listing set differs = ? where id = ?", (seen, listing))


def test_drift_is_per_product_and_channel(db: Connection, mug: int) -> None:
    etsy = add_shop(db, name="Etsy", letter="E")
    listing = add_listing(db, etsy, "MUG", shows=9)
    check(db)
    differ(db, listing, 9, 12)
    check(db, 1)
    assert told(db, 1) == ["Etsy shows 12 of Mug, expected was 9."]
    differ(db, listing, 9, 15)
    check(db, 1)
    assert "Etsy shows 15" in str(alerts.standing(db)[0].words), "what stands is what is seen now"
    differ(db, listing, 9, None)
    check(db, 2)
    assert standing(db) == []
    with transaction(db):
        alert_rules.put(db, Kind.DRIFT, OFF, shop=etsy.id, now=NOW)
    differ(db, listing, 9, 12)
    check(db, 500)
    assert standing(db) == []
    assert "for the channel" in str(alert_log.log(db, product=mug)[0].because)


# ------------------------------------------------------------------------------------------------ shops


def check_shops(db: Connection, minutes: float) -> None:
    with transaction(db):
        alert_checks.check_shops(db, listening_since=later(-600), now=later(minutes), zone=UTC)
        alerts.tell(db, now=later(minutes))


def heard(db: Connection, shop: Shop, minutes: float) -> None:
    with transaction(db):
        shops.well(db, shop.id, now=later(minutes))


def test_a_shop_that_fails_is_silent_or_late(db: Connection, mug: int) -> None:
    shop = add_shop(db, name="Etsy")
    add_listing(db, shop, "MUG", shows=3)
    heard(db, shop, 0)
    check_shops(db, 1)
    assert standing(db) == []
    check_shops(db, 11)  # a number waits since 0, nothing was heard since 0
    assert standing(db) == [Kind.SILENT], "what does not answer confirms nothing: that is said once"
    assert told(db, 11) == ["Nothing has succeeded at Etsy for 11 minutes."]
    heard(db, shop, 12)
    check_shops(db, 12)
    assert told(db, 12) == ["Etsy has not confirmed 1 update. The oldest waits for 12 minutes, the limit is 10."]
    with transaction(db):
        db.execute("update push set state = 'acknowledged', due_at = null")
        calls.write(
            db,
            shop.id,
            [
                Call(at=NOW, verb="x", target="1", outcome=outcome, status=200, milliseconds=1)
                for outcome in ["ok"] * 47 + ["refused"] * 3
            ],
        )
    check_shops(db, 13)
    assert standing(db) == [Kind.FAILING]
    assert (Kind.FAILING, Outcome.FIRED) in logged(db, mug), "a product’s log holds those of its shops"


def test_an_end_of_a_sign_in_and_a_computer_that_does_not_send(db: Connection, mug: int) -> None:
    shop = add_shop(db, name="Etsy")
    add_listing(db, shop, "MUG", shows=3)
    heard(db, shop, 15)
    with transaction(db):
        shops.set_option(db, shop.id, shops.SIGN_IN_ENDS, later(60 * 24 * 9).isoformat())
        alert_checks.check_shops(db, listening_since=later(-600), sends=False, now=later(15), zone=UTC)
    assert standing(db) == [Kind.KEYS_END]
    unsent = next(one for one in alert_log.of_shop(db, shop.id) if one.kind is Kind.UNSENT)
    assert str(unsent.because) == "Another computer sends for this inventory."


def test_a_pause_is_no_failure(db: Connection, mug: int) -> None:
    shop = add_shop(db, name="Etsy")
    add_listing(db, shop, "MUG", shows=3)
    with transaction(db):
        shops.set_mode(db, shop.id, "paused", now=NOW)
    check_shops(db, 60)
    assert standing(db) == []
    silent = next(one for one in alert_log.of_shop(db, shop.id) if one.kind is Kind.SILENT)
    assert (silent.outcome, str(silent.because)) == (Outcome.SUPPRESSED, "You paused Etsy.")


def test_the_contact_clock_is_told_at_each_notice_through_quiet_hours(db: Connection) -> None:
    shop = add_shop(db)
    add_product(db, "MUG", 0)
    add_listing(db, shop, "MUG", shows=1)
    with transaction(db):
        alert_rules.put_pace(db, Pace(quiet=(time(0), time(23, 59)), digest=time(8)), now=NOW)
    post_order(db, shop, order("1", line()), now=NOW)
    found = []
    for minutes in (1, 61, 62, 91, 106, 116, 121):
        with transaction(db):
            alert_checks.check_contacts(db, now=later(minutes), zone=UTC)
            alerts.tell(db, now=later(minutes))
        found += told(db, minutes)
    assert found == [
        "Mug: 1 customer waits for your message, at most 60 minutes are left.",
        "Mug: 1 customer waits for your message, at most 30 minutes are left.",
        "Mug: 1 customer waits for your message, at most 15 minutes are left.",
        "Mug: 1 customer waits for your message, at most 5 minutes are left.",
        "Mug: 1 customer should have heard from you by now.",
    ]


# ------------------------------------------------------------------------------------------------ kept, and sent


def test_the_log_is_bounded_and_what_stands_stays(db: Connection, mug: int) -> None:
    for turn in range(6):
        sell(db, 4, turn * 10 + 1)
        check(db, turn * 10 + 1)
        post_adjustment(db, "MUG", EntryKind.RECEIVE, 4, reason="delivery", batch=f"in{turn}", now=later(turn * 10 + 2))
        check(db, turn * 10 + 2)
    assert len(alert_log.log(db)) == 12
    assert [one.told for one in alert_log.log(db) if one.outcome is Outcome.FIRED] == ["rested"] * 5 + ["now"]
    with transaction(db):
        alert_checks.prune(db, keep=4)
    assert len(alert_log.log(db)) == 4
    assert {one.kind for one in alert_log.of_product(db, mug)} >= {Kind.REORDER, Kind.CRITICAL}


def test_what_is_told_goes_to_the_sellers_own_places_and_names_no_customer(db: Connection, mug: int) -> None:
    with transaction(db):
        alert_outlets.put(db, alert_outlets.WEBHOOK, "hooks.example", b"sealed", now=NOW)
    sell(db, 4, 1)
    check(db, 1)
    post = alert_outlets.due(db, now=later(1))
    assert post is not None
    assert [str(one) for one in post.lines] == ["Mug can be ordered again: 5 available, reorder at 6."]
    with transaction(db):
        alert_outlets.failed(db, post, post.lines[0], now=later(1))
    assert alert_outlets.due(db, now=later(1)) is None
    assert alert_outlets.next_at(db) == later(2)
    again = alert_outlets.due(db, now=later(2))
    assert again is not None
    with transaction(db):
        alert_outlets.failed(db, again, post.lines[0], now=later(1) + timedelta(hours=24))
    assert alert_outlets.next_at(db) is None, "given up after a day"


def test_each_update_of_a_watched_product_that_does_not_get_through_is_told(db: Connection, mug: int) -> None:
    shop = add_shop(db)
    add_listing(db, shop, "MUG", shows=9)

    def watch(minutes: float) -> list[str]:
        with transaction(db):
            alert_checks.check_watched(db, now=later(minutes), zone=UTC)
            alerts.tell(db, now=later(minutes))
        return told(db, minutes)

    late = "update push set state = 'due', due_at = ?"
    db.execute(late, (stamp(later(0)),))
    assert watch(2) == [], "nobody watches it"
    with transaction(db):
        settings.put(db, settings.ALERT, 1, product=mug, now=NOW)
    db.execute(late, (stamp(later(1.5)),))
    assert watch(2) == []
    assert watch(3) == ["Woo has not confirmed an update of Mug for a minute."]
    assert watch(4) == []
    db.execute("update push set state = 'refused'")
    assert watch(5) == ["Woo refused an update of Mug."]
    db.execute("update push set due_at = ?", (stamp(later(6)),))
    assert watch(7) == ["Woo refused an update of Mug."], "another one, within the hours that others rest"
    db.execute("update push set state = 'acknowledged', due_at = null")
    assert watch(8) == []
    assert Kind.WATCHED not in standing(db)
    assert [one for one, _ in logged(db, mug)].count(Kind.WATCHED) == 4
