"""One page from the network: redirects followed by hand, size and time limited, nothing believed."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import httpcore
import httpx

from flows.capture.addresses import Deadline, ForbiddenAddressError, Network

MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
TRY_AGAIN = (408, 425, 429, 500, 502, 503, 504)
AGENT = "wagebook (reads published pay figures; one page at a time)"


class FetchError(Exception):
    """A page that could not be had. `passing` when it may be another time; `wait` is what the server asks for, in seconds.

    `status` is that of the server's last answer, where that is why.
    """

    def __init__(
        self, reason: str, *, passing: bool = False, wait: float | None = None, status: int | None = None
    ) -> None:
        super().__init__(reason)
        self.passing, self.wait, self.status = passing, wait, status


@dataclass(frozen=True, slots=True)
class Rules:
    """What may be fetched."""

    size: int
    seconds: float
    insecure: bool
    private: bool
    types: tuple[str, ...] = ()
    """Content types that are taken; all, when empty."""
    trust: ssl.SSLContext | None = None
    """Whose certificates are believed; those of the system when None."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: the body as the server sent it, with its transfer and gzip packing undone."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    charset: str | None


def fetch(
    url: str, rules: Rules, headers: Mapping[str, str], allowed: Callable[[str], None] = lambda url: None
) -> Answer:
    """Get a page; status 200 or 304. `allowed` is asked about each url on the way and may raise. Raises FetchError."""
    deadline = Deadline(rules.seconds)
    asked = url
    with _explained(url, deadline), _client(rules, deadline) as client:
        for _ in range(MOST_REDIRECTS + 1):
            _check_scheme(asked, rules)
            allowed(asked)
            with client.stream("GET", asked, headers=dict(headers)) as response:
                if response.status_code not in REDIRECTS:
                    return _answer(response, rules)
                place = response.headers.get("location")
                if not place:
                    raise FetchError(f"answers {response.status_code} without saying where to")
                asked = str(response.url.join(place))
    raise FetchError(f"more than {MOST_REDIRECTS} redirects, the last to {asked}")


def _client(rules: Rules, deadline: Deadline) -> httpx.Client:
    transport = httpx.HTTPTransport(verify=rules.trust or ssl.create_default_context(), trust_env=False)
    # httpx has no way to hand a network backend on; its pool is made anew with ours.
    transport._pool = httpcore.ConnectionPool(
        ssl_context=rules.trust or ssl.create_default_context(),
        network_backend=Network(deadline, private=rules.private),
        max_connections=1,
    )
    # A proxy would resolve names by itself, so none is taken from the environment.
    return httpx.Client(
        transport=transport,
        trust_env=False,
        follow_redirects=False,
        timeout=rules.seconds,
        headers={
            "User-Agent": AGENT,
            "Accept-Encoding": "gzip",
            "Accept": "text/html, text/plain;q=0.9, */*;q=0.1",
        },
    )


def _check_scheme(url: str, rules: Rules) -> None:
    scheme = httpx.URL(url).scheme
    if scheme not in ("http", "https"):
        raise FetchError(f"leads to {url}, which is not http")
    if scheme == "http" and not rules.insecure:
        raise FetchError(
            f"leads to {url}, which is not https; allow it with `insecure: true` if that is meant"
        )


def _answer(response: httpx.Response, rules: Rules) -> Answer:
    status = response.status_code
    if status in TRY_AGAIN:
        wait = _seconds(response.headers.get("retry-after"))
        raise FetchError(f"answers {status}", passing=True, wait=wait, status=status)
    if status not in (200, 304):
        raise FetchError(f"answers {status}", status=status)
    said = response.headers.get("content-type", "")
    kind = said.partition(";")[0].strip().lower()
    if status == 200 and rules.types and kind not in rules.types:
        raise FetchError(f"is {kind or 'of no stated type'}, not one of {', '.join(rules.types)}")
    body = b"" if status == 304 else _body(response, rules.size)
    return Answer(str(response.url), status, dict(response.headers), body, response.charset_encoding)


def _body(response: httpx.Response, most: int) -> bytes:
    length = response.headers.get("content-length", "")
    if length.isdigit() and int(length) > most:
        raise FetchError(f"is {int(length):,} bytes, over the limit of {most:,}")
    pieces, size = [], 0
    for piece in response.iter_bytes():
        size += len(piece)
        if size > most:
            raise FetchError(f"is over the limit of {most:,} bytes")
        pieces.append(piece)
    return b"".join(pieces)


def _seconds(said: str | None) -> float | None:
    return float(said) if said is not None and said.isdigit() else None


@contextmanager
def _explained(url: str, deadline: Deadline) -> Iterator[None]:
    try:
        yield
    except ForbiddenAddressError as error:
        raise FetchError(str(error)) from error
    except (httpx.TimeoutException, httpcore.TimeoutException) as error:
        raise FetchError(f"not done within {deadline.seconds:g} s", passing=True) from error
    except (httpx.DecodingError, httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
        raise FetchError(f"sends what cannot be unpacked or followed: {error}") from error
    except (httpx.TransportError, httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError) as error:
        raise FetchError(f"cannot be fetched: {str(error) or type(error).__name__}", passing=True) from error
