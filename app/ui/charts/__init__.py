"""Charts in the design's chart language. What is drawn where is worked out without Qt; pyqtgraph is imported late."""
