"""The command line of the relay."""

import argparse
import asyncio
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path

from app.relay.ingest import digest_of
from app.relay.server import Relay, wall_ms
from app.relay.sqlite_store import SqliteStore
from app.relay.store import Store, StoreDown

CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that looks like another
CODE_LENGTH = 12
CODE_MS = 15 * 60 * 1000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; the exit status."""
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.run(asked))
    except StoreDown as error:
        print(f"The store cannot be used: {error}", file=sys.stderr)  # noqa: T201
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="plimsoll-relay", description="Keeps webhooks until Plimsoll fetches them.")
    commands = parser.add_subparsers(required=True)
    serve = commands.add_parser("serve", help="answer channels and desktops")
    serve.add_argument(
        "--host", default="127.0.0.1", help="address to listen on; put TLS before it (default %(default)s)"
    )
    serve.add_argument("--port", type=int, default=8787)
    serve.set_defaults(run=_serve)
    pair = commands.add_parser("pair", help="show a one-time code for one desktop")
    pair.set_defaults(run=_pair)
    copy = commands.add_parser("backup", help="copy the store while it runs")
    copy.add_argument("target", type=Path)
    copy.set_defaults(run=_back_up)
    for command in (serve, pair, copy):
        command.add_argument("--data", type=Path, default=Path("relay-data"), help="folder of the store")
        command.add_argument("--store", default="", help="postgresql://... in place of a file in --data")
    return parser


def _store(asked: argparse.Namespace) -> Store:
    if not asked.store:
        return SqliteStore(asked.data)
    from app.relay.postgres_store import PostgresStore  # its library comes with an extra of its own

    return PostgresStore(asked.store)


def _serve(asked: argparse.Namespace) -> int:
    from app.relay.running import StoppingServer, config_of

    relay = Relay(_store(asked))
    server = StoppingServer(config_of(relay, host=asked.host, port=asked.port), relay)
    server.run()
    return 0 if server.started else 1


def _pair(asked: argparse.Namespace) -> int:
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    shown = "-".join(code[at : at + 4] for at in range(0, CODE_LENGTH, 4))

    async def keep() -> None:
        store, now_ms = _store(asked), wall_ms()
        await store.open()
        try:
            await store.put_code(digest_of(code), until_ms=now_ms + CODE_MS, now_ms=now_ms)
        finally:
            await store.close()

    asyncio.run(keep())
    print(f"Type this code into Plimsoll within 15 minutes: {shown}")  # noqa: T201
    return 0


def _back_up(asked: argparse.Namespace) -> int:
    if asked.store:
        print("Back PostgreSQL up with pg_dump.", file=sys.stderr)  # noqa: T201
        return 2

    async def copy() -> None:
        store = SqliteStore(asked.data)
        await store.open()
        try:
            await store.back_up(asked.target)
        finally:
            await store.close()

    asyncio.run(copy())
    return 0
