"""What stops a refresh, and the exit codes of the command line."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of `wagebook`. 1 is a defect of Wagebook itself, 2 a wrong command line."""

    OK = 0
    INCOMPLETE = 3
    """Published, but documents could not be read or sources were stopped; the summary names them."""
    REFUSED = 4
    """Nothing published: the input or the folders are not as they must be."""
    BUSY = 5
    """Nothing published: another process is writing."""
    DAMAGED = 6
    """A release is not what it says it is."""
    DUE = 7
    """Documents are due for review, and the command was told to fail on that."""


class Stop(Exception):  # noqa: N818 - it ends the run and is shown to people as a sentence, not as an error class
    """Ends the run with a message for a person: what is wrong, where, and what to do."""

    exit = Exit.REFUSED

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[Stop], tuple[str, str]]:
        """So that it comes whole out of a worker process."""
        return type(self), (str(self), self.remedy)


class Busy(Stop):
    """Another process holds the lock of the output folder."""

    exit = Exit.BUSY


class Damaged(Stop):
    """A release is not what it says it is."""

    exit = Exit.DAMAGED
