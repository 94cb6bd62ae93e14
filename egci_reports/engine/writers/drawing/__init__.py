"""Charts as shapes, the same for every format: PDF paints them, Word shows them as SVG with a PNG."""
