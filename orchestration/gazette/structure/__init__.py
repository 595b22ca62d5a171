"""From a stream of lines to documents with their elements and sections."""
