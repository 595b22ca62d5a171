"""What a reader raises for input that must be quarantined instead of read."""

from __future__ import annotations

from orchestration.gazette.records import Notice


class Unreadable(Exception):
    """The bytes hold no text that can be read: ``notice`` says which file, what is wrong and the way out."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice.message)
        self.notice = notice

    def __reduce__(self) -> tuple[type[Unreadable], tuple[Notice]]:
        # exceptions are pickled by their args; without this a worker process would hand back a broken one
        return (type(self), (self.notice,))


def unreadable(file: str, code: str, wrong: str, way_out: str, quote: str | None = None) -> Unreadable:
    """Builds the exception from its parts: the file, a stable code, what is wrong, and what a person can do."""
    return Unreadable(Notice("reading", code, f"{file}: {wrong}; {way_out}.", quote))
