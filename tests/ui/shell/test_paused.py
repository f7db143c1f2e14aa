"""What is read back after a pause, of a whole shop and of one product everywhere."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from app.core.changes import Changes
from app.store import compares, listings, looks, shops
from app.store.database import transaction
from app.store.moments import stamp
from app.ui.bridge import Bridge
from app.ui.shell.paused import listing_result, shop_result, show_listings
from app.ui.widgets.glyphs import Glyph
from tests.life import NOW, add_listing, add_product, add_shop, fresh
from tests.ui.channels.world import Program


@pytest.fixture
def db(tmp_path):
    return fresh(tmp_path)


@pytest.fixture
def shop(db):
    return add_shop(db, name="WooCommerce")


@pytest.fixture
def mug(db, shop):
    add_product(db, "MUG", 5)
    number = add_listing(db, shop, "MUG", shows=5)
    with transaction(db):
        db.execute("update push set state = 'acknowledged', due_at = null")
    return number


def mode(db, shop, name):
    with transaction(db):
        shops.set_mode(db, shop.id, name, now=NOW)


def put(db, number, **values):
    with transaction(db):
        for name, value in values.items():
            db.execute(f"update listing set {name} = ? where id = ?", (value, number))


def test_a_paused_shop_is_read_back(db, shop, mug):
    mode(db, shop, "paused")
    result = shop_result(db, shop.id, NOW)
    assert (result.glyph, result.over) == (Glyph.OPEN, False)
    with transaction(db):
        looks.look_at_all(db, shop.id, now=NOW)
        compares.end(db, shop.id, now=NOW + timedelta(seconds=8))
    result = shop_result(db, shop.id, NOW)
    assert result.glyph is Glyph.DONE
    assert result.words.endswith(": 1 of 1 numbers are as they should be.")
    with transaction(db):
        looks.outside_edit(db, mug, expected=5, seen=8, should=5, at=NOW)
        looks.look_at_all(db, shop.id, now=NOW)
        compares.end(db, shop.id, now=NOW + timedelta(seconds=9))
    assert shop_result(db, shop.id, NOW).glyph is Glyph.LOOK


def test_a_shop_that_does_not_answer_cannot_be_read_back_and_says_so(db, shop):
    mode(db, shop, "paused")
    with transaction(db):
        shops.troubled(db, shop.id, kind="unavailable", words="", now=NOW)
    result = shop_result(db, shop.id, NOW)
    assert (result.glyph, result.over) == (Glyph.LOOK, True)
    assert "could not be read back" in result.words
    with transaction(db):
        shops.remove(db, shop.id, now=NOW)
    assert shop_result(db, shop.id, NOW) is None


def test_a_resumed_shop_has_ended_once_it_confirmed_everything(db, shop, mug):
    assert shop_result(db, shop.id, NOW).words == "Live again. It has confirmed everything."
    with transaction(db):
        db.execute("update push set state = 'due', due_at = ?", (stamp(NOW),))
    assert shop_result(db, shop.id, NOW).glyph is Glyph.OPEN
    with transaction(db):
        db.execute("update push set state = 'refused'")
    assert shop_result(db, shop.id, NOW).words == "Live again. 1 update was not taken."


def test_a_product_taken_off_is_over_only_once_it_was_read_back(db, mug):
    with transaction(db):
        listings.ask_pause(db, mug, off=True)
    assert listing_result(db, mug, NOW).words == "Being taken off sale and set to 0."
    put(db, mug, pause="paused", believed=0)
    assert listing_result(db, mug, NOW).words == "Off sale and set to 0. Being read back."
    put(db, mug, seen=0, active=0, seen_at=stamp(NOW + timedelta(seconds=5)))
    assert listing_result(db, mug, NOW).glyph is Glyph.DONE
    put(db, mug, active=1)
    assert listing_result(db, mug, NOW).glyph is Glyph.LOOK, "the shop still shows it"


def test_what_cannot_be_taken_off_says_why_and_shows_nothing(db, mug):
    with transaction(db):
        listings.ask_pause(db, mug, off=True)
        listings.pause_done(db, mug, "failed", memo="", words="It has other variants.")
    put(db, mug, believed=0)
    result = listing_result(db, mug, NOW)
    assert (result.glyph, result.words) == (
        Glyph.LOOK,
        "It could not be taken off: It has other variants. It shows 0 instead.",
    )


def test_put_back_and_refused(db, mug):
    put(db, mug, pause="resume")
    assert listing_result(db, mug, NOW).glyph is Glyph.OPEN
    put(db, mug, pause="none")
    assert listing_result(db, mug, NOW).words == "On sale again, shows 5."
    with transaction(db):
        db.execute("update push set state = 'refused', words = 'no'")
    assert listing_result(db, mug, NOW).words == "Its number was not taken: no"


def test_the_dialog_follows_the_news_and_closes_without_stopping_anything(db, mug, theme, qtbot):
    bridge = Bridge(db, Program(db).lend())
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    with transaction(db):
        listings.ask_pause(db, mug, off=True)
    dialog = show_listings(window, bridge, [mug], title="Speckled mug is being paused")
    assert [line.words.text() for line in dialog.lines] == ["Being taken off sale and set to 0."]
    put(db, mug, pause="paused", believed=0, seen=0, active=0, seen_at=stamp(NOW))
    bridge.changed.emit(Changes(shops=frozenset({1})))
    qtbot.waitUntil(lambda: dialog.lines[0].words.text().startswith("Off sale, 0 there."))
    assert dialog.lines[0].accessibleName().startswith("WooCommerce: Off sale")
    dialog.yes.click()
    assert listings.listing(db, mug).taken_off
