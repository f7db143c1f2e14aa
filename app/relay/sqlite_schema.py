"""The tables of a relay's SQLite store, as numbered steps that are never edited after release."""

from app.relay.sqlite import Connection

APPLICATION_ID = 0x506C5265  # "PlRe": a file that is not ours is not touched
STEPS = (
    """
    create table mailbox (
        id integer primary key autoincrement,    -- never used again: neither is a sequence
        key blob not null,                       -- new records are sealed to this public key
        newest integer not null default 0,       -- the newest sequence number given
        acked integer not null default 0,
        handed integer not null default 0,       -- the newest gap that a pull has told of
        waiting integer not null default 0,
        size integer not null default 0
    ) strict;

    create table device (
        id text primary key,
        mailbox_id integer not null references mailbox (id) on delete cascade,
        public blob not null
    ) strict, without rowid;

    create table endpoint (
        mailbox_id integer not null references mailbox (id) on delete cascade,
        id text not null,                        -- the desktop's own name for it
        never_retries integer not null default 0,
        scheme text not null default '',
        secret text not null default '',         -- what the seller lends to refuse forgeries or answer challenges
        base text not null default '',           -- the relay as channels see it, without the secret part
        primary key (mailbox_id, id)
    ) strict, without rowid;

    create table token (
        number integer primary key autoincrement,
        digest blob not null unique,             -- SHA-256 of the secret part of an address
        mailbox_id integer not null,
        endpoint_id text not null,
        foreign key (mailbox_id, endpoint_id) references endpoint (mailbox_id, id) on delete cascade
    ) strict;
    create index token_endpoint on token (mailbox_id, endpoint_id);

    create table record (
        mailbox_id integer not null references mailbox (id) on delete cascade,
        seq integer not null,
        endpoint text not null,                  -- of a gap: the endpoints, as a JSON array
        at_ms integer not null,
        key_id text,
        gap text check (gap in ('full', 'expired', 'lost')),
        sealed blob,                             -- last, so that everything before it is read without it
        primary key (mailbox_id, seq),
        check ((gap is null) = (sealed is not null))
    ) strict;
    create index record_age on record (at_ms) where gap is null;
    create index record_gap on record (mailbox_id, gap, endpoint, seq) where gap is not null;

    create table code (
        digest blob primary key,                 -- SHA-256 of a one-time pairing code
        until_ms integer not null
    ) strict, without rowid;
    """,
)


class NotAStore(Exception):
    """The file is no relay's, or a newer relay's. It was not touched."""


def check(db: Connection, steps: tuple[str, ...] = STEPS) -> int:
    """The version of a store, 0 for an empty file; nothing is written. Raises `NotAStore`."""
    (version,) = db.execute("pragma user_version").fetchone()
    (owner,) = db.execute("pragma application_id").fetchone()
    (tables,) = db.execute("select count(*) from sqlite_master").fetchone()
    if version > len(steps) or (owner != APPLICATION_ID and (owner or version or tables)):
        raise NotAStore(f"version {version} of {owner:#x}")
    return int(version)


def migrate(db: Connection, steps: tuple[str, ...] = STEPS) -> None:
    """Bring a store up to date; all steps and the note that they ran commit together. Raises `NotAStore`."""
    db.execute("begin immediate")  # two that start at once do not both make the tables
    try:
        version = check(db, steps)
        for step in steps[version:]:
            for statement in _statements(step):
                db.execute(statement)
        db.execute(f"pragma application_id = {APPLICATION_ID}")
        db.execute(f"pragma user_version = {len(steps)}")
    except BaseException:
        db.execute("rollback")
        raise
    db.execute("commit")


def _statements(step: str) -> list[str]:
    """`executescript` would commit first."""
    bare = "\n".join(line.partition("--")[0] for line in step.splitlines())
    return [statement for statement in map(str.strip, bare.split(";")) if statement]
