"""The manifest of a source: `raw/<source>/source.yaml`."""

from __future__ import annotations

import codecs
import datetime as dt
import json
import re
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    WithJsonSchema,
    model_validator,
)

from schemas.capture import Capture, several
from schemas.marked_yaml import Place
from schemas.mistakes import MisplacedError, MistakesError, described, hint, read, unknown
from schemas.row import FIXED_KEYS, LABEL_KEYS
from schemas.sizes import Size
from schemas.tables.columns import models, values

DEFAULT_KEYS = (*LABEL_KEYS, "country")
"""Labels that a manifest may assert of every row."""

LOOKUP_KINDS = (
    "role", "level", "place", "company", "component", "statistic", "period", "work_mode", "currency_word",
)  # fmt: skip
"""Vocabularies that a source's own spellings may be added to."""

_TEXT_OR_NOTHING = {"type": ["string", "null"]}
_FORMS = {
    "country": (re.compile(r"(?!UK|EL)[A-Z]{2}"), "a code of two letters (ISO 3166-1), such as NL, or GB for the United Kingdom"),
    "currency": (re.compile(r"[A-Z]{3}"), "a code of three letters (ISO 4217), such as EUR"),
}  # fmt: skip
"""How labels are written that fill a column of codes as they are, and what to say of others."""
_DURATION = re.compile(r"P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?")
LONGEST_YEARS = 100
"""Of a cadence: one that nobody lives to see is a slip."""
_CHARSETS = re.compile(
    r"ascii|utf-(?:8|16|32)(?:-[bl]e)?|(?:iso8859-|cp|koi8|mac|gb|big5|shift_jis|euc_)[\w-]*"
)


class ManifestError(MistakesError):
    """A manifest that cannot be used. Every message names file and line, what is wrong and what would be right."""


def _duration(text: str) -> str:
    found = _DURATION.fullmatch(text)
    if not found:
        raise ValueError("not an ISO 8601 duration such as P7D, P2W, P3M or P1Y")
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    if 12 * years + months + weeks / 4 + days / 30 > 12 * LONGEST_YEARS:
        raise ValueError(f"longer than {LONGEST_YEARS} years")
    return text


def charset(text: str) -> str:
    """The plain name of a character encoding that documents come in. Raises ValueError for others.

    Python's further codecs (`idna`, `unicode_escape`, ...) are no encodings of documents, and some take quadratic time.
    """
    try:
        name = codecs.lookup(text).name
    except LookupError:
        name = ""
    if not _CHARSETS.fullmatch(name):
        raise ValueError("not a known character encoding such as utf-8, windows-1252 or latin-1")
    return name


def _decided(value: object) -> object:
    """Lookups without the spellings for which nobody has said yet what they mean."""
    if not isinstance(value, dict):
        return value
    kinds = {kind: {} if given is None else given for kind, given in value.items()}
    return {
        kind: {spelling: entry for spelling, entry in given.items() if entry is not None}
        if isinstance(given, dict)
        else given
        for kind, given in kinds.items()
    }


Lookups = Annotated[
    dict[str, dict[str, str]],
    BeforeValidator(_decided),
    WithJsonSchema(
        {
            "type": "object",
            "additionalProperties": {"type": "object", "additionalProperties": _TEXT_OR_NOTHING},
        }
    ),
]
Duration = Annotated[str, AfterValidator(_duration)]
Patterns = Annotated[
    list[str], BeforeValidator(several), Field(min_length=1, json_schema_extra={"type": ["array", "string"]})
]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Number = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Fraction = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class _Range(_Strict):
    """Below `min` the source is stopped (its last good rows stay); above `max` the run warns."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        least, most = getattr(self, "min", None), getattr(self, "max", None)
        if least is not None and most is not None and least > most:
            raise ValueError(f"min {least:g} is over max {most:g}")
        return self


class Range(_Range):
    """A number. Below `min` the source is stopped (its last good rows stay); above `max` the run warns."""

    min: Number | None = None
    max: Number | None = None


class Share(_Range):
    """A share, 0 to 1. Below `min` the source is stopped (its last good rows stay); above `max` the run warns."""

    min: Fraction | None = None
    max: Fraction | None = None


class Expect(_Strict):
    """What is usual for this source."""

    documents: Range | None = Field(default=None, description="documents that match `documents`")
    rows: Range | None = Field(default=None, description="observations of the source")
    rejected: Share | None = Field(default=None, description="share of rows that fail validation, 0 to 1")
    against_last: Range | None = Field(
        default=None,
        description="rows as a multiple of those in the last release; at least 0.5 where nothing is said",
    )
    filled: dict[str, Share] = Field(
        default={}, description="share of rows with a value, by column of observations, 0 to 1"
    )

    @model_validator(mode="after")
    def _known_columns(self) -> Self:
        known = models()["observations"].names
        for column in self.filled:
            if column not in known:
                raise MisplacedError(
                    ("filled", column), f"there is no column {column!r}; {hint(column, known)}"
                )
        return self


class Limits(_Strict):
    """What one document may cost. What goes over is left out with a reason, and the other documents go on."""

    size: Size = Field(default=20_000_000, description="of one file, such as 20 MB")
    seconds: float = Field(default=20, gt=0, description="of processor time to read one document")
    memory: Size = Field(
        default=1_000_000_000, description="that reading one document may take, such as 1 GB"
    )
    documents: int = Field(default=250_000, gt=0, description="files of the source")


class Freshness(_Strict):
    """How long what a document states is taken for fresh, then for stale; later it is expired."""

    fresh: int = Field(default=120, ge=0, description="days after the day that a document states")
    stale: int = Field(default=240, ge=0, description="days after the day that a document states")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.stale < self.fresh:
            raise MisplacedError(("stale",), f"stale {self.stale} is less than fresh {self.fresh}")
        return self


class Manifest(_Strict):
    """What is known of a source beside its documents. Nothing here is ever taken for something that a document said."""

    title: str = Field(description="name of the source, for people")
    publisher: str = Field(description="who publishes it")
    url: str | None = Field(default=None, description="where it was found")
    licence: str = Field(
        default="unknown", description="SPDX identifier or name; `unknown` is allowed and flagged"
    )
    documents: Patterns = Field(
        ["**/*"], description="which files are documents, as paths below the source's folder"
    )
    captured: dt.date | None = Field(default=None, description="day on which the documents were fetched")
    cadence: Duration | None = Field(
        default=None, description="how often to review, as an ISO 8601 duration: P3M"
    )
    freshness: Freshness = Field(
        default=Freshness(), description="how old a document may be, by the day that it states"
    )
    encoding: Annotated[str, AfterValidator(charset)] | None = Field(
        default=None,
        description="character encoding of documents that neither are UTF-8 nor say what they are",
    )
    defaults: dict[str, str] = Field(default={}, description="labels that the documents leave unsaid")
    expect: Expect = Field(default=Expect(), description="what is usual; far less than that stops the source")
    lookups: Lookups = Field(
        default={}, description="spellings of this source, by vocabulary; an empty value is undecided"
    )
    limits: Limits = Field(default=Limits(), description="what one document may cost")
    capture: Capture | None = Field(default=None, description="pages that `wagebook capture` fetches")

    @model_validator(mode="after")
    def _known_keys(self) -> Manifest:
        for field, given, known in (
            ("defaults", self.defaults, DEFAULT_KEYS),
            ("lookups", self.lookups, LOOKUP_KINDS),
        ):
            for key in given:
                if key not in known:
                    raise MisplacedError((field, key), unknown(key, known))
        for kind in (kind for kind in FIXED_KEYS if kind in self.lookups):
            known_values = sorted(values("observations", kind))
            for spelling, entry in self.lookups[kind].items():
                if entry not in known_values:
                    message = f"{spelling!r} cannot mean {entry!r}; {hint(entry, known_values)}"
                    raise MisplacedError(("lookups", kind, spelling), message)
        for key, (form, wanted) in _FORMS.items():
            code = self.defaults.get(key)
            if code is not None and not form.fullmatch(code):
                raise MisplacedError(("defaults", key), f"{key} {code!r}: not {wanted}")
        for key in (key for key in FIXED_KEYS if key in self.defaults):
            if self.defaults[key] not in values("observations", key):
                known_values = sorted(values("observations", key))
                raise MisplacedError(
                    ("defaults", key),
                    f"{key} cannot be {self.defaults[key]!r}; {hint(self.defaults[key], known_values)}",
                )
        return self


def parse(text: str, file: str) -> Manifest:
    """Read a manifest; `file` is how messages call it. Raises ManifestError with a message for each mistake."""
    try:
        marked = read(text, file)
    except MistakesError as error:
        raise ManifestError(error.messages) from error
    if not isinstance(marked.data, dict):
        raise ManifestError(
            [f"{file}:1: a manifest is a list of `key: value`, with at least title and publisher"]
        )
    # An empty value is the same as one that is left out.
    given = {key: value for key, value in marked.data.items() if value is not None}
    try:
        return Manifest.model_validate(given)
    except ValidationError as error:
        raise ManifestError(described(error, marked, file, _fields)) from error


def _fields(place: Place) -> list[str]:
    inside: dict[Place, type[BaseModel]] = {(): Manifest, ("expect",): Expect, ("limits",): Limits}
    inside[("capture",)] = Capture
    inside[("freshness",)] = Freshness
    return list(inside.get(place, Range).model_fields)


def json_schema() -> str:
    """The JSON Schema of `source.yaml`, for editors."""
    schema = Manifest.model_json_schema()
    for field, known in (("defaults", DEFAULT_KEYS), ("lookups", LOOKUP_KINDS)):
        schema["properties"][field]["propertyNames"] = {"enum": list(known)}
    columns = {"enum": models()["observations"].names}
    schema["$defs"]["Expect"]["properties"]["filled"]["propertyNames"] = columns
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
