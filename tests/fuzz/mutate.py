"""Seeds of every format and the ways in which files get damaged, for the fuzz runs in and outside the suite."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

from tests.support import render
from tests.support.render import Block

_TITLE = "临江市人民政府关于印发临江市防汛抗旱工作方案的通知"
_BODY = (
    "临政发〔2022〕17号",
    "各县区人民政府，市政府各部门：",
    "现将《临江市防汛抗旱工作方案》印发给你们，请认真贯彻执行。",
    "一、总体要求",
    "到2025年，新建泵站12座以上，清淤河道１５０公里，受益人口达到3.5万人左右。（责任单位：市水利局、市应急局）",
    "（一）工作目标。２０２２年住宅用地供应８０．５公顷，其中东城区３０．２公顷，西城区５０．３公顷。",
    "任命张三丰为临江市水利局局长（试用期一年）；免去李四光的临江市应急局副局长职务。",
    "临江市人民政府",
    "2022年5月6日",
)
_TABLE = (("序号", "任务", "单位"), ("1", "清淤河道", "市水利局"), ("2", "储备沙袋", "市应急局"))


@cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    """One small file of each kind, with its name."""
    blocks = [Block(_TITLE, "title", True), *map(Block, _BODY), Block(kind="table", rows=_TABLE)]
    text = "\n".join((_TITLE, *_BODY) * 3)
    paged = "\n".join(f"{line}\n" + (f"{n} 临江市人民政府公报　2022年第5期\n" if n % 4 == 0 else "") for n, line in
                      enumerate(text.split("\n")))  # fmt: skip
    return (
        ("plain.txt", text.encode()),
        ("paged.txt", paged.encode()),
        ("feeds.txt", text.replace("\n一、", "\f\n一、").encode()),
        ("gb.txt", text.encode("gb18030")),
        ("wide.txt", text.encode("utf-16")),
        (
            "page.html",
            render.web_page(blocks, _TITLE, [("发文字号", "临政发〔2022〕17号"), ("成文日期", "2022-05-06")]).encode(),
        ),
        ("one.pdf", render.pdf(blocks * 2)),
        ("loose.pdf", render.pdf(blocks * 2, 2, compress=False)),
        ("two.pdf", render.pdf(blocks * 3, 2, "interleaved", footer="— {number} —")),
    )


def _flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 12)):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data) + 1) :]


def _remove(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) + 1)
    del data[start : start + chance.randint(1, 400)]


def _repeat(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.randint(1, 200)]
    data[start:start] = piece * chance.randint(1, 30)


def _swap(data: bytearray, chance: random.Random) -> None:
    if len(data) > 4:
        a, b = sorted(chance.sample(range(len(data)), 2))
        data[a:b] = data[a:b][::-1]


_WORDS = (
    b"\x00", b"\f", b"\r", b"\xff\xfe", b"\xed\xa0\x80", b"<table><td>", b"</p>", b"<!--", b"<![CDATA[", b"&#x110000;",
    b"\xef\xbf\xbe", b" \n ", b"endstream", b"/Rotate 90", b"/Kids [1 0 R]", b"12\n13\n14\n", "第３期".encode(),
    "９９９９公报２０２２年第５期\n".encode(), "（".encode() * 60, "增长".encode() * 40, "、".encode() * 50,
    b"1234567890" * 30,
)  # fmt: skip


def _insert(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) + 1)
    data[start:start] = chance.choice(_WORDS) * chance.choice((1, 1, 1, 7, 100))


_WAYS: tuple[Callable[[bytearray, random.Random], None], ...] = (_flip, _cut, _remove, _repeat, _swap, _insert, _insert)


def mutant(seed: int) -> tuple[str, bytes]:
    """The same damaged file for the same seed."""
    chance = random.Random(seed)
    name, payload = chance.choice(seeds())
    data = bytearray(payload)
    for _ in range(chance.randint(1, 4)):
        chance.choice(_WAYS)(data, chance)
    return name, bytes(data[:2_000_000])
