"""Which policies play the reference week, and in which worlds."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from app.channels import CHANNELS
from app.core.policy import Choice
from app.store.plans import SLOW_S
from tests.bench.week_plain import Adaptive, Escrow, Everywhere
from tests.bench.week_play import Desk
from tests.bench.week_plimsoll import WINDOW_S, Plimsoll, Seller, measured
from tests.bench.week_world import Ears, Product, World, heard_by, polled

BLIND = ("blind",) * 3
MINUTE = heard_by(Ears(read_every_s=60))
EVENING = (18.0, 23.0)
LAG = (0.0, 0.0, 180.0)
# Channel 1 Shopify-like, 2 Woo-like, 3 Etsy-like. Woo's webhooks come up to a minute late: its orders are read. That
# Etsy's buyers see an old number for a while is the theory's guess; its interface answers at once, and tells of no lag.
VENDORS = World(
    ears=(Ears(read_every_s=60), Ears(hook_s=None, read_every_s=15), Ears(read_every_s=60)),
    writes=("cas", "woo", "etsy"),
)
LATE = replace(VENDORS, lag_s=LAG)
INFOS = [CHANNELS[key].info for key in ("shopify", "woocommerce", "etsy")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One row of the table. `oversold` and `unsold_share` are aims; None: it is only told."""

    name: str
    label: str
    world: World
    desk: Callable[[Product], Desk]
    many: bool = False  # seeds 1 to 100 instead of 1 to 20
    same_as: str = ""  # the row that has already played this very world
    oversold: float | None = None
    unsold_share: float | None = None


def ours(name: str, label: str, world: World, seller: Seller, **more) -> Case:
    """A row played by the program's own policy."""
    return Case(name=name, label=label, world=world, desk=partial(Plimsoll, seller=measured(seller, world)), **more)


def plain(name: str, label: str, world: World, desk: Callable[..., Desk], **more) -> Case:
    """A row played by another tool, or by the theory's own rule."""
    return Case(name=name, label=label, world=world, desk=desk, **more)


SHARE = Seller(choice=Choice.SHARE)
SPLIT = Seller(choice=Choice.NEVER)
ADAPTIVE = Seller()
ASLEEP = replace(ADAPTIVE, sleeps=True)


def slow(seller: Seller, window_s: float) -> Seller:
    """The same with another measured window."""
    return replace(seller, windows_s=(window_s,) * 3)


WEEK = (
    plain("week-poll-15min", "poll 15 min, blind", World(polled(900), BLIND), partial(Everywhere, exact=False)),
    plain("week-poll-1min", "poll 1 min, blind", World(polled(60), BLIND), partial(Everywhere, exact=False)),
    plain("week-webhook-blind", "webhook, blind", World(writes=BLIND), partial(Everywhere, exact=False)),
    ours("week-webhook-cas", "share: webhook, delta", World(), SHARE),
    ours("week-held-back-1", "share, 1 held back", World(), replace(SHARE, held=1)),
    ours("week-held-back-2", "share, 2 held back", World(), replace(SHARE, held=2)),
    plain("week-split-never-moved", "theory: split, never moved", World(), partial(Escrow, moves=False), oversold=0),
    plain("week-theory-split", "theory: split, moves", World(), Escrow, many=True, oversold=0),
    plain("week-theory-float-3", "theory: float 3, reserve", World(), partial(Escrow, rights=3), oversold=0),
    ours("week-split", "split", World(), SPLIT, many=True, oversold=0),
    plain("week-theory-adaptive", "theory: adaptive 1e-4", World(), Adaptive, many=True),
    plain("week-theory-adaptive-60s", "theory: adaptive, 60 s", World(MINUTE), Adaptive, many=True),
    ours("week-adaptive", "adaptive 1e-4", World(), ADAPTIVE, many=True),
    ours("week-adaptive-60s", "adaptive, 60 s", World(MINUTE), ADAPTIVE, many=True, oversold=0.05, unsold_share=0.0005),
)

WORLDS = (
    ours("world-evening-share", "on 18-23: share", World(awake=EVENING), SHARE),
    ours("world-evening-adaptive", "on 18-23: adaptive, splits first", World(awake=EVENING), ASLEEP),
    ours("world-evening-split", "on 18-23: split", World(awake=EVENING), replace(SPLIT, sleeps=True), oversold=0),
    ours("world-lost-5-share", "5 % lost: share", World(heard_by(Ears(lost=0.05))), SHARE),
    ours("world-lost-0.5-900s", "0.5 % lost, 900 s: adaptive", World(), ADAPTIVE, same_as="week-adaptive"),
    ours("world-lost-0.5-60s", "0.5 % lost, 60 s: adaptive", World(MINUTE), ADAPTIVE, same_as="week-adaptive-60s"),
    ours("world-lost-5-900s", "5 % lost, 900 s: adaptive", World(heard_by(Ears(lost=0.05))), ADAPTIVE),
    ours("world-lost-5-60s", "5 % lost, 60 s: adaptive", World(heard_by(Ears(lost=0.05, read_every_s=60))), ADAPTIVE),
    ours("world-lost-5-split", "5 % lost: split", World(heard_by(Ears(lost=0.05))), SPLIT, oversold=0),
    ours("world-lag-unknown-adaptive", "lag unknown: adaptive", World(lag_s=LAG), ADAPTIVE),
    ours("world-lag-unknown-split", "lag unknown: split", World(lag_s=LAG), SPLIT),
    ours(
        "world-lag-known-adaptive",
        "lag known: adaptive, quota on 3",
        World(lag_s=LAG),
        replace(ADAPTIVE, lag_s=LAG, fixed=(2,)),
    ),
    ours(
        "world-lag-known-window",
        "lag known: adaptive, W 190 s",
        World(lag_s=LAG),
        replace(slow(ADAPTIVE, 190), lag_s=LAG),
    ),
    ours("world-lag-known-split", "lag known: split", World(lag_s=LAG), replace(SPLIT, lag_s=LAG), oversold=0),
    ours("world-poll-1min-blindly", "no relay, 1 min: adaptive, W 8 s", World(polled(60)), ADAPTIVE),
    ours("world-poll-1min-adaptive", "no relay, 1 min: adaptive, W 65 s", World(polled(60)), slow(ADAPTIVE, 65)),
    ours("world-poll-1min-split", "no relay, 1 min: split", World(polled(60)), SPLIT, oversold=0),
    ours("world-poll-15min-adaptive", "no relay, 15 min: adaptive, W 905 s", World(polled(900)), slow(ADAPTIVE, 905)),
    ours("world-poll-15min-split", "no relay, 15 min: split", World(polled(900)), SPLIT, oversold=0),
)


def _vendors(seller: Seller) -> Seller:
    """As the program's connectors declare the three shops, and with the windows that it measures there."""
    settle = tuple(info.settle_s for info in INFOS)
    fixed = tuple(at for at, lag in enumerate(settle) if lag >= SLOW_S)
    return replace(seller, writes=VENDORS.writes, lag_s=settle, windows_s=WINDOWS_S, looks=True, fixed=fixed)


def _told(seller: Seller) -> Seller:
    """As if Etsy's connector declared the lag."""
    return replace(_vendors(seller), lag_s=LAG, fixed=(2,))


WINDOWS_S = (WINDOW_S, 20.0, WINDOW_S)
SHOPS = (
    ours("world-vendors-share", "Shopify, Woo, Etsy: share", VENDORS, _vendors(SHARE)),
    ours("world-vendors-adaptive", "Shopify, Woo, Etsy: adaptive", VENDORS, _vendors(ADAPTIVE), oversold=0.05),
    ours("world-vendors-split", "Shopify, Woo, Etsy: split", VENDORS, _vendors(SPLIT), oversold=0),
    ours("world-vendors-late-adaptive", "Etsy late, untold: adaptive", LATE, _vendors(ADAPTIVE)),
    ours("world-vendors-late-split", "Etsy late, untold: split", LATE, _vendors(SPLIT)),
    ours("world-vendors-told-adaptive", "Etsy late, told: adaptive", LATE, _told(ADAPTIVE)),
    ours("world-vendors-told-split", "Etsy late, told: split", LATE, _told(SPLIT)),
)

CASES = (*WEEK, *WORLDS, *SHOPS)
