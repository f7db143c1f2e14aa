"""A whole rehearsal: the inventory is copied once, and each step begins with a copy of that copy."""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

from app.core.rehearsal import Assumed, Plan, Report
from app.core.text import N_
from app.errors import StoreError
from app.rehearsal.stage import Stage, Stopped
from app.store import scratch, shops
from app.store.database import reader
from app.store.faults import in_folder
from app.store.scratch import Measured

Progress = Callable[[int, float], None]  # which step, and which share of all of it is over


def play(
    inventory: Path, folder: Path, plan: Plan, *, now: datetime, tell: Progress, stopped: Stopped = lambda: False
) -> Report:
    """Rehearse. `folder` takes the copies and is left as it was found.

    Raises `StoppedError` when it was called off, and `StoreError` where there is nothing to rehearse or no room.
    """
    base, one = folder / "rehearsal.db", folder / "rehearsal-step.db"
    try:
        with closing(reader(inventory)) as db:
            known = {shop.id: scratch.measured(db, shop.id, now=now) for shop in shops.shops(db) if not shop.by_hand}
            names = {shop.id: shop.name for shop in shops.shops(db)}
        scratch.copy(inventory, base, now=now)
        with closing(scratch.open_copy(base)) as db:
            played, left_out = scratch.choose(db, now=now)
            db.execute("pragma wal_checkpoint(truncate)")
            db.execute("pragma journal_mode=delete")
        if not played:
            raise _nothing()
        known = {number: found for number, found in known.items() if any(item.shop == number for item in played)}
        steps = []
        for number, rate in enumerate(plan.rates):
            scratch.remove(one)
            with in_folder(folder):
                shutil.copyfile(base, one)
            stage = Stage(one, known, played, plan, rate, now)
            steps.append(stage.play(partial(_told, tell, number, len(plan.rates)), stopped))
    finally:
        for path in (base, one):
            scratch.remove(path)
    return Report(
        began_at=now,
        plan=plan,
        products=len({item.product for item in played}),
        listings=len(played),
        left_out=left_out,
        assumed=tuple(_assumed(names[number], found) for number, found in known.items()),
        steps=tuple(steps),
    )


def _told(tell: Progress, step: int, steps: int, part: float) -> None:
    tell(step, (step + part) / steps)


def _assumed(name: str, known: Measured) -> Assumed:
    return Assumed(
        shop=name, answers=len(known.answers), hooks=len(known.hooks), by_hook=known.by_hook, limit=known.limit
    )


def _nothing() -> StoreError:
    return StoreError(
        N_("There is nothing to rehearse yet."),
        N_("Connect a channel, link its listings to products, and give these a first number."),
    )
