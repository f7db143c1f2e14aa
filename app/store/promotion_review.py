"""How a promotion went: what was planned against what sold, and every number at its beginning and its end."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from app.store import promotions, sales
from app.store.moments import stamp
from app.store.promotions import Promotion, Snapped
from app.store.sqlite import Connection

MOST = 500  # products, those that sold most

# Sales of the promotion and of some weeks before it, and the lowest number that was available meanwhile.
_SOLD = """
    with moved as (
        select product_id, happened_at as at, on_hand_after - committed_after as there,
            case kind when 'commit' then committed_delta when 'release' then committed_delta
                when 'restock' then -on_hand_delta else 0 end as n
        from stock_entry where happened_at >= :before and happened_at < :ended)
    select product.id, sku, title, sum(iif(at >= :began, n, 0)) as sold, sum(iif(at < :began, n, 0)) as usual,
        min(iif(at >= :began, there, null))
    from moved join product on product.id = product_id group by product.id having sold > 0 or usual > 0
    order by sold desc, usual desc, sku limit :most
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One product: pieces that would have sold as usual and as planned, what sold, and what was there."""

    product: int
    sku: str
    title: str
    usual: float
    planned: int
    sold: int
    before: int | None  # available at its beginning
    after: int | None
    ran_out: bool
    shows: tuple[Snapped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A promotion that is over. `incidents`: the numbers of those that began meanwhile."""

    promotion: Promotion
    outcomes: tuple[Outcome, ...]
    incidents: tuple[int, ...]

    @property
    def sold(self) -> int:
        """Pieces that sold."""
        return sum(one.sold for one in self.outcomes)

    @property
    def planned(self) -> int:
        """Pieces that would have sold as planned."""
        return sum(one.planned for one in self.outcomes)

    @property
    def uplift(self) -> float | None:
        """So much more sold than usual (0.5: half as much again); None where nothing sold before."""
        usual = sum(one.usual for one in self.outcomes)
        return self.sold / usual - 1 if usual else None


def review(db: Connection, promotion: Promotion) -> Review:
    """Read one that was on. Reads some weeks of the ledger: for a press, not for a paint."""
    began, ended = promotion.began_at, promotion.ended_at
    assert began is not None
    assert ended is not None
    shown = _by_sku(promotions.snapshot(db, promotion.id))
    days = max(0.0, (ended - began) / timedelta(days=1))
    values = {
        "before": stamp(began - timedelta(days=sales.RATE_DAYS)), "began": stamp(began), "ended": stamp(ended),
        "most": MOST,
    }  # fmt: skip
    found = []
    for product, sku, title, sold, usual, lowest in db.execute(_SOLD, values).fetchall():
        a_day = sales.days_of(db, product, window=sales.RATE_DAYS, now=began).demand().mean if usual else 0.0
        planned = round(a_day * days * (1 + promotion.planned.uplift / 100))
        if planned or sold > 0:
            shows = shown.get(sku, ())
            found.append(
                Outcome(
                    product=product, sku=sku, title=title, usual=a_day * days, planned=planned, sold=max(0, sold),
                    before=_available(shows, at_end=False), after=_available(shows, at_end=True),
                    ran_out=lowest is not None and lowest <= 0, shows=shows,
                )
            )  # fmt: skip
    rows = db.execute(
        "select id from incident where opened_at >= ? and opened_at < ? order by id", (values["began"], values["ended"])
    )
    return Review(promotion=promotion, outcomes=tuple(found), incidents=tuple(number for (number,) in rows))


def _by_sku(rows: list[Snapped]) -> Mapping[str, tuple[Snapped, ...]]:
    found: dict[str, list[Snapped]] = defaultdict(list)
    for one in rows:
        found[one.sku].append(one)
    return {sku: tuple(listed) for sku, listed in found.items()}


def _available(shows: tuple[Snapped, ...], *, at_end: bool) -> int | None:
    kept = [one.after if at_end else one.before for one in shows]
    return next((one[1] for one in kept if one is not None), None)
