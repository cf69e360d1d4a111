"""What a worker is asked to do. Light, so that a process which only asks imports nothing that reads."""

from __future__ import annotations

from dataclasses import dataclass

READ = "read"
"""The status of a document that was read; every other one is a reason why it was not."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Which file is to be read, and what is known of it. `sha256` is empty for what cannot be read."""

    source: str
    document: str
    file: str
    sha256: str
    fingerprint: str
    extractor: str
    extractor_version: str
    seconds: float
    memory: int
