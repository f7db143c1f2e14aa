"""Packs: how many pieces of a product one listing sells, as far as its title or SKU says so."""

import re

PACK_MAX = 999

_IN_TITLE = (
    re.compile(r"\b(?:set|pack|box|case|lot|bag|bundle|satz|paket)\s+(?:of|à|a|mit|von|zu)\s+(\d{1,3})\b"),
    re.compile(r"\b(\d{1,3})\s*-?\s*(?:packs?|pk|pcs|pieces|er[\s-]?(?:set|pack)|st(?:ü|ue)ck)\b"),
    re.compile(r"^(\d{1,3})\s?[x×]\s+"),  # "6 x mug"; inside a title it would be a measure
    re.compile(r"(?<![\d\s.,])\s+[(\[]?[x×]\s?(\d{1,3})[)\]]?$"),  # "mug x 6", but not "30 x 40"
)
_IN_SKU = re.compile(r"[-_./ ](?:x(\d{1,3})|(\d{1,3})(?:pk|pack|x))$", re.IGNORECASE)


def pack_of(title: str, sku: str = "") -> int:
    """Pieces in one listing: 1 where nothing says otherwise. The title speaks before the SKU."""
    said = title.casefold().strip()
    for pattern in _IN_TITLE:
        found = pattern.search(said)
        if found and 2 <= int(found[1]) <= PACK_MAX:
            return int(found[1])
    return base_sku(sku)[1]


def base_sku(sku: str) -> tuple[str, int]:
    """The SKU without its pack, and the pack: "MUG-X6" is six of "MUG"."""
    found = _IN_SKU.search(sku.strip())
    pieces = int(found[1] or found[2]) if found else 1
    return (sku.strip()[: found.start()], pieces) if found and 2 <= pieces <= PACK_MAX else (sku.strip(), 1)


def without_pack(title: str) -> str:
    """A title in small letters, without the words that name a pack."""
    said = title.casefold().strip()
    for pattern in _IN_TITLE:
        said = pattern.sub(" ", said)
    return said
