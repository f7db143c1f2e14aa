"""The vectors of demand-science.md, section 3: floors, reorder points, slow products, losses and order quantities."""

from datetime import date

import pytest

from app.core import floors, intermittent, ordering
from app.core.daily import Days
from app.core.floors import Delivery, Demand, Method, by_quantile, by_spread, by_worst, loss, propose, up, z_of
from app.core.intermittent import croston, tsb

SALES = (0, 0, 3, 0, 0, 0, 2, 0, 5, 0, 0, 1)


@pytest.mark.parametrize(("level", "z"), [(0.90, 1.281552), (0.95, 1.644854), (0.98, 2.053749), (0.99, 2.326348)])
def test_quantiles(level, z):
    assert z_of(level) == pytest.approx(z, abs=5e-7)


def test_textbooks_round_and_only_on_request():
    assert [z_of(level, textbook=True) for level in floors.LEVELS] == [1.65, 2.05, 2.33]
    assert z_of(0.90, textbook=True) == z_of(0.90)


def a1(**more):
    return Demand(mean=20, spread=5, days=90, selling_days=90), Delivery(mean=7, **more)


def test_a1_twenty_a_day_is_twenty_two_and_a_hundred_and_sixty_two():
    book = by_spread(*a1(), 0.95, textbook=True)
    assert book.exact == pytest.approx(21.8274, abs=5e-5)
    assert (book.floor, book.reorder_at) == (22, 162)
    exact = by_spread(*a1(), 0.95)
    assert exact.exact == pytest.approx(21.7594, abs=5e-5)
    assert (exact.floor, exact.reorder_at) == (22, 162)


def test_a2_the_worst_case_is_a_hundred_and_sixteen():
    worst = by_worst(Demand(mean=12, most=20), Delivery(mean=7, most=10))
    assert (worst.floor, worst.rough) == (116, True)


def test_a4_with_a_spread_of_the_delivery_time():
    found = by_spread(*a1(spread=2), 0.95)
    assert found.sigma == pytest.approx(42.1307, abs=5e-5)
    assert found.exact == pytest.approx(69.30, abs=5e-3)
    assert found.floor == 70
    book = by_spread(*a1(spread=2), 0.95, textbook=True)
    assert book.exact == pytest.approx(69.52, abs=5e-3)
    assert book.floor == 70


def test_a5_with_weekly_ordering():
    found = by_spread(*a1(review=7), 0.95)
    assert found.exact == pytest.approx(30.77, abs=5e-3)
    assert found.floor == 31
    assert by_spread(*a1(review=7), 0.95, textbook=True).exact == pytest.approx(30.87, abs=5e-3)


def test_the_sample_shop():
    demand, delivery = Demand(mean=1.07, spread=0.72, most=3, days=60, selling_days=50), Delivery(mean=9, most=10)
    book, exact = by_spread(demand, delivery, 0.99, textbook=True), by_spread(demand, delivery, 0.99)
    assert book.exact == pytest.approx(5.0328, abs=5e-5)
    assert exact.exact == pytest.approx(5.0249, abs=5e-5)
    assert (book.floor, exact.floor) == (6, 6)
    assert (book.reorder_at, 6 + 1.07 * 9) == (16, pytest.approx(15.63, abs=5e-3))
    worst = by_worst(demand, delivery)
    assert worst.exact == pytest.approx(20.37, abs=5e-3)
    assert worst.floor == 21


@pytest.mark.parametrize(
    ("demand", "delivery", "z", "sigma", "floor", "reorder"),
    [
        (Demand(mean=30, spread=5), Delivery(mean=10), 1.65, None, 26.09, 326.09),
        (Demand(mean=5), Delivery(mean=3, spread=2), 1.644854, 10, 16.45, 31.45),
        (Demand(mean=12_500), Delivery(mean=4, spread=1), 1.88, 12_500, 23_500, 73_500),
        (Demand(mean=12, spread=5), Delivery(mean=6), 1.645, 12.247, 20.15, 92.15),
        (Demand(mean=150, spread=16), Delivery(mean=5, spread=1), 1.65, 154.21, 254.44, 1004.44),
    ],
)
def test_textbook_problems_before_rounding(demand, delivery, z, sigma, floor, reorder):
    found = floors.sigma_of(demand, delivery)
    if sigma is not None:
        assert found == pytest.approx(sigma, abs=5e-3)
    assert z * found == pytest.approx(floor, abs=5e-3)
    assert z * found + demand.mean * delivery.cover == pytest.approx(reorder, abs=5e-3)


def test_the_two_terms_add_up_where_they_depend_on_each_other():
    demand, delivery = a1(spread=2)
    assert floors.sigma_of(demand, delivery, dependent=True) == pytest.approx(5 * 7**0.5 + 40)


@pytest.mark.parametrize(
    ("mean", "variance", "at", "chance"),
    [
        (2.8, None, 6, 0.9756),
        (0.5, None, 2, 0.9856),
        (1.4, None, 4, 0.9857),
        (7, None, 12, 0.9730),
        (2.8, 5.6, 7, 0.9542),
        (1.4, 4.2, 6, 0.9676),
        (7, 14, 14, 0.9608),
        (2.8, 2.8, 6, 0.9756),  # no burst: Poisson
    ],
)
def test_slow_products_reorder_first_and_demand_is_not_added_twice(mean, variance, at, chance):
    found = by_quantile(mean, 0.95, variance=variance)
    assert (found.method, found.reorder_at) == (Method.SLOW, at)
    assert found.chance == pytest.approx(chance, abs=5e-5)
    assert found.floor == up(at - mean)


def test_nothing_sells():
    assert (by_quantile(0.0, 0.95).reorder_at, by_quantile(0.0, 0.95).floor) == (0, 0)


def test_croston_and_its_successors():
    found = intermittent.croston(SALES)
    assert (found.size, found.interval) == (pytest.approx(2.899, abs=5e-4), pytest.approx(2.991, abs=5e-4))
    assert found.rate == pytest.approx(0.969241, abs=5e-7)
    assert found.corrected() == pytest.approx(0.920779, abs=5e-7)
    assert intermittent.tsb(SALES) == pytest.approx(0.784733, abs=5e-7)
    assert intermittent.adi(SALES) == 3.0
    assert intermittent.cv2(SALES) == pytest.approx(0.3857, abs=5e-5)
    assert intermittent.kind_of(SALES) is intermittent.Seldom.INTERMITTENT


def test_a_product_that_died_decays_only_by_tsb():
    dead = (*SALES, *(0,) * 60)
    assert intermittent.croston(dead).rate == intermittent.croston(SALES).rate
    assert intermittent.tsb(dead) < 0.01
    assert intermittent.croston((0, 0)) is None
    assert intermittent.kind_of((0, 0)) is None
    assert intermittent.tsb(()) == 0.0


@pytest.mark.parametrize(
    ("sales", "kind"), [((5, 5, 4, 5), "smooth"), ((1, 9, 1, 12), "erratic"), ((0, 0, 1, 0, 0, 30), "lumpy")]
)
def test_kinds_of_demand(sales, kind):
    assert intermittent.kind_of(sales) == kind


def test_the_loss_and_what_it_means():
    assert loss(z_of(0.95)) == pytest.approx(0.0208930, abs=5e-8)
    found = by_spread(*a1(), 0.95)
    assert floors.short_a_cycle(found) == pytest.approx(0.276388, abs=5e-7)
    assert floors.fill_rate(found, 140) == pytest.approx(0.9980, abs=5e-5)


def test_newsvendors():
    normal = ordering.newsvendor(0.18, 0.70, 50, 8)
    assert (normal.quantity, normal.cost) == (pytest.approx(56.6040, abs=5e-5), pytest.approx(1.99761, abs=5e-6))
    many = ordering.newsvendor_poisson(0.18, 0.70, 50)
    assert (many.quantity, many.cost) == (56, pytest.approx(1.79724, abs=5e-6))
    few = ordering.newsvendor_poisson(1, 4, 6)
    assert (few.quantity, few.cost) == (8, pytest.approx(3.57011, abs=5e-6))


def test_order_quantities():
    plain = ordering.economic_order(8, 0.225, 1300)
    assert (plain.quantity, plain.cost) == (pytest.approx(304.0468, abs=5e-5), pytest.approx(68.4105, abs=5e-5))
    policy = ordering.reorder_policy(holding=0.225, shortage=7.5, fixed=8, demand=1300, spread=150, delivery=1 / 12)
    assert policy.reorder_at == pytest.approx(213.970, abs=5e-4)
    assert policy.quantity == pytest.approx(318.590, abs=5e-4)
    assert policy.cost == pytest.approx(95.451, abs=5e-4)
    exact = ordering.reorder_policy_poisson(holding=20, shortage=150, fixed=100, demand=1.5, delivery=2)
    assert (exact.reorder_at, exact.quantity) == (3, 5)
    assert exact.cost == pytest.approx(107.9236, abs=5e-5)


def test_what_is_proposed():
    demand, delivery = a1()
    typed = propose(demand, delivery, 0.95, typed_delivery=True)
    assert (typed.proposed, typed.first.floor, typed.first.thin) == (Method.SPREAD, 22, False)
    assert propose(demand, delivery, 0.95, typed_delivery=False).proposed is Method.WORST, "no receipts, none typed"
    few = Demand(mean=20, spread=5, most=30, days=29, selling_days=29)
    assert propose(few, delivery, 0.95, typed_delivery=True).proposed is Method.WORST
    thin = Demand(mean=20, spread=5, days=59, selling_days=59)
    assert propose(thin, delivery, 0.95, typed_delivery=True).first.thin
    slow = Demand(mean=0.4, spread=0.6, days=90, selling_days=30)
    found = propose(slow, delivery, 0.95, typed_delivery=True)
    assert found.proposed is Method.SLOW
    assert found.first.reorder_at == 6


def test_of_slow_products_the_rate_is_syntetos_and_boylans():
    """X2 of the vectors goes into the floor; a plain mean of the same sales (0.917) would not be it."""
    sales = (0, 0, 3, 0, 0, 0, 2, 0, 5, 0, 0, 1) * 3
    found = Days(date(2026, 1, 1), sales, (True,) * len(sales)).demand()
    assert found.slow
    assert found.seldom == pytest.approx(croston(sales).corrected(), abs=1e-12)
    plan = propose(found, Delivery(mean=7.0), 0.95, typed_delivery=True, variance=0.0)
    assert plan.first == by_quantile(found.seldom * 7.0, 0.95)
    x = Days(date(2026, 1, 1), sales[:12], (True,) * 12).demand()
    assert x.seldom == pytest.approx(0.920779, abs=5e-7)


@pytest.mark.parametrize("silent", [0, 12, 60])
def test_a_product_that_died_needs_less_and_less(silent):
    """After three intervals without a sale TSB, which learns from every day, stands where it is lower."""
    sales = (0, 0, 1) * 20 + (0,) * silent
    found = Days(date(2026, 1, 1), sales, (True,) * len(sales)).demand()
    expected = croston(sales).corrected() if silent == 0 else tsb(sales)
    assert found.seldom == pytest.approx(expected, abs=1e-12)
