"""One relay for the tests that leave it running, one of its own for those that do not."""

import pytest

from tests.relaying.world import Desktop, RelayProcess


@pytest.fixture(scope="package")
def running(tmp_path_factory):
    made = RelayProcess(tmp_path_factory.mktemp("relay") / "data")
    made.start()
    yield made
    made.kill()


@pytest.fixture
def own_relay(tmp_path):
    made = RelayProcess(tmp_path / "own" / "data")
    made.start()
    yield made
    made.kill()


@pytest.fixture
def make_desktop(tmp_path):
    made = []

    def make(name="desk", **options):
        made.append(Desktop(tmp_path / name, **options))
        return made[-1]

    yield make
    for desktop in made:
        desktop.close()


@pytest.fixture
def desktop(make_desktop, running):
    """Paired, with a Shopify shop that has an address."""
    desktop = make_desktop()
    desktop.relaying.pair(running.address, running.code())
    desktop.shopify = desktop.shop()
    desktop.door = desktop.relaying.doorway(desktop.shopify)
    return desktop
