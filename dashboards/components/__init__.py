"""What the pages share: the door to the warehouse, filters, tables, charts, the reader and the words."""
