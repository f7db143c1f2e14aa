"""Small pictures that a simulated shop shows of its products: a pot on a ground, drawn from the product's name.

A shop without an address for them shows none: what is held against real answers stays as it is.
"""

import struct
import zlib
from math import cos, pi, sqrt
from urllib.parse import quote, unquote

import httpx

SIDE = 128
_AT = "/pictures/"
_GROUNDS = ((226, 232, 228), (236, 228, 216), (220, 230, 236), (234, 224, 224), (228, 228, 214))
_GLAZES = ((62, 98, 104), (148, 92, 64), (86, 96, 122), (170, 138, 92), (98, 112, 82), (118, 76, 84))
_FOOT, _TOP = 104, {"plate": 84, "bowl": 62, "mug": 48, "vase": 22}


def address(base: str, name: str) -> str:
    """Where the picture of a product is; "" where the shop has no address for pictures."""
    return f"{base}{_AT}{quote(name, safe='')}.png" if base else ""


def answer(request: httpx.Request) -> httpx.Response | None:
    """The picture that is asked for; None where something else is."""
    path = request.url.raw_path.decode("ascii").partition("?")[0]
    if request.method != "GET" or not path.startswith(_AT):
        return None
    name = unquote(path.removeprefix(_AT)).removesuffix(".png")
    return httpx.Response(200, headers={"Content-Type": "image/png"}, content=drawn(name))


def drawn(name: str) -> bytes:
    """The picture as a PNG. One name is always the same picture."""
    seed = zlib.crc32(name.encode())
    ground, glaze = _GROUNDS[seed % len(_GROUNDS)], _GLAZES[seed // 7 % len(_GLAZES)]
    shape = next((one for one in _TOP if one in name.lower()), "bowl" if seed % 2 else "vase")
    rows = (_row(shape, y, ground, glaze) for y in range(SIDE))
    return _png(b"".join(b"\0" + row for row in rows))


def _row(shape: str, y: int, ground: tuple[int, ...], glaze: tuple[int, ...]) -> bytes:
    half = _half_width(shape, y)
    found = bytearray()
    for x in range(SIDE):
        from_middle = x + 0.5 - SIDE / 2
        covered = max(0.0, min(1.0, half - abs(from_middle) + 0.5)) if half else 0.0
        light = 1.12 - 0.3 * (from_middle + SIDE / 2) / SIDE - (0.12 if y > (_FOOT + _TOP[shape]) / 2 else 0.0)
        found += bytes(
            round(under * (1 - covered) + min(255.0, over * light) * covered)
            for under, over in zip(ground, glaze, strict=True)
        )
    return bytes(found)


def _half_width(shape: str, y: int) -> float:
    """Half of how wide the pot is in a row; 0 where there is none."""
    top = _TOP[shape]
    if not top <= y < _FOOT:
        return 0.0
    down = (y - top) / (_FOOT - top)
    if shape == "mug":
        return 26.0
    if shape == "vase":
        return 15.0 + 15.0 * (1 - cos(2 * pi * min(1.0, down * 1.1))) / 2
    wide = 46.0 if shape == "plate" else 38.0
    return 14.0 + (wide - 14.0) * sqrt(1 - down * down)


def _png(rows: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
