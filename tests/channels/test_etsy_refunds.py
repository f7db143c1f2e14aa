"""Money back on Etsy names no line: what the seller is asked, and what each answer books."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.posting import post_answer
from app.store import ledger, orders
from tests.contract.bench import Bench
from tests.contract.stages import EtsyStage
from tests.life import level

STOCK, PRICE = 10, 2000


class Shop(Bench):
    """An Etsy shop, and an inventory that hears of it."""

    stage: EtsyStage

    def ask(self) -> list[tuple[str, int]]:
        return self.questions()

    def answer(self, *, here: bool, place: int = 0) -> None:
        question = orders.questions(self.db)[place]
        post_answer(self.db, question.id, here=here, now=self.stage.time())
        assert ledger.levels_that_disagree(self.db) == []

    def refund(self, ref: str, amount: int | None = None) -> None:
        self.stage.shop.refund(ref, amount)
        self.stage.time.forward(1)
        self.poll()

    def ship(self, ref: str) -> None:
        self.stage.shop.ship(ref)
        self.stage.time.forward(1)
        self.poll()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(EtsyStage(), tmp_path)
    yield shop
    shop.stage.channel.close()
    shop.db.close()


@pytest.fixture
def mug(shop: Shop) -> str:
    return shop.stocked("MUG", STOCK)


@pytest.mark.parametrize(("amount", "pieces"), [(None, 3), (PRICE, 1), (2 * PRICE + 500, 2)])
@pytest.mark.parametrize("here", [True, False])
def test_money_back_after_it_was_sent(shop: Shop, mug: str, amount: int | None, pieces: int, here: bool) -> None:
    ref = shop.stage.sell((mug, 3))
    shop.ship(ref)
    shop.refund(ref, amount)
    assert shop.ask() == [("refunded", pieces)]
    assert level(shop.db, "MUG") == (STOCK - 3, 0), "nothing comes back by itself"
    shop.answer(here=here)
    after = STOCK - 3 + (pieces if here else 0)
    assert level(shop.db, "MUG") == (after, 0)
    assert shop.ask() == []
    shop.hear(after, 0)
    assert shop.ask() == [], "asked once"


def test_a_discount_after_it_was_sent_asks_nothing(shop: Shop, mug: str) -> None:
    ref = shop.stage.sell((mug, 3))
    shop.ship(ref)
    shop.refund(ref, PRICE - 1)
    assert shop.ask() == []


def test_money_that_may_be_about_several_lines(shop: Shop, mug: str) -> None:
    """One of the two stays here; the other is sent as ordered, and so is the rest of the first."""
    bowl = shop.stocked("BOWL", STOCK)
    ref = shop.stage.sell((mug, 2), (bowl, 1))
    shop.refund(ref, PRICE)
    assert shop.ask() == [("perhaps", 1), ("perhaps", 1)]
    assert (level(shop.db, "MUG"), level(shop.db, "BOWL")) == ((STOCK, 2), (STOCK, 1))
    shop.answer(here=True)
    assert level(shop.db, "MUG") == (STOCK, 1), "it is promised to nobody any more"
    shop.answer(here=False)
    assert level(shop.db, "BOWL") == (STOCK, 1)
    assert shop.ask() == []
    shop.ship(ref)
    assert (level(shop.db, "MUG"), level(shop.db, "BOWL")) == ((STOCK - 1, 0), (STOCK - 1, 0))
    assert shop.ask() == [], "answered before it was sent"


def test_not_answered_before_it_was_sent(shop: Shop, mug: str) -> None:
    bowl = shop.stocked("BOWL", STOCK)
    ref = shop.stage.sell((mug, 1), (bowl, 1))
    shop.refund(ref, PRICE)
    shop.ship(ref)
    assert shop.ask() == [("refunded", 1), ("refunded", 1)]
    assert level(shop.db, "MUG") == (STOCK - 1, 0)
    shop.answer(here=True)
    shop.answer(here=False)
    assert (level(shop.db, "MUG"), level(shop.db, "BOWL")) == ((STOCK, 0), (STOCK - 1, 0))


@pytest.mark.parametrize("here", [True, False])
def test_withheld_and_answered_then_the_rest_is_sent(shop: Shop, mug: str, here: bool) -> None:
    """Etsy calls the whole line sent; the piece that was refunded before was not in the parcel."""
    ref = shop.stage.sell((mug, 3))
    shop.refund(ref, PRICE)
    assert shop.ask() == [("withheld", 1)]
    shop.answer(here=here)
    after = STOCK if here else STOCK - 1  # gone: written off
    assert level(shop.db, "MUG") == (after, 2)
    shop.ship(ref)
    assert level(shop.db, "MUG") == (after - 2, 0)
    assert shop.ask() == []


def test_cancelled_after_an_answer(shop: Shop, mug: str) -> None:
    ref = shop.stage.sell((mug, 2))
    bowl = shop.stocked("BOWL", STOCK)
    other = shop.stage.sell((mug, 1), (bowl, 1))
    shop.refund(other, PRICE)
    shop.answer(here=True)
    shop.stage.shop.cancel(other)
    shop.poll()
    assert (level(shop.db, "MUG"), level(shop.db, "BOWL")) == ((STOCK, 2), (STOCK, 0))
    assert shop.ask() == []
    shop.ship(ref)
    assert level(shop.db, "MUG") == (STOCK - 2, 0)


def test_refunded_in_two_steps(shop: Shop, mug: str) -> None:
    ref = shop.stage.sell((mug, 2))
    shop.ship(ref)
    shop.refund(ref, PRICE)
    shop.answer(here=True)
    shop.refund(ref)
    assert shop.ask() == [("refunded", 1)], "the second one"
    shop.answer(here=True)
    assert level(shop.db, "MUG") == (STOCK, 0)
