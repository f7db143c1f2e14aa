"""Returns over all shops: each waits as can be sold, damaged or not here yet, and nothing restocks by itself."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core.changes import Changes
from app.core.reversal import Act, Reason, Wish
from app.core.text import N_
from app.posting import post_order
from app.store import health, ledger, orders, reversals
from app.store.database import transaction
from app.ui.channels.returns import ReturnsView
from app.ui.reversals.writes import post_reversal
from tests.life import NOW, add_listing, add_product, add_shop, later, level, line, order
from tests.ui.channels.world import nameless, shown_words, told


def returned(db, shop, ref="1482", sku="MUG", pieces=1, **more):
    if ledger.levels(db, [sku]) == {}:
        add_product(db, sku, 5)
    add_listing(db, shop, sku, shows=5)
    post_order(db, shop, order(ref, line(sku, 0, shipped=2)), now=NOW)
    post_order(db, shop, order(ref, line(sku, 0, shipped=2, **(more or {"may_return": pieces})), at=1), now=NOW)


def view(page) -> ReturnsView:
    page.open("returns")
    found = page.stack.currentWidget()
    assert isinstance(found, ReturnsView)
    return found


def press(found, row, label):
    button = next(one for one in found.rows[row].buttons if one.label() == label)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_returns_of_every_shop_wait_and_the_answer_books(opened, db, program):
    woo, shopify = add_shop(db), add_shop(db, "shopify", "Shopify", "S")
    returned(db, woo)
    returned(db, shopify, "S-7", "BOWL", returned=1)
    assert level(db, "MUG") == level(db, "BOWL") == (3, 0)
    page = opened()
    found = view(page)
    assert [row.accessibleName() for row in found.rows] == [
        "Order 1482: 1 MUG was refunded after it was sent. Is it back?",
        "Order S-7: 1 BOWL was put back on sale there after it was sent. Is it here?",
    ]
    assert any(words.startswith("Shopify, BOWL, asked") for words in shown_words(found))
    assert [button.label() for button in found.rows[0].buttons] == ["Can be sold", "Damaged", "Not here yet"]
    assert found.rows[0].buttons[0].hasFocus(), "the keyboard is on the first answer"
    assert nameless(found) == []
    press(found, 1, "Damaged")
    told(page, Changes(shops=frozenset({shopify.id})))
    assert level(db, "BOWL") == (3, 0)
    assert [row.reason for row in ledger.history(db, "BOWL", limit=2)] == ["damaged", ""]
    press(found, 0, "Can be sold")
    told(page, Changes(shops=frozenset({woo.id})))
    assert level(db, "MUG") == (4, 0)
    assert any("Nothing waits." in words for words in shown_words(found))
    assert found.back.hasFocus()


def test_what_is_not_here_yet_waits_apart_with_its_age(opened, db, program):
    woo = add_shop(db)
    returned(db, woo)
    page = opened()
    found = view(page)
    undone = []
    found.undoable.connect(lambda _words, back: undone.append(back))
    press(found, 0, "Not here yet")
    undone.pop()()
    assert orders.questions(db)[0].looked_for_at is None
    told(page, Changes(shops=frozenset({woo.id})))
    press(found, 0, "Not here yet")
    program.now = NOW + timedelta(days=3)
    told(page, Changes(shops=frozenset({woo.id})))
    assert level(db, "MUG") == (3, 0)
    words = shown_words(found)
    assert "Not here yet" in words
    assert "To be answered" not in words
    assert any(one.startswith("Waiting for 3 days") for one in words)
    assert [button.label() for button in found.rows[0].buttons] == ["Can be sold", "Damaged", "Will not come"]
    press(found, 0, "Will not come")
    told(page, Changes(shops=frozenset({woo.id})))
    assert (level(db, "MUG"), orders.questions(db)) == ((3, 0), [])
    undone.pop()()
    assert len(orders.questions(db)) == 1


def test_what_hands_must_do_stands_among_what_needs_an_answer(opened, db, program, qtbot):
    woo = add_shop(db)
    add_product(db, "MUG", 5)
    add_listing(db, woo, "MUG", shows=5)
    post_order(db, woo, order("1482", line("MUG", 1)), now=NOW)
    wish = Wish(order="1482", act=Act.CANCEL, reason=Reason.OVERSOLD, key="k")
    post_reversal(db, 1, wish, by_hand=True, now=NOW)
    page = opened()
    answers = page.overview.detail.panes.pane("answers")
    page.overview.show_answers(woo.id)
    assert answers.items[0].sentence.startswith("Cancel order 1482. It waits for you: do it on Woo’s own page")
    assert health.asked(db, woo.id).all == 1
    (drop,) = answers.row(0).buttons
    assert drop.label() == "No longer needed"
    with qtbot.waitSignal(page.undoable) as dropped:
        drop.click()
    page._soon.now()
    assert answers.items == []
    assert reversals.of_order(db, 1)[0].state == "refused"
    dropped.args[1]()
    page._soon.now()
    assert reversals.of_order(db, 1)[0].state == "by_hand"
    assert len(answers.items) == 1
    assert not reversals.after_all(db, 1, N_("Again."), now=NOW), "it is open, so nothing is to be taken back"


def test_a_lost_answer_is_said_and_has_nothing_to_press(opened, db, program):
    woo = add_shop(db)
    add_product(db, "MUG", 5)
    add_listing(db, woo, "MUG", shows=5)
    post_order(db, woo, order("1482", line("MUG", 1)), now=NOW)
    post_reversal(db, 1, Wish(order="1482", act=Act.CANCEL, reason=Reason.OVERSOLD, key="k"), by_hand=False, now=NOW)
    with transaction(db):
        reversals.sending(db, 1, {}, next_at=later(), now=NOW)
        reversals.unsure(db, 1, "", now=NOW)
    page = opened()
    page.overview.show_answers(woo.id)
    assert "gave no answer" in page.overview.detail.panes.pane("answers").items[0].sentence
