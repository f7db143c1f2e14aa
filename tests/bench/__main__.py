"""Run the named measurements, or all: each prints its figures as JSON, one a line: name, value, unit, aim, ok."""

import sys
from importlib import import_module

NAMES = (
    "book",
    "growth",
    "first-paint",
    "table",
    "command-field",
    "latency",
    "offer",
    "rules",
    "leaving",
    "alerts",
    "week",
    "matching",
    "restock",
    "relay",
    "count",
    "diagnosis",
    "today",
    "ledger",
    "backtest",
    "floors",
    "rehearsal",
    "frozen",
)


def main(wanted: list[str]) -> int:
    unknown = [name for name in wanted if name not in NAMES]
    if unknown:
        print(f"no such measurement: {', '.join(unknown)}; there are {', '.join(NAMES)}", file=sys.stderr)
        return 2
    for name in wanted or NAMES:
        import_module(f"tests.bench.{name.replace('-', '_')}").run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
