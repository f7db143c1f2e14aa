"""The windows: what is drawn, asked and said. What is true is decided in `core` and kept in `store`."""
