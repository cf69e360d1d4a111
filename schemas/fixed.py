"""Dataclasses whose values never change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def fixed(class_: type[T]) -> type[T]:
    """A dataclass with slots and a hash, to whose fields nothing may be assigned: mypy says so, and not the interpreter.

    A hundred thousand values are made in a second of reading, and `frozen=True` makes each take three times as long.
    """
    return dataclass(slots=True, unsafe_hash=True)(class_)
