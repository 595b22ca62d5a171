"""PDF files: pages of positioned characters, read in the order in which people read them."""
