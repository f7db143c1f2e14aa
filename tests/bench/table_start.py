"""The process that table.py starts. Qt comes into it as it comes into the program: see `app.ui.qt_start`.

Otherwise the source text of every module would stay in memory, 10 MB that the program never holds.
"""

import sys

from app.ui.qt_start import load_qt

if __name__ == "__main__":
    load_qt()
    from tests.bench.table_page import main

    main(*sys.argv[1:])
