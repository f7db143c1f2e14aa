"""What most tests of lanes begin with: an inventory, and a live shop in it that was read once."""

import pytest

from tests.life import fresh
from tests.sync.fake import read_shop


@pytest.fixture
def db(tmp_path):
    db = fresh(tmp_path)
    yield db
    db.close()


@pytest.fixture
def shop(db):
    return read_shop(db)
