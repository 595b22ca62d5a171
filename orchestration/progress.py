"""Who wants to hear how far a run is: the command line sets a listener, everything else only reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Listener = Callable[[str, int, int], None]  # stage, done, of how many

_listeners: list[Listener] = []


def report(stage: str, done: int, total: int) -> None:
    """Tells how far a stage is."""
    for listener in _listeners:
        listener(stage, done, total)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Sends reports to the listener while the block runs."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)
