"""What one write touched, so that every screen and lane can decide what to read again."""

from app.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Names of things that a transaction changed. Shops and incidents are named by their number."""

    skus: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()
    shops: frozenset[int] = frozenset()
    incidents: frozenset[int] = frozenset()
    due: frozenset[int] = frozenset()  # shops that have something new to be told
    settings: bool = False
    catalog: bool = False  # products or listings came, went or were linked
    alerts: bool = False  # an alert came, went, or is to be heard of

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            skus=self.skus | other.skus,
            orders=self.orders | other.orders,
            shops=self.shops | other.shops,
            incidents=self.incidents | other.incidents,
            due=self.due | other.due,
            settings=self.settings or other.settings,
            catalog=self.catalog or other.catalog,
            alerts=self.alerts or other.alerts,
        )

    def __bool__(self) -> bool:
        return self != NOTHING


NOTHING = Changes()
