"""Reviews: `raw/<source>/reviews.yaml`, which documents a person looked at, when, and what their bytes were then.

Entries are added by `wagebook review done` and never changed; the last one of a document counts.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from schemas.corrections import Day, Words
from schemas.fixed import fixed
from schemas.marked_yaml import Place
from schemas.mistakes import MistakesError, described, read


class Entry(BaseModel):
    """One review of one document."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    document: Words = Field(description="the document's path below raw/, as in the column `document`")
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] = Field(
        description="SHA-256 of the bytes that were looked at"
    )
    by: Words = Field(description="who looked at it")
    on: Day = Field(description="the day of the review")
    next: Day | None = Field(default=None, description="the next review, where the reviewer set it")
    note: Words | None = Field(default=None, description="what came of it")

    @model_validator(mode="after")
    def _ahead(self) -> Self:
        if self.next is not None and self.next <= self.on:
            raise ValueError(f"next {self.next} is not after the review on {self.on}")
        return self


@fixed
class Review:
    """An entry and where it stands: file and line."""

    place: str
    entry: Entry


_ENTRIES = TypeAdapter(list[Entry])


def parse(text: str, file: str) -> tuple[Review, ...]:
    """Read reviews; `file` is how messages call it. Raises MistakesError with a message for each mistake."""
    marked = read(text, file)
    if marked.data is None:
        return ()
    if not isinstance(marked.data, list):
        raise MistakesError(
            [f"{file}:1: reviews are a list of entries, each with document, sha256, by and on"]
        )
    try:
        entries = _ENTRIES.validate_python(marked.data)
    except ValidationError as error:
        raise MistakesError(described(error, marked, file, _fields)) from error
    return tuple(Review(f"{file}:{marked.line((at,))}", entry) for at, entry in enumerate(entries))


def written(entries: list[Entry]) -> str:
    """Entries as the text to be put at the end of a file."""
    return "".join(
        f"- {chr(10).join(_lines(entry))}\n".replace("\n", "\n  ").rstrip(" ") for entry in entries
    )


def _lines(entry: Entry) -> list[str]:
    values = entry.model_dump(exclude_none=True)
    return [f"{name}: {_scalar(value)}" for name, value in values.items()]


def _scalar(value: object) -> str:
    """A value on one line, quoted where YAML needs it."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return yaml.safe_dump(value, allow_unicode=True, width=float("inf")).removesuffix("...\n").strip()


def latest(reviews: tuple[Review, ...], as_of: dt.date) -> Entry | None:
    """The review that counts on a day: the latest up to it; of one day the one that was written last."""
    known = [review.entry for review in reviews if review.entry.on <= as_of]
    return max(reversed(known), key=lambda entry: entry.on) if known else None


def _fields(place: Place) -> list[str]:
    return list(Entry.model_fields)
