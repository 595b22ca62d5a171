"""From printed lines to clean text: repairs of what extraction did, and lines joined into paragraphs."""
