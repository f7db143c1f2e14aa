"""Stores of both kinds for the same tests, and relays on loopback."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.relay.postgres_store import PostgresStore
from app.relay.sqlite_store import SqliteStore
from app.relay.store import Store
from tests.relay import postgres
from tests.relay.relays import Desk, Relay, Relays, paired

KINDS = ("sqlite", "postgres")
MakeStore = Callable[..., Store]


@pytest.fixture(scope="session")
def pg_server() -> Iterator[postgres.Server]:
    programs = postgres.programs()
    if programs is None:
        pytest.skip(postgres.NONE)
    with postgres.server(programs) as server:
        yield server


@pytest.fixture(params=KINDS)
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store is: a folder, or the address of a database."""
    if request.param == "sqlite":
        return str(tmp_path / "store")
    return request.getfixturevalue("pg_server").new_database()


@pytest.fixture
def make_store(where: str) -> MakeStore:
    """One more store object on the same data."""

    def make(**options: object) -> Store:
        if where.startswith("postgresql:"):
            return PostgresStore(where, **options)  # type: ignore[arg-type]
        return SqliteStore(Path(where), **options)  # type: ignore[arg-type]

    return make


@pytest.fixture
def relays(tmp_path: Path) -> Iterator[Relays]:
    with Relays(tmp_path / "logs") as started:
        yield started


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Relay]:
    folder = tmp_path_factory.mktemp("relay")
    with Relays(folder / "logs") as relays:
        yield relays.start(str(folder / "store"), rate=1e6, burst=1e6)


@pytest.fixture
def desk(served: Relay) -> Desk:
    return paired(served)
