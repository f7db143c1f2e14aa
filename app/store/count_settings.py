"""How the seller counts: the tolerance, the sounds and the scanner. Dated settings, read when a count begins."""

import json
from datetime import datetime

from app.core.count_entry import GAP_MS, Scanner
from app.core.counting import Tolerance
from app.store import settings
from app.store.sqlite import Connection

TOLERANCE, SOUNDS, SCANNER = "count_tolerance", "count_sounds", "count_scanner"


def tolerance(db: Connection) -> Tolerance:
    """How far counted and ledger may be apart before a product is counted again."""
    pieces, _, percent = str(settings.get(db, TOLERANCE) or "2:0").partition(":")
    return Tolerance(pieces=int(pieces), percent=float(percent))


def put_tolerance(db: Connection, wanted: Tolerance, *, now: datetime) -> None:
    """Inside a transaction: counts that begin from now on have this tolerance."""
    settings.put(db, TOLERANCE, f"{wanted.pieces}:{wanted.percent:g}", now=now)


def sounds(db: Connection) -> bool:
    """Are there tones?"""
    return bool(settings.get(db, SOUNDS) != 0)


def put_sounds(db: Connection, *, on: bool, now: datetime) -> None:
    """Inside a transaction: tones, or none."""
    settings.put(db, SOUNDS, int(on), now=now)


def scanner(db: Connection) -> Scanner:
    """How the scanner types."""
    kept = settings.get(db, SCANNER)
    if kept is None:
        return Scanner()
    prefix, suffix, gap_ms, guard_ms = json.loads(str(kept))
    return Scanner(prefix=prefix, suffix=suffix, gap_ms=gap_ms or GAP_MS, guard_ms=guard_ms)


def put_scanner(db: Connection, learned: Scanner, *, now: datetime) -> None:
    """Inside a transaction: this is how it types."""
    kept = json.dumps([learned.prefix, learned.suffix, learned.gap_ms, learned.guard_ms])
    settings.put(db, SCANNER, kept, now=now)


GUARD_MOST_MS = 1000
GAP_MOST_MS = 200
