"""Sizes as people write them: `20 MB`."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field

_SIZE = re.compile(r"(\d{1,9}(?:\.\d{1,3})?) ?(B|kB|KB|KiB|MB|MiB|GB|GiB)?")
_UNITS = {
    "B": 1,
    "kB": 10**3,
    "KB": 10**3,
    "MB": 10**6,
    "GB": 10**9,
    "KiB": 2**10,
    "MiB": 2**20,
    "GiB": 2**30,
}


def _bytes(value: object) -> object:
    found = _SIZE.fullmatch(value) if isinstance(value, str) else None
    if isinstance(value, str) and not found:
        raise ValueError("not a size such as 500 kB, 20 MB or 1 GiB")
    return int(float(found[1]) * _UNITS[found[2] or "B"]) if found else value


Size = Annotated[int, BeforeValidator(_bytes), Field(gt=0, json_schema_extra={"type": ["integer", "string"]})]
