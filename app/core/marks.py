"""Which Plimsoll sends to a shop: a mark that the shop itself keeps, where its channel can keep one.

Two computers that send to one shop undo each other's numbers, and neither ledger knows of the other. The mark names an
installation and a moment, and nothing of a person or a computer. Whoever is about to send reads it first.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.text import N_

ANOTHER = N_("Another computer is also Plimsoll for this shop")

LOOK_EVERY = timedelta(minutes=5)  # so long may another one be at work before the first has noticed
RENEW_EVERY = timedelta(hours=6)
FRESH = timedelta(days=7)  # a computer that has not renewed its mark for so long sends no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Who sends (an installation; empty: nobody), and since when that is known, by the shop's clock.

    `version` is what the channel calls the value that was read: a mark is only put in the place of one that was seen.
    """

    who: str
    at: datetime
    version: str = ""


class Deed(StrEnum):
    """What a mark that was read asks for."""

    NOTHING = "nothing"
    WRITE = "write"  # our own, new
    GIVE_UP = "give_up"  # ours is there, and we only look
    ANOTHER = "another"  # somebody else's, and it is fresh


def judge(found: Mark | None, me: str, mode: str, *, takes: bool, now: datetime) -> Deed:
    """What to do about a mark.

    `mode` is the shop's: 'live', 'looking', or 'paused', in which what was ours stays. `takes`: the seller said that
    this computer sends, whatever another one does. `now` is the shop's clock.
    """
    live = mode == "live"
    if found is not None and found.who == me:
        if mode == "looking":
            return Deed.GIVE_UP
        return Deed.WRITE if live and (takes or now - found.at > RENEW_EVERY) else Deed.NOTHING
    another = found is not None and bool(found.who) and now - found.at <= FRESH
    if another and not (live and takes):
        return Deed.ANOTHER
    return Deed.WRITE if live else Deed.NOTHING
