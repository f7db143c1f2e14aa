"""Does a cache before a shop hold old stock back? What a probe saw, and what it means (requirements R65).

A product that nobody can buy is made, its number changed, and then read: twice by REST, as programs see the shop, and
twice as buyers' browsers see it. Whoever still shows the old number reads from a cache.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.text import N_, Text


class Layer(StrEnum):
    """Through what a shop was looked at."""

    REST = "rest"  # as programs read it
    STORE = "store"  # the interface that baskets and checkouts in the browser ask
    PAGE = "page"  # the product's own page


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheLook:
    """One reading, so many seconds after the write. `old` None: it did not say which number it shows."""

    layer: Layer
    old: bool | None
    after_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheProbe:
    """What a probe saw, in the order of its readings."""

    at: datetime
    looks: tuple[CacheLook, ...]

    @property
    def holds(self) -> bool:
        """Did anything still show the old number?"""
        return any(look.old for look in self.looks)


_NAMES = {
    Layer.REST: N_("The REST API"),
    Layer.STORE: N_("What baskets ask"),
    Layer.PAGE: N_("The product’s page"),
}
_ADVICE = {
    Layer.REST: N_("Leave stock and the REST API out of your object cache, or Plimsoll reads old numbers."),
    Layer.STORE: N_("Leave /wp-json/wc/store out of every cache, or buyers fill baskets with what is gone."),
    Layer.PAGE: N_("Let the cache drop a product’s page when its stock changes, or leave product pages out of it."),
}


def probe_words(probe: CacheProbe) -> tuple[Text, ...]:
    """What the probe found, one sentence for each layer that holds old numbers back, and one for what did not say."""
    by_layer = {layer: [look for look in probe.looks if look.layer is layer] for layer in Layer}
    said = [_held(layer, looks) for layer, looks in by_layer.items() if any(look.old for look in looks)]
    silent = [layer for layer, looks in by_layer.items() if not looks or all(look.old is None for look in looks)]
    if not said:
        said.append(N_("No cache holds stock back: a changed number was shown at once."))
    return (*said, *(N_("{what} did not say which number it shows.", what=_NAMES[layer]) for layer in silent))


def _held(layer: Layer, looks: Sequence[CacheLook]) -> Text:
    oldest = max(look.after_s for look in looks if look.old)
    fresh = [look.after_s for look in looks if look.old is False and look.after_s > oldest]
    values = {"what": _NAMES[layer], "n": max(1, round(oldest)), "advice": _ADVICE[layer]}
    if fresh:
        return N_("{what} still showed the old number {n} s after the change, and then the new one. {advice}", **values)
    return N_("{what} still showed the old number {n} s after the change. {advice}", **values)
