"""Records that are never changed: the type checker holds them so, and nothing guards them at run time.

A document makes thousands of records, and a frozen dataclass sets each of its fields with a call of its own
(``object.__setattr__``): one of twenty fields takes 2.6 µs to make, and 1.0 µs where its fields are simply set.
``dataclasses.replace`` makes another, as of any dataclass, and equal ones hash alike.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[type], type]:
        """``@record(frozen=True, slots=True)`` stands for the same of ``dataclass``."""
        return dataclass(slots=slots, kw_only=kw_only, unsafe_hash=frozen)
