"""How this language states numbers, dates, units, periods, bodies, people and posts: marks, each with a span and a normal form."""
