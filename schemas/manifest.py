"""The manifest of a source: `raw/<source>/source.yaml`."""

from __future__ import annotations

import codecs
import datetime as dt
import json
import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from schemas.marked_yaml import MarkedYamlError, Place, load
from schemas.row import FIXED_KEYS, LABEL_KEYS
from schemas.tables.columns import values

DEFAULT_KEYS = (*LABEL_KEYS, "country")
"""Labels that a manifest may assert of every row."""

LOOKUP_KINDS = (
    "role", "level", "place", "company", "employer_group", "component", "statistic", "period", "education", "skill",
    "work_mode", "currency_word",
)  # fmt: skip
"""Vocabularies that a source's own spellings may be added to."""

_DURATION = re.compile(r"P(?=\d)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?")
_CHARSETS = re.compile(
    r"ascii|utf-(?:8|16|32)(?:-[bl]e)?|(?:iso8859-|cp|koi8|mac|gb|big5|shift_jis|euc_)[\w-]*"
)
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


class ManifestError(ValueError):
    """A manifest that cannot be used. Every message names file and line, what is wrong and what would be right."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


def _duration(text: str) -> str:
    if not _DURATION.fullmatch(text):
        raise ValueError("not an ISO 8601 duration such as P7D, P2W, P3M or P1Y")
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


def _bytes(value: object) -> object:
    found = _SIZE.fullmatch(value) if isinstance(value, str) else None
    if isinstance(value, str) and not found:
        raise ValueError("not a size such as 500 kB, 20 MB or 1 GiB")
    return int(float(found[1]) * _UNITS[found[2] or "B"]) if found else value


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


Duration = Annotated[str, AfterValidator(_duration)]
Size = Annotated[int, BeforeValidator(_bytes), Field(gt=0, json_schema_extra={"type": ["integer", "string"]})]
Patterns = Annotated[
    list[str], BeforeValidator(_several), Field(min_length=1, json_schema_extra={"type": ["array", "string"]})
]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Range(_Strict):
    """Below `min` the source is stopped (its last good rows stay); above `max` the run warns."""

    min: float | None = None
    max: float | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Range:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"min {self.min:g} is over max {self.max:g}")
        return self


class Expect(_Strict):
    """What is usual for this source."""

    documents: Range | None = Field(default=None, description="documents that match `documents`")
    rows: Range | None = Field(default=None, description="observations of the source")
    rejected: Range | None = Field(default=None, description="share of rows that fail validation, 0 to 1")
    filled: dict[str, Range] = Field(
        default={}, description="share of rows with a value, by column of observations, 0 to 1"
    )


class Limits(_Strict):
    """What one document may cost. What goes over is left out with a reason, and the other documents go on."""

    size: Size = Field(default=20_000_000, description="of one file, such as 20 MB")
    seconds: float = Field(default=20, gt=0, description="to read one document")
    memory: Size = Field(
        default=1_000_000_000, description="that reading one document may take, such as 1 GB"
    )
    documents: int = Field(default=250_000, gt=0, description="files of the source")


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
    encoding: Annotated[str, AfterValidator(charset)] | None = Field(
        default=None,
        description="character encoding of documents that neither are UTF-8 nor say what they are",
    )
    defaults: dict[str, str] = Field(default={}, description="labels that the documents leave unsaid")
    expect: Expect = Field(default=Expect(), description="what is usual; far less than that stops the source")
    lookups: dict[str, dict[str, str]] = Field(
        default={}, description="spellings of this source, by vocabulary"
    )
    limits: Limits = Field(default=Limits(), description="what one document may cost")

    @model_validator(mode="after")
    def _known_keys(self) -> Manifest:
        for field, given, known in (
            ("defaults", self.defaults, DEFAULT_KEYS),
            ("lookups", self.lookups, LOOKUP_KINDS),
        ):
            for key in given:
                if key not in known:
                    raise UnknownKeyError(field, key, known)
        for key in (key for key in FIXED_KEYS if key in self.defaults):
            if self.defaults[key] not in values("observations", key):
                raise UnknownValueError(key, self.defaults[key], sorted(values("observations", key)))
        return self


class UnknownKeyError(ValueError):
    """A key below `defaults` or `lookups` that does not exist."""

    def __init__(self, field: str, key: str, known: Iterable[str]) -> None:
        super().__init__(_unknown(key, known))
        self.place = (field, key)


class UnknownValueError(ValueError):
    """A value below `defaults` that the column of its key cannot have."""

    def __init__(self, key: str, value: str, known: list[str]) -> None:
        super().__init__(f"{key} cannot be {value!r}; {_hint(value, known)}")
        self.place = ("defaults", key)


def parse(text: str, file: str) -> Manifest:
    """Read a manifest; `file` is how messages call it. Raises ManifestError with a message for each mistake."""
    try:
        marked = load(text)
    except MarkedYamlError as error:
        raise ManifestError([f"{file}:{error.line}: {error}"]) from error
    if not isinstance(marked.data, dict):
        raise ManifestError(
            [f"{file}:1: a manifest is a list of `key: value`, with at least title and publisher"]
        )
    # An empty value is the same as one that is left out.
    given = {key: value for key, value in marked.data.items() if value is not None}
    try:
        return Manifest.model_validate(given)
    except ValidationError as error:
        described = [_describe(problem) for problem in error.errors()]
    raise ManifestError([f"{file}:{marked.line(place)}: {message}" for place, message in described])


def _describe(problem: Any) -> tuple[Place, str]:
    place: Place = tuple(problem["loc"])
    cause = problem.get("ctx", {}).get("error")
    if isinstance(cause, UnknownKeyError | UnknownValueError):
        return cause.place, str(cause)
    name = ".".join(map(str, place))
    if problem["type"] == "extra_forbidden":
        return place, _unknown(str(place[-1]), _fields(place[:-1]))
    if problem["type"] == "missing":
        return place[:-1], f"{name} is missing"
    message = str(cause) if cause else problem["msg"].removeprefix("Input should be ")
    value = "" if isinstance(problem["input"], dict | list) else f" {problem['input']!r}"
    return place, f"{name}{value}: {message}"


def _unknown(key: str, known: Iterable[str]) -> str:
    return f"there is no key {key!r}; {_hint(key, list(known))}"


def _hint(text: str, known: list[str]) -> str:
    near = get_close_matches(text, known, n=1)
    return f"did you mean {near[0]!r}?" if near else "known: " + ", ".join(known)


def _fields(place: Place) -> list[str]:
    inside: dict[Place, type[BaseModel]] = {(): Manifest, ("expect",): Expect, ("limits",): Limits}
    return list(inside.get(place, Range).model_fields)


def json_schema() -> str:
    """The JSON Schema of `source.yaml`, for editors."""
    schema = Manifest.model_json_schema()
    for field, known in (("defaults", DEFAULT_KEYS), ("lookups", LOOKUP_KINDS)):
        schema["properties"][field]["propertyNames"] = {"enum": list(known)}
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
