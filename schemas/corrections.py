"""Corrections: `raw/<source>/corrections.yaml`, figures that a person knows better than the document.

An entry names one figure, says what it expects to find there, and what is right. The document stays as received.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from schemas.alike import on_one_line
from schemas.fixed import fixed
from schemas.marked_yaml import Place
from schemas.mistakes import MistakesError, described, hint, read
from schemas.tables.columns import values

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _day(value: object) -> object:
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("not a day such as 2026-02-28")
    return value


def _number(value: object) -> object:
    try:
        number = float(value) if isinstance(value, str) else value
    except ValueError:
        number = math.nan
    if isinstance(number, float) and not math.isfinite(number):
        raise ValueError("not a plain number such as 150000")
    return number


def _period(value: str) -> str:
    known = sorted(values("observations", "period"))
    if value not in known:
        raise ValueError(f"no such period; {hint(value, known)}")
    return value


Words = Annotated[str, Field(min_length=1)]
Day = Annotated[dt.date, BeforeValidator(_day)]
Number = Annotated[
    float | None,
    BeforeValidator(_number),
]
Period = Annotated[
    str, BeforeValidator(_period), Field(json_schema_extra={"enum": sorted(values("observations", "period"))})
]


class What(_Strict):
    """One figure: by its `observation_id`, or by the line and the text in which it stands."""

    document: Words = Field(description="the document's path below raw/, as in the column `document`")
    observation_id: Words | None = Field(default=None, description="the row, as in observations.parquet")
    line: int | None = Field(default=None, gt=0, description="the line where the evidence begins")
    evidence: Words | None = Field(default=None, description="the figure's text, as in the column `evidence`")

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        placed = self.line is not None and self.evidence is not None
        if bool(self.observation_id) == placed or (self.observation_id and (self.line or self.evidence)):
            raise ValueError("name the figure by observation_id, or by line and evidence")
        return self


class Values(_Strict):
    """What is right. `null` for an end means that it is open."""

    low: Number = Field(default=None, description="lower end, as a plain number")
    high: Number = Field(default=None, description="upper end, as a plain number")
    currency: str | None = Field(default=None, pattern="^[A-Z]{3}$", description="ISO 4217 code")
    period: Period | None = Field(default=None, description="for how long the amount is paid")
    vesting_years: float | None = Field(default=None, gt=0, le=20, description="for grants")

    @model_validator(mode="after")
    def _something(self) -> Self:
        given = self.given
        if not given:
            raise ValueError("says nothing; known: " + ", ".join(type(self).model_fields))
        if "low" in given and "high" in given:
            if self.low is None and self.high is None:
                raise ValueError("one end must have a value")
            if self.low is not None and self.high is not None and self.low > self.high:
                raise ValueError(f"low {self.low:g} is over high {self.high:g}")
        return self

    @property
    def given(self) -> dict[str, float | str | None]:
        """What the entry says, by column; an open end is None."""
        found = {
            name: getattr(self, name) for name in type(self).model_fields if name in self.model_fields_set
        }
        # Only an end can be taken away.
        return {name: value for name, value in found.items() if value is not None or name in ("low", "high")}


class Entry(_Strict):
    """One correction."""

    what: What = Field(description="which figure")
    expect: Words | None = Field(
        default=None, description="the evidence as it stands; may be left out where `what` holds it"
    )
    set: Values = Field(description="what is right")
    why: Words = Field(description="why the document is wrong")
    who: Words = Field(description="who says so")
    when: Day = Field(description="the day on which it was decided")

    @model_validator(mode="after")
    def _expects(self) -> Self:
        if self.expect is None and self.what.evidence is None:
            raise ValueError("expect is missing: the evidence as it stands")
        if self.expect and self.what.evidence and on_one_line(self.expect) != on_one_line(self.what.evidence):
            raise ValueError("expect and what.evidence differ; leave expect out")
        return self

    @property
    def expected(self) -> str:
        """The evidence that it expects, with single spaces."""
        return on_one_line(self.expect or self.what.evidence or "")


@fixed
class Correction:
    """An entry and where it stands: file and line."""

    place: str
    entry: Entry

    @property
    def meant(self) -> str:
        """What it says about its figure, wherever it stands in its file."""
        return self.entry.model_dump_json()


_ENTRIES = TypeAdapter(list[Entry])


def parse(text: str, file: str) -> tuple[Correction, ...]:
    """Read corrections; `file` is how messages call it. Raises MistakesError with a message for each mistake."""
    marked = read(text, file)
    if marked.data is None:
        return ()
    if not isinstance(marked.data, list):
        raise MistakesError(
            [f"{file}:1: corrections are a list of entries, each with what, set, why, who and when"]
        )
    try:
        entries = _ENTRIES.validate_python(marked.data)
    except ValidationError as error:
        raise MistakesError(described(error, marked, file, _fields)) from error
    lines = [marked.line((number,)) for number in range(len(entries))]
    _once(entries, lines, file)
    return tuple(Correction(f"{file}:{line}", entry) for line, entry in zip(lines, entries, strict=True))


def _once(entries: list[Entry], lines: list[int], file: str) -> None:
    first: dict[tuple[object, ...], int] = {}
    twice = []
    for entry, line in zip(entries, lines, strict=True):
        what = entry.what
        figure = (what.document, what.observation_id, what.line, on_one_line(what.evidence or ""))
        if figure in first:
            twice.append(f"{file}:{line}: corrects the same figure as line {first[figure]}; keep one of them")
        first.setdefault(figure, line)
    if twice:
        raise MistakesError(twice)


def _fields(place: Place) -> list[str]:
    inside: dict[Place, type[BaseModel]] = {(): Entry, ("what",): What, ("set",): Values}
    return list(inside[place[1:]].model_fields)


def json_schema() -> str:
    """The JSON Schema of `corrections.yaml`, for editors."""
    schema: dict[str, Any] = _ENTRIES.json_schema()
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Corrections", **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
