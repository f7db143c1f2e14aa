"""`python -m tests.golden.make` writes the golden files of the newest schema: once, when it is released."""

import gzip
import tempfile
from pathlib import Path

from app.posting import post_order
from app.store.format import SCHEMA_VERSION
from tests.life import NOW, add_listing, add_product, add_shop, fresh, line, order
from tests.store.test_database import GOLDEN, schema


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        db = fresh(Path(folder))
        shop = add_shop(db)
        add_product(db, "MUG", 5)
        add_product(db, "SPOON", 9)
        add_product(db, "SET", MUG=2, SPOON=1)
        add_listing(db, shop, "MUG", shows=5)
        add_listing(db, shop, "SET", shows=2)
        post_order(db, shop, order("1", line("MUG", 1)), now=NOW)
        post_order(db, shop, order("1", line("MUG", 0, shipped=1), at=1), now=NOW)
        post_order(db, shop, order("2", line("MUG", 1), at=2), now=NOW)
        (GOLDEN / f"schema-{SCHEMA_VERSION}.sql").write_text(schema(db) + "\n", encoding="utf-8")
        db.execute("pragma journal_mode=delete")
        db.execute("vacuum")
        db.close()
        packed = gzip.compress((Path(folder) / "inventory.db").read_bytes(), mtime=0)
        (GOLDEN / f"inventory-{SCHEMA_VERSION}.db.gz").write_bytes(packed)


if __name__ == "__main__":
    main()
