"""Lines of a shop's own log that the seller pasted into an incident: one thing said, the newest of it holds."""

import json
from collections.abc import Sequence
from datetime import datetime

from app.core.shop_log import LogLine, Sign
from app.store import closing
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

NAME = "shop_log"


def keep(db: Connection, incident: int, lines: Sequence[LogLine], *, now: datetime) -> None:
    """Inside a transaction: these and no others from now on."""
    kept = json.dumps([[stamp(line.at), line.sign.value, line.words] for line in lines])
    closing.say(db, incident, NAME, kept if lines else None, now=now)


def kept(db: Connection, incident: int) -> list[LogLine]:
    """What was pasted, in the order of time."""
    found = closing.said(db, incident).get(NAME)
    rows = json.loads(found.value) if found else []
    return [LogLine(at=moment(at), sign=Sign(sign), words=words) for at, sign, words in rows]
