"""What a seller may have meant by a word that nothing holds: the nearest word among names, SKUs and barcodes."""

import re
from difflib import get_close_matches

from app.store.sqlite import Connection

LEAST = 4  # letters; a shorter word is near to anything
_LOOKED_AT = 60  # products that share the most letters with it
_NEAR = 0.72
_MOST_LETTERS = 40

_ALIKE = """
    select sku, title, barcode from product_words where product_words match ? order by rank limit ?
"""
_HOLDS = "select 1 from product_words where product_words match ? limit 1"


def meant(db: Connection, typed: str) -> str | None:
    """The words with those that nothing holds replaced by near ones; None when there is nothing near."""
    words = typed.encode(errors="ignore").decode().replace("\0", " ").split()
    found = [word if _held(db, word) else _nearest(db, word) for word in words]
    if not words or None in found or found == words:
        return None
    return " ".join(word for word in found if word is not None)


def _held(db: Connection, word: str) -> bool:
    return len(word) < LEAST or db.execute(_HOLDS, (_phrase(word),)).fetchone() is not None


def _nearest(db: Connection, word: str) -> str | None:
    letters = word.casefold()[:_MOST_LETTERS]
    trigrams = sorted({letters[place : place + 3] for place in range(len(letters) - 2)})
    rows = db.execute(_ALIKE, (" OR ".join(map(_phrase, trigrams)), _LOOKED_AT)).fetchall()
    known: dict[str, str] = {}
    for sku, title, barcode in rows:
        codes = (*sku.split(), *str(barcode or "").split())
        known |= {code.casefold(): code for code in codes}
        known |= {name: name for name in re.findall(r"\w+", title.casefold())}
    near = get_close_matches(letters, known, n=1, cutoff=_NEAR)
    return known[near[0]] if near else None


def _phrase(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
