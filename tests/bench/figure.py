"""How a figure is printed."""

import json


def figure(name: str, value: float, unit: str, *, at_most: float | None = None, at_least: float | None = None) -> bool:
    """Print one figure with its aim; whether it was reached. Without an aim it is only told."""
    aim = at_most if at_most is not None else at_least
    ok = aim is None or (value <= aim if at_most is not None else value >= aim)
    said = {"name": name, "value": round(value, 4), "unit": unit, "aim": aim, "ok": ok}
    print(json.dumps(said), flush=True)
    return ok
