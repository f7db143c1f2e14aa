"""What the frame reads, from a life in a database."""

from dataclasses import replace
from datetime import timedelta

from app.core.changes import Changes
from app.store import looks, settings, shops
from app.store.database import transaction
from app.ui.shell import facts as shell_facts
from app.ui.shell.facts import Facts
from app.ui.shell.news import news
from tests.life import NOW, later


def read(world, **more) -> Facts:
    return shell_facts.read(world.db, sends_here=True, sample=False, backups=None, **more)


def by_name(facts):
    return {standing.shop.name: standing for standing in facts.standings}


def test_nothing_yet(world):
    facts = read(world)
    assert facts.empty
    assert (facts.products, facts.standings, facts.incidents, facts.saved_at) == (0, (), (), None)
    world.product()
    assert not read(world).empty


def test_counts_and_moments(world):
    world.product("PLT", 5)
    world.oversold()
    facts = read(world)
    assert facts.products == 2
    assert [row.short for row in facts.incidents] == [3]
    assert facts.saved_at == NOW + timedelta(minutes=3)


def test_the_shops_name_stands_for_the_business(world):
    world.stall()
    assert read(world).name == ""
    world.shop("Kiln & Tide")
    assert read(world).name == "Kiln & Tide"
    with transaction(world.db):
        settings.put_fact(world.db, settings.NAME, "The Pottery")
    assert read(world).name == "The Pottery"


def test_behind_by_counts_from_the_oldest_unconfirmed_change(world):
    shop = world.shop()
    world.product()
    world.listed(shop, shows=3)
    standing = by_name(read(world))["Woo"]
    assert standing.pulse.waiting == 1
    assert standing.behind(later(0.5)) == timedelta(seconds=30)
    assert not standing.late(later(1))
    assert standing.late(NOW + timedelta(seconds=61))


def test_a_shop_that_is_looked_at_only_owes_nothing(world):
    shop = world.shop(live=False)
    world.product()
    world.listed(shop, shows=3)
    standing = by_name(read(world))["Woo"]
    assert standing.behind(later(60)) is None
    assert not standing.needs_a_look(later(60))


def test_what_another_computer_confirms_is_not_counted_here(world):
    shop = world.shop()
    world.product()
    world.listed(shop, shows=3)
    facts = shell_facts.read(world.db, sends_here=False, sample=False, backups=None)
    assert facts.standings[0].behind(later(60)) is None


def test_what_needs_a_look(world):
    shop = world.shop()
    world.product()
    number = world.listed(shop, shows=10)
    quiet = by_name(read(world))["Woo"]
    assert not quiet.needs_a_look(NOW)
    with transaction(world.db):
        looks.outside_edit(world.db, number, expected=10, seen=41, should=10, at=NOW)
    assert by_name(read(world))["Woo"].needs_a_look(NOW)


def test_trouble_needs_a_look_and_a_pause_does_not(world):
    shop = world.shop()
    world.trouble(shop, "unavailable")
    assert by_name(read(world))["Woo"].needs_a_look(NOW)
    with transaction(world.db):
        shops.set_mode(world.db, shop.id, "paused", now=NOW)
    assert not by_name(read(world))["Woo"].needs_a_look(NOW)
    world.trouble(shop, "signed_out")
    assert by_name(read(world))["Woo"].needs_a_look(NOW)


def test_a_line_nobody_linked_needs_a_look(world):
    shop = world.shop()
    world.sell(shop, "1", 1, "UNKNOWN")
    assert by_name(read(world))["Woo"].asks == 1
    assert by_name(read(world))["Woo"].needs_a_look(NOW)


def test_a_place_kept_by_hand_says_when_it_last_sold(world):
    from app.posting import post_sale_by_hand

    stall = world.stall()
    world.product()
    assert by_name(read(world))["Stall"].entered_at is None
    sold = NOW - timedelta(days=5)
    post_sale_by_hand(world.db, stall, "MUG", 2, ref="s1", sold_at=sold, now=NOW)
    assert by_name(read(world))["Stall"].entered_at == sold
    assert read(world).connected == ()


def test_offline_takes_two(world):
    first, second = world.shop("One"), world.shop("Two")
    world.trouble(first, "unavailable")
    assert not read(world).offline
    world.trouble(second, "unavailable")
    assert read(world).offline
    with transaction(world.db):
        shops.set_mode(world.db, second.id, "paused", now=NOW)
    assert not read(world).offline


def test_only_what_is_concerned_is_read_again(world):
    world.product()
    facts = read(world)
    world.product("PLT", 3)
    assert shell_facts.read_again(world.db, facts, Changes(shops=frozenset({1}))).products == 1
    assert shell_facts.read_again(world.db, facts, Changes(catalog=True)).products == 2


def test_the_newest_backup_is_found(world, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "plimsoll-20260514-120000.db").touch()
    (folder / "plimsoll-20260514-125959.db").touch()
    facts = shell_facts.read(world.db, sends_here=True, sample=False, backups=folder)
    assert facts.backup_at == NOW.replace(hour=12, minute=59, second=59)


# What has just happened, by the facts before and after it


def said(before, after, *, expected=False):
    return [(str(item.sentence), item.pressing) for item in news(before, after, expected=expected)]


def test_a_new_incident_is_news_once(world):
    before = read(world)
    world.oversold()
    after = read(world)
    assert said(before, after) == [
        ("New incident: Speckled mug 350 ml is oversold by 3.", True),
        ("Etsy sold more of 1 product than it showed.", False),
    ]
    assert said(after, after) == []


def test_refused_updates_are_news(world):
    shop = world.shop()
    world.product()
    number = world.listed(shop, shows=3)
    before = read(world)
    world.db.execute("update push set state = 'refused' where listing_id = ?", (number,))
    after = read(world)
    assert said(before, after) == [("Woo refused 1 update.", False)]
    assert said(after, before) == []


def test_that_all_is_confirmed_is_news_only_to_whoever_waits_for_it(world):
    shop = world.shop()
    world.product()
    world.listed(shop, shows=3)
    before = read(world)
    assert before.updates == 1
    world.db.execute("update push set state = 'acknowledged', due_at = null")
    after = read(world)
    assert said(before, after, expected=True) == [("Every channel has confirmed its number.", False)]
    assert said(before, after) == []
    assert said(after, replace(after), expected=True) == []
