"""Messages to customers of an incident, as they were last typed, and when each was sent."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from app.core.messages import Mark, Message
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One customer's message."""

    order: int
    language: str
    template: str
    message: Message
    saved_at: datetime
    sent_at: datetime | None = None


def letters(db: Connection, head: int) -> dict[int, Letter]:
    """All of an incident, by order. `head` is the first of those joined."""
    rows = db.execute(
        "select order_id, language, template, words, marks, saved_at, sent_at from incident_letter"
        " where incident_id = ?",
        (head,),
    )
    return {
        order: Letter(
            order=order,
            language=language,
            template=template,
            message=Message(words=words, marks=tuple(Mark(**mark) for mark in json.loads(marks))),
            saved_at=moment(saved),
            sent_at=moment_or_none(sent),
        )
        for order, language, template, words, marks, saved, sent in rows
    }


def save(
    db: Connection, head: int, order: int, message: Message, *, language: str, template: str, now: datetime
) -> None:
    """Keep what was typed. What was sent stays as it went."""
    marks = json.dumps([asdict(mark) for mark in message.marks])
    db.execute(
        "insert into incident_letter (incident_id, order_id, language, template, words, marks, saved_at)"
        " values (?, ?, ?, ?, ?, ?, ?) on conflict do update set language = excluded.language,"
        " template = excluded.template, words = excluded.words, marks = excluded.marks, saved_at = excluded.saved_at"
        " where sent_at is null",
        (head, order, language, template, message.words, marks, stamp(now)),
    )


def mark_sent(db: Connection, head: int, order: int, at: datetime | None) -> None:
    """The seller sent it then; None: it was not sent after all."""
    db.execute(
        "update incident_letter set sent_at = ? where incident_id = ? and order_id = ?",
        (stamp(at) if at else None, head, order),
    )


def prune(db: Connection, *, closed_before: datetime) -> int:
    """Forget the words to customers of incidents closed before then; that they were sent, and when, stays."""
    return db.execute(
        "update incident_letter set words = '', marks = '[]' where words != '' and incident_id in"
        " (select id from incident as head where closed_at < ?1 and not exists (select 1 from incident"
        "  where joined_to = head.id and (closed_at is null or closed_at >= ?1)))",
        (stamp(closed_before),),
    ).rowcount
