"""Printed page numbers, checked against the count of pages: a number is believed only where another agrees with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printed:
    """A page number as printed on the page of that index."""

    index: int
    digits: str
    turnable: bool = True  # False where geometry vouches for the order of the digits

    def readings(self) -> tuple[int, ...]:
        """The number as printed, then with its digits reversed: some extractions turn them round."""
        straight, turned = int(self.digits), int(self.digits[::-1])
        if not self.turnable or straight == turned or self.digits.endswith("0"):
            return (straight,)
        return (straight, turned)


@dataclass(frozen=True, slots=True)
class Numbering:
    """Page numbers by index (None where unknown), and how far the printed ones bear each other out."""

    numbers: tuple[int | None, ...]
    agreeing: int  # printed numbers that agree with the count
    printed: int
    disagreeing: tuple[Printed, ...] = ()

    @property
    def complete(self) -> bool:
        """All printed numbers, two or more, agree with the count of pages."""
        return self.agreeing >= 2 and self.agreeing == self.printed


def number_pages(count: int, printed: Sequence[Printed]) -> Numbering:
    """Numbers for ``count`` pages: by the offset that all printed ones share, else between agreeing neighbours."""
    if not printed:
        return Numbering((None,) * count, 0, 0)
    offsets = Counter(offset for mark in printed for offset in {value - mark.index for value in mark.readings()})
    # ties go to the offset that reads more numbers straight
    straight = Counter(mark.readings()[0] - mark.index for mark in printed)
    offset, support = max(offsets.items(), key=lambda item: (item[1], straight[item[0]], -abs(item[0])))
    if support == len(printed) and support >= 2:
        return Numbering(tuple(_valid(index + offset) for index in range(count)), support, support)
    return _stretches(count, printed)


def _valid(number: int) -> int | None:
    return number if number >= 1 else None


def _stretches(count: int, printed: Sequence[Printed]) -> Numbering:
    """Where numbers jump (pages are missing, or one is misread): fill between agreeing neighbours."""
    chosen = _choose(printed)
    numbers: list[int | None] = [None] * count
    agreed: set[int] = set()
    for here in range(len(printed) - 1):
        step = printed[here + 1].index - printed[here].index
        if step >= 1 and chosen[here + 1] - chosen[here] == step:
            agreed |= {here, here + 1}
            for index in range(printed[here].index, printed[here + 1].index + 1):
                numbers[index] = chosen[here] + index - printed[here].index
    wrong = tuple(mark for position, mark in enumerate(printed) if position not in agreed)
    return Numbering(tuple(numbers), len(agreed), len(printed), wrong)


def _choose(printed: Sequence[Printed]) -> list[int]:
    """One reading for each number so that most neighbours agree with the count between them (a Viterbi pass)."""
    best: list[dict[int, tuple[float, int | None]]] = []
    for position, mark in enumerate(printed):
        row: dict[int, tuple[float, int | None]] = {}
        for rank, value in enumerate(mark.readings()):
            cost = -0.01 * rank
            if not position:
                row[value] = (cost, None)
                continue
            step = mark.index - printed[position - 1].index
            row[value] = max(
                ((score + cost + _link(before, value, step), before) for before, (score, _) in best[-1].items()),
                key=lambda item: item[0],
            )
        best.append(row)
    value = max(best[-1], key=lambda key: best[-1][key][0])
    chosen = [value]
    for position in range(len(printed) - 1, 0, -1):
        back = best[position][chosen[-1]][1]
        assert back is not None
        chosen.append(back)
    return chosen[::-1]


def _link(before: int, value: int, step: int) -> float:
    if value - before == step:
        return 1.0
    return 0.2 if value - before > step else 0.0  # a jump forward is a gap of missing pages; backwards is a misreading
