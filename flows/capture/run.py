"""Fetching the pages of sources, one after another; what goes wrong with one is its own."""

from __future__ import annotations

import datetime as dt
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_random_exponential

from flows import disk
from flows.capture.fetch import Answer, FetchError, Rules, fetch
from flows.capture.robots import Robots
from flows.capture.shelf import Shelf
from flows.contents import UnreadableError
from flows.errors import Stop
from flows.intake import decode
from flows.lock import writing
from flows.objects import is_far
from flows.sources import Source, discover_all
from schemas.capture import Capture
from schemas.mistakes import MistakesError

ATTEMPTS = 3
FIRST_WAIT = 2.0
"""Seconds before the second attempt."""
LONGEST_WAIT = 120.0
"""Seconds. A server that asks for more is asked again by the next run."""

Outcome = Literal["new", "unchanged", "failed", "would be fetched"]


class NothingToFetch(Stop):
    """No manifest names a page."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one page: the document that stands for it, or why there is none."""

    source: str
    url: str
    outcome: Outcome
    document: str = ""
    reason: str = ""


class Visit:
    """One run over all pages: who was asked when, and what sites say about being asked."""

    def __init__(
        self, trust: ssl.SSLContext | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._trust, self._sleep = trust, sleep
        self._robots = Robots()
        self._asked: dict[str, float] = {}

    def page(self, raw: Path, source: str, url: str, how: Capture) -> Result:
        """Fetch one page and keep what came. Raises MistakesError for a note that is none."""
        shelf = Shelf(raw, source, url)
        last = shelf.newest()
        headers = _conditions(last[1].headers) if last else {}
        now = dt.datetime.now(dt.UTC).replace(microsecond=0)
        try:
            answer = self._tried(url, how, headers)
            if answer.status == 304 and last is None:
                raise FetchError("answers 304 to an unconditional request")
            if last and (answer.status == 304 or sha256(answer.body).hexdigest() == last[1].sha256):
                shelf.succeeded()
                return Result(source, url, "unchanged", last[0])
            _check_readable(answer)
        except FetchError as error:
            shelf.failed(str(error), now)
            stays = f"; the document of {last[1].day} stays" if last else ""
            return Result(source, url, "failed", last[0] if last else "", f"{error}{stays}")
        if last and now <= last[1].time:
            # A clock that was set back must not make the older page the newest.
            now = last[1].time + dt.timedelta(seconds=1)
        return Result(source, url, "new", shelf.store(answer, now))

    def _tried(self, url: str, how: Capture, headers: dict[str, str]) -> Answer:
        rules = Rules(how.size, how.seconds, how.insecure, how.private, tuple(how.types), self._trust)
        again = Retrying(
            stop=stop_after_attempt(ATTEMPTS),
            retry=retry_if_exception(_may_pass),
            wait=_wait,
            sleep=self._sleep,
            reraise=True,
        )
        return again(fetch, url, rules, headers, lambda asked: self._pace(asked, rules, how.pause))

    def _pace(self, url: str, rules: Rules, pause: float) -> None:
        pause = max(pause, self._robots.check(url, rules))
        host = urlsplit(url).netloc
        ready = self._asked.get(host, 0.0) + pause
        if host in self._asked and (wait := ready - time.monotonic()) > 0:
            self._sleep(wait)
        self._asked[host] = time.monotonic()


def folder(raw: str) -> Path:
    """The raw folder. Raises Stop where it lies in an object store: notes and locks need a disk."""
    if is_far(raw):
        raise Stop(
            f"{raw}: pages are fetched into a folder of this machine",
            "Name one, and copy it there afterwards",
        )
    return Path(raw)


def run(
    raw: Path, only: tuple[str, ...] = (), *, visit: Visit | None = None, dry_run: bool = False
) -> Iterator[Result]:
    """Fetch the pages of all sources, or of some. Raises NothingToFetch, or Stop when a manifest cannot be used."""
    found = [source for source in discover_all(raw, only) if not only or source.name in only]
    sources = [source for source in found if source.error or (source.manifest and source.manifest.capture)]
    if not any(source.manifest and source.manifest.capture for source in sources):
        if broken := [source.error for source in sources if source.error]:
            raise Stop("\n".join(broken), "Mend it; nothing was fetched")
        raise NothingToFetch(
            f"{raw}: no manifest names pages to be fetched",
            "Write `capture: {urls: [https://...]}` into a source.yaml",
        )
    visit = visit or Visit()
    for source in sources:
        yield from _source(raw, source, visit, dry_run=dry_run)


def _source(raw: Path, source: Source, visit: Visit, *, dry_run: bool) -> Iterator[Result]:
    how = source.manifest.capture if source.manifest else None
    if how is None:
        yield Result(source.name, "", "failed", reason=source.error or "")
        return
    if dry_run:
        yield from (Result(source.name, url, "would be fetched") for url in how.urls)
        return
    with disk.explained(raw), writing(raw / source.name):
        for url in how.urls:
            try:
                yield visit.page(raw, source.name, url, how)
            except MistakesError as error:
                yield Result(source.name, url, "failed", reason=str(error))


def _may_pass(error: BaseException) -> bool:
    return isinstance(error, FetchError) and error.passing and (error.wait or 0) <= LONGEST_WAIT


def _wait(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    asked = error.wait if isinstance(error, FetchError) else None
    return asked if asked is not None else wait_random_exponential(FIRST_WAIT, LONGEST_WAIT)(state)


def _conditions(headers: dict[str, str]) -> dict[str, str]:
    """So that a server need not send again what we have (RFC 9110, 13)."""
    asked = {"If-None-Match": headers.get("etag"), "If-Modified-Since": headers.get("last-modified")}
    return {name: value for name, value in asked.items() if value}


def _check_readable(answer: Answer) -> None:
    """What a refresh could not read must not take the place of what it can. Raises FetchError."""
    try:
        text, _ = decode(answer.body, answer.charset)
    except UnreadableError as error:
        raise FetchError(f"sends what cannot be read: {error}") from error
    if not text.strip():
        raise FetchError("sends nothing")
