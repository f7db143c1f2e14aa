"""`plimsoll-relay`: serve, pair, back up."""

import sys

from app.relay.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
