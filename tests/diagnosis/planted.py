"""Causes that are planted, and other failures that do not matter: each can be left out, to see whether it mattered.

A seed makes one story: sales in a quiet hour with harmless failures, then few pieces left and the planted cause.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.core.diagnosis_causes import Cause
from app.store import settings
from app.store.database import transaction
from tests.diagnosis.scene import BOWL, MUG, SET, TWIN, Scene

QUIET = 1300.0
CRUNCH = QUIET + 300.0
END = CRUNCH + 1150.0
HARMLESS = 4


@dataclass(slots=True)
class Story:
    """One seed: the rolled numbers, and which failures are left out of this telling."""

    seed: int
    left_out: frozenset[str] = frozenset()
    rng: random.Random = field(init=False)
    first: int = field(init=False)
    second: int = field(init=False)
    left: int = field(init=False)
    gap: float = field(init=False)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed * 7919)
        self.first, self.second = self.rng.sample((1, 2, 3), 2)
        self.left = self.rng.choice((1, 1, 2, 3))
        self.gap = self.rng.uniform(200, 420)

    def there(self, fault: str) -> bool:
        """Does this fault happen in this telling?"""
        return fault not in self.left_out


Plant = Callable[[Scene, Story], None]


def _late(scene: Scene, story: Story, apart: float) -> None:
    """Somebody buys the last pieces in one shop, and later as many somewhere else."""
    scene.at(CRUNCH, lambda: scene.buy(story.first, pieces=story.left))
    for turn in range(story.left):
        scene.at(CRUNCH + apart + turn * 3, lambda: scene.buy(story.second))


def off(scene: Scene, story: Story) -> None:
    if story.there("planted"):
        scene.at(CRUNCH - story.rng.uniform(5, 60), lambda: setattr(scene, "off", True))
        scene.at(CRUNCH + story.gap + story.rng.uniform(60, 900), scene.switch_on)
    _late(scene, story, story.gap)


def webhook(scene: Scene, story: Story) -> None:
    with transaction(scene.db):
        settings.put(scene.db, settings.POLL_S, 1200, shop=story.first, now=scene.now)
    if story.there("planted"):
        ringing = scene.sims[story.first].ringing
        scene.at(CRUNCH - 1, lambda: setattr(ringing, "lost", 1.0))
        scene.at(CRUNCH + 1, lambda: setattr(ringing, "lost", 0.0))
    scene.at(120, lambda: scene.buy(story.first, BOWL))  # it rings at other orders
    scene.at(CRUNCH - 400, lambda: scene.buy(story.first, BOWL))
    _late(scene, story, min(story.gap, 240))


def second(scene: Scene, story: Story) -> None:
    story.left = 1
    _late(scene, story, 0.3 if story.there("planted") else 240.0)


def too_many(scene: Scene, story: Story) -> None:
    if story.there("planted"):
        faults = scene.sims[story.second].faults
        scene.at(CRUNCH - 20, lambda: (setattr(faults, "throttled", True), setattr(faults, "retry_after_s", 60)))
        scene.at(CRUNCH + story.gap + 120, faults.calm)
    _late(scene, story, story.gap)


def slow(scene: Scene, story: Story) -> None:
    if story.there("planted"):
        faults = scene.sims[story.second].faults
        kind = story.rng.choice(("down", "broken"))
        scene.at(CRUNCH - 20, lambda: setattr(faults, kind, True))
        scene.at(CRUNCH + story.gap + 120, faults.calm)
    _late(scene, story, story.gap)


def by_hand_outside(scene: Scene, story: Story) -> None:
    if story.there("planted"):
        up = story.left + story.rng.randint(1, 3)
        scene.at(CRUNCH + 100, lambda: scene.type_in(story.second, up))
    _late(scene, story, story.gap)


def by_hand_inside(scene: Scene, story: Story) -> None:
    if story.there("planted"):
        scene.at(CRUNCH + 60, lambda: scene.by_hand(-story.left))
    for turn in range(story.left):
        scene.at(CRUNCH + 60.4 + turn * 0.1, lambda: scene.buy(story.second))


def held(scene: Scene, story: Story) -> None:
    story.left = 1
    scene.hold_back(1)
    if story.there("planted"):
        scene.at(QUIET - 600, lambda: scene.hold_back(0))
    _late(scene, story, 0.3)


def race(scene: Scene, story: Story) -> None:
    with transaction(scene.db):
        settings.put(scene.db, settings.OUTSIDE_EDITS, "ours", shop=story.second, now=scene.now)
    if story.there("planted"):
        number = story.left + 2
        for turn in range(8):
            scene.at(CRUNCH - 200 + turn * 75, lambda: scene.type_in(story.second, number))
    _late(scene, story, story.gap)


def returned(scene: Scene, story: Story) -> None:
    """An order that was sent is cancelled: WooCommerce puts its pieces on sale again at once."""
    story.second, story.first = 2, story.rng.choice((1, 3))
    sold: list[str | None] = []
    scene.at(60, lambda: sold.append(scene.buy(2, pieces=story.left)))
    scene.at(400, lambda: [scene.sims[2].ship(ref) for ref in sold if ref])
    if story.there("planted"):
        scene.at(CRUNCH + 240, lambda: [scene.sims[2].cancel(ref) for ref in sold if ref])
    scene.at(CRUNCH, lambda: scene.buy(story.first, pieces=story.left))
    for turn in range(story.left):
        scene.at(CRUNCH + 240.4 + turn * 0.1, lambda: scene.buy(2))


def duplicate(scene: Scene, story: Story) -> None:
    if story.there("planted"):
        scene.at(story.rng.uniform(200, QUIET - 200), lambda: scene.buy(2, TWIN, story.left))
    scene.at(CRUNCH, lambda: scene.buy(story.first, pieces=story.left))
    scene.at(CRUNCH + 600, scene.link_twin)


def bundle(scene: Scene, story: Story) -> None:
    story.left = 1
    where = story.rng.choice((1, 3))
    other = story.rng.choice((1, 2, 3))
    if story.there("planted"):
        scene.at(CRUNCH, lambda: scene.buy(where, SET))
    scene.at(CRUNCH + 0.3, lambda: scene.buy(other))


PLANTS: dict[str, tuple[Cause, Plant]] = {
    "off": (Cause.LATE, off),
    "webhook": (Cause.LATE, webhook),
    "second": (Cause.LATE, second),
    "too many": (Cause.LATE, too_many),
    "by hand outside": (Cause.HAND, by_hand_outside),
    "by hand inside": (Cause.HAND, by_hand_inside),
    "held": (Cause.HELD, held),
    "slow": (Cause.SLOW, slow),
    "race": (Cause.RACE, race),
    "returned": (Cause.RETURN, returned),
    "duplicate": (Cause.DUPLICATE, duplicate),
    "bundle": (Cause.BUNDLE, bundle),
    "unknown": (Cause.UNKNOWN, slow),
}


# ------------------------------------------------------------------------------------------------ what does not matter


def _switch(scene: Scene, shop: int, name: str, begin: float, length: float) -> None:
    faults = scene.sims[shop].faults
    scene.at(begin, lambda: setattr(faults, name, True))
    scene.at(begin + length, lambda: setattr(faults, name, False))


def _nap(scene: Scene, at: float) -> None:
    scene.at(at, lambda: setattr(scene, "off", True))
    scene.at(at + 400, scene.switch_on)


def _deaf(scene: Scene, shop: int, at: float) -> None:
    ringing = scene.sims[shop].ringing
    scene.at(at, lambda: setattr(ringing, "lost", 1.0))
    scene.at(at + 1, lambda: scene.buy(shop, BOWL))
    scene.at(at + 2, lambda: setattr(ringing, "lost", 0.0))


def _lowered(scene: Scene, story: Story, at: float) -> None:
    scene.at(at / 2, lambda: scene.type_in(story.first, max(0, scene.shows(story.first) - 1)))


def _third(scene: Scene, story: Story, _at: float) -> None:
    # Asked when it happens: a planted cause may choose its shops after this was put into the calendar.
    scene.at(QUIET, lambda: _switch(scene, 6 - story.first - story.second, "broken", CRUNCH - 60 - QUIET, 300))


def _bowl_held(scene: Scene, _story: Story, at: float) -> None:
    scene.hold_back(5, BOWL)
    scene.at(at, lambda: scene.hold_back(0, BOWL))


def _two_bowls(scene: Scene, _story: Story, at: float) -> None:
    scene.at(at, lambda: scene.buy(1, BOWL))
    scene.at(at + 0.5, lambda: scene.buy(2, BOWL))


HARMLESS_ONES: dict[str, tuple[Cause, Callable[[Scene, Story, float], None]]] = {
    "bowl typed in a shop": (Cause.HAND, lambda s, y, t: s.at(t, lambda: s.type_in(y.second, 50, BOWL))),
    "bowl corrected": (Cause.HAND, lambda s, y, t: s.at(t, lambda: s.by_hand(-1, BOWL))),
    "mug corrected early": (Cause.HAND, lambda s, y, t: s.at(t / 2, lambda: s.by_hand(-1))),
    "mug lowered in a shop": (Cause.HAND, _lowered),
    "a shop was down": (Cause.SLOW, lambda s, y, t: _switch(s, y.second, "down", t, 60)),
    "a shop was busy": (Cause.LATE, lambda s, y, t: _switch(s, y.second, "throttled", t, 45)),
    "a third shop is broken": (Cause.SLOW, _third),
    "a nap": (Cause.LATE, lambda s, y, t: _nap(s, t)),
    "a lost webhook": (Cause.LATE, lambda s, y, t: _deaf(s, y.first, t)),
    "bowl held back less": (Cause.HELD, _bowl_held),
    "a set was sold": (Cause.BUNDLE, lambda s, y, t: s.at(t, lambda: s.buy(3, SET))),
    "two bowls at once": (Cause.LATE, _two_bowls),
}


@dataclass(slots=True)
class Told:
    """How a telling ended."""

    scene: Scene
    over: int
    harmless: tuple[str, ...]


def tell(
    seed: int,
    folder: Path,
    left_out: frozenset[str] = frozenset(),
    plant: str = "",
    changed: Callable[[Scene], None] | None = None,
) -> Told:
    """Play one seed; the world stays open. `changed` is done once everything is set up."""
    name = plant or list(PLANTS)[seed % len(PLANTS)]
    story = Story(seed, left_out)
    scene = Scene(seed, folder, f"{seed}-{'-'.join(sorted(left_out))}{changed.__name__ if changed else ''}")
    scene.setup()
    chosen = story.rng.sample(sorted(HARMLESS_ONES), HARMLESS)
    times = [story.rng.uniform(250, QUIET - 450) for _ in chosen]
    for _ in range(4):
        shop, when = story.rng.choice((1, 2, 3)), story.rng.uniform(60, QUIET)
        scene.at(when, lambda shop=shop: scene.buy(shop))
    for what, when in zip(chosen, times, strict=True):
        if story.there(what):
            HARMLESS_ONES[what][1](scene, story, when)
    PLANTS[name][1](scene, story)
    if changed is not None:
        changed(scene)
    scene.at(QUIET + 20, lambda: _sell_down(scene, story))
    scene.play(END)
    return Told(scene, scene.pieces_over(), tuple(chosen))


def _sell_down(scene: Scene, story: Story) -> None:
    """Buyers leave few pieces."""
    held = max(0, _available(scene) - scene.shows(story.first))
    pieces = min(scene.shows(story.first), scene.shows(story.first) + held - story.left)
    if pieces > 0:
        scene.buy(story.first, MUG, pieces)


def _available(scene: Scene) -> int:
    row = scene.db.execute(
        "select available from stock_level join product on id = product_id where sku = ?", (MUG,)
    ).fetchone()
    return int(row[0])
