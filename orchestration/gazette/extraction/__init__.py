"""Facts of a document, one module per family, all of one shape: ``find(marked)`` yields facts and notices."""
