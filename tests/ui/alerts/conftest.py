"""A small inventory for the tests of this folder."""

import pytest

from tests.ui.shell.world import worlds


@pytest.fixture
def make_world(tmp_path):
    with worlds(tmp_path) as make:
        yield make


@pytest.fixture
def world(make_world):
    return make_world()
