"""Each check of `--self-check` passes here, and one that cannot pass says so."""

import pytest

from app import self_check


@pytest.mark.parametrize("name", self_check.CHECKS)
def test_everything_is_there(name, theme, tmp_path, monkeypatch):
    monkeypatch.setattr(self_check, "_theme", lambda: theme)
    assert self_check.CHECKS[name](tmp_path)


def test_what_is_missing_ends_it(tmp_path, monkeypatch):
    monkeypatch.setattr(self_check, "LEAST_AUTHORITIES", 10_000)
    with pytest.raises(AssertionError, match="certificate authorities"):
        self_check.CHECKS["TLS"](tmp_path)
