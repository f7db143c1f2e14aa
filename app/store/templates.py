"""The seller's own templates of messages: beside those that come with Plimsoll, or in the place of one of them."""

from datetime import datetime

from app.store.moments import stamp
from app.store.sqlite import Connection


def templates(db: Connection, language: str) -> dict[str, str]:
    """By name."""
    rows = db.execute("select name, words from letter_template where language = ? order by name", (language,))
    return dict(rows.fetchall())


def save(db: Connection, language: str, name: str, words: str, *, now: datetime) -> None:
    """Inside a transaction: this is the template of that name from now on."""
    db.execute(
        "insert into letter_template (language, name, words, saved_at) values (?, ?, ?, ?)"
        " on conflict do update set words = excluded.words, saved_at = excluded.saved_at",
        (language, name, words, stamp(now)),
    )


def drop(db: Connection, language: str, name: str) -> None:
    """Inside a transaction: it is gone; one that came with Plimsoll is as it came."""
    db.execute("delete from letter_template where language = ? and name = ?", (language, name))
