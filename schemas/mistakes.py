"""Mistakes in files that people write for Wagebook: each with file, line, what is wrong and what would be right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from schemas.marked_yaml import Marked, MarkedYamlError, Place, load

Fields = Callable[[Place], Iterable[str]]
"""The keys that an entry at a place may have."""


_IN_WORDS = {
    **dict.fromkeys(("date_from_datetime_parsing", "date_parsing", "date_type"), "not a day such as 2026-03-15"),
    **dict.fromkeys(("float_parsing", "int_parsing"), "not a number"),
    "^[A-Z]{3}$": "not a code of three letters (ISO 4217), such as EUR",
    "^[0-9a-f]{64}$": "not the 64 digits of a SHA-256; `wagebook review done` writes them",
}  # fmt: skip
"""What the model says in terms of its parser (by its own name, or by the pattern that it asks for), for the author."""


class MistakesError(ValueError):
    """A file that cannot be used, with a message for each mistake."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


class MisplacedError(ValueError):
    """A mistake that a validator found deeper than where it looked from."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.place = place


def read(text: str, file: str) -> Marked:
    """The YAML of a file. Raises MistakesError with the line."""
    try:
        return load(text)
    except MarkedYamlError as error:
        raise MistakesError([f"{file}:{error.line}: {error}"]) from error


def described(error: ValidationError, marked: Marked, file: str, fields: Fields) -> list[str]:
    """The mistakes that a model found in a file."""
    found = (_describe(problem, fields) for problem in error.errors())
    return [f"{file}:{marked.line(place)}: {message}" for place, message in found]


def _describe(problem: Any, fields: Fields) -> tuple[Place, str]:
    place: Place = tuple(problem["loc"])
    cause = problem.get("ctx", {}).get("error")
    if isinstance(cause, MisplacedError):
        return (*place, *cause.place), str(cause)
    # The line says which entry of a list is meant.
    name = ".".join(str(part) for part in place if isinstance(part, str)) or "an entry"
    if problem["type"] == "extra_forbidden":
        return place, unknown(str(place[-1]), fields(place[:-1]))
    if problem["type"] == "missing":
        return place[:-1], f"{name} is missing"
    if problem["type"] == "model_type":
        return place, f"{name} must be of the form `key: value`; known: {', '.join(fields(place))}"
    message = _in_words(problem)
    value = "" if isinstance(problem["input"], dict | list) else f" {problem['input']!r}"
    return place, f"{name}{value}: {message}"


def _in_words(problem: Any) -> str:
    context = problem.get("ctx", {})
    pattern, cause = context.get("pattern"), context.get("error")
    said = str(cause) if cause else str(problem["msg"]).replace("Input should be ", "must be ")
    return _IN_WORDS.get(pattern or problem["type"], said)


def unknown(key: str, known: Iterable[str]) -> str:
    """Says that a key does not exist, and which does."""
    return f"there is no key {key!r}; {hint(key, list(known))}"


def hint(text: str, known: list[str]) -> str:
    """The nearest valid spelling, or all of them."""
    near = get_close_matches(text, known, n=1)
    return f"did you mean {near[0]!r}?" if near else "known: " + ", ".join(known)
