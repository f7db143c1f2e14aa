"""Somebody who scans without a pause, until the process is killed. Each scan is told when it is answered."""

import sys
from pathlib import Path

from app import counting
from app.counting import Sort
from app.session import utc_now
from app.store.database import open_database


def main(path: Path, session: int) -> None:
    db = open_database(path)
    print("ready", flush=True)
    while True:
        heard = counting.scan(db, session, "MUG", shelf="Shelf A", now=utc_now())
        assert heard.sort is Sort.ACCEPTED
        print(heard.line.counted, flush=True)  # in the place of the tone


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
