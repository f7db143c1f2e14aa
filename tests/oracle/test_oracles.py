"""Our own sums against stockpyl and statsforecast: for development only, skipped where these are not installed.

`pip install "plimsoll[oracles]"` brings both. The vectors in tests/core/test_floors.py need neither.
"""

import random

import pytest

from app.core import ordering
from app.core.chance import chance_more
from app.core.floors import by_quantile, loss
from app.core.intermittent import croston, tsb

pytest.importorskip("stockpyl")
pytest.importorskip("statsforecast")
pytestmark = pytest.mark.filterwarnings("ignore")  # theirs
SEEDS = range(5)


def sales(seed):
    rng = random.Random(seed)
    return [0] * rng.randrange(3) + [rng.choice((0, 0, 0, 1, 2, 3, 5)) for _ in range(60)] + [1]


@pytest.mark.parametrize("seed", SEEDS)
def test_newsvendors_and_order_quantities_are_stockpyls(seed):
    eoq, newsvendor, rq = (pytest.importorskip(f"stockpyl.{name}") for name in ("eoq", "newsvendor", "rq"))
    rng = random.Random(seed)
    holding, shortage, mean, spread = rng.uniform(0.1, 2), rng.uniform(2, 20), rng.uniform(5, 80), rng.uniform(1, 12)
    ours, (quantity, cost) = (
        ordering.newsvendor(holding, shortage, mean, spread),
        newsvendor.newsvendor_normal(holding, shortage, mean, spread),
    )
    assert (ours.quantity, ours.cost) == (pytest.approx(quantity), pytest.approx(cost))
    few = ordering.newsvendor_poisson(holding, shortage, mean)
    quantity, cost = newsvendor.newsvendor_poisson(holding, shortage, mean)
    assert (few.quantity, few.cost) == (quantity, pytest.approx(cost))
    plain = ordering.economic_order(8, holding, 1300)
    assert (plain.quantity, plain.cost) == pytest.approx(eoq.economic_order_quantity(8, holding, 1300))
    at, quantity, cost = rq.r_q_poisson_exact(holding, shortage, 100, mean / 10, 2)
    exact = ordering.reorder_policy_poisson(holding=holding, shortage=shortage, fixed=100, demand=mean / 10, delivery=2)
    assert (exact.reorder_at, exact.quantity, exact.cost) == (at, quantity, pytest.approx(cost))


@pytest.mark.parametrize("seed", SEEDS)
def test_losses_and_quantiles_are_stockpyls_and_scipys(seed):
    functions, stats = pytest.importorskip("stockpyl.loss_functions"), pytest.importorskip("scipy.stats")
    rng = random.Random(seed)
    z, mean, more = rng.uniform(-2, 3), rng.uniform(0.2, 9), rng.uniform(1.2, 4)
    assert loss(z) == pytest.approx(functions.standard_normal_loss(z)[0])
    assert by_quantile(mean, 0.95).reorder_at == stats.poisson.ppf(0.95, mean)
    size = mean / (more - 1)  # variance = more × mean
    assert by_quantile(mean, 0.95, variance=more * mean).reorder_at == stats.nbinom.ppf(0.95, size, 1 / more)
    assert chance_more(3, mean, size) == pytest.approx(stats.nbinom.sf(3, size, 1 / more))


@pytest.mark.parametrize("seed", SEEDS)
def test_intermittent_rates_are_statsforecasts(seed):
    models, numpy = pytest.importorskip("statsforecast.models"), pytest.importorskip("numpy")
    past = sales(seed)
    series = numpy.array(past, dtype=float)

    def theirs(model):
        return float(model.fit(series).predict(h=1)["mean"][0])

    found = croston(past)
    assert found is not None
    assert found.rate == pytest.approx(theirs(models.CrostonClassic()))
    assert found.corrected() == pytest.approx(theirs(models.CrostonSBA()))
    assert tsb(past) == pytest.approx(theirs(models.TSB(alpha_d=0.1, alpha_p=0.1)))
