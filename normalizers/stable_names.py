"""Names made of what things say, so that the same things have the same names in every run."""

from __future__ import annotations

from hashlib import blake2b


def digest(*parts: object) -> str:
    """A short name for what the parts say together (16 hexadecimal digits)."""
    return blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).hexdigest()
