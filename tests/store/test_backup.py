"""A backups folder that cannot be written to is said in words, and never counts as a bug of ours."""

from pathlib import Path

import pytest

from app.errors import StoreError
from app.store.backup import back_up, rotate
from tests.life import add_product, fresh


@pytest.mark.parametrize("where", ["a file in its place", "nobody may write there"])
def test_a_folder_that_refuses_is_said_in_words(tmp_path: Path, where: str) -> None:
    db = fresh(tmp_path)
    add_product(db, "MUG", 5)
    folder = tmp_path / "backups" if where == "a file in its place" else Path("/proc/self/backups")
    if where == "a file in its place":
        folder.write_text("not a folder")
    with pytest.raises(StoreError) as caught:
        back_up(db, folder / "plimsoll-20260514-143200.db")
    assert str(folder) in str(caught.value.title)
    db.close()


def test_an_old_backup_that_cannot_be_removed_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "plimsoll-20260513-143200.db").mkdir()
    (tmp_path / "plimsoll-20260514-143200.db").write_bytes(b"")
    with pytest.raises(StoreError):
        rotate(tmp_path, keep=1)
