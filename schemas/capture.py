"""What a manifest says of pages to be fetched: `capture` in `source.yaml`, and the note beside each page that was."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from schemas.mistakes import MisplacedError
from schemas.sizes import Size

TYPES = ["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown"]


def _url(text: str) -> str:
    wrong = "is no url such as https://example.org/pay.html"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise ValueError(f"{wrong}: {error}") from None
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or port == 0
        or any(map(str.isspace, text))
    ):
        raise ValueError(wrong)
    if parts.username or parts.password:
        raise ValueError("has a name or password in it; pages behind a log-in are saved by hand")
    return text.partition("#")[0]


Url = Annotated[str, AfterValidator(_url)]


def several(value: object) -> object:
    """A list, for which one text may stand that would be its only entry."""
    return [value] if isinstance(value, str) else value


class Capture(BaseModel):
    """Pages to be fetched, and how."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    urls: Annotated[list[Url], BeforeValidator(several)] = Field(min_length=1, description="pages to fetch")
    types: Annotated[list[str], BeforeValidator(several)] = Field(
        default=TYPES, min_length=1, description="content types that are taken"
    )
    size: Size = Field(default=20_000_000, description="of one page, unpacked, such as 20 MB")
    seconds: float = Field(
        default=60, gt=0, le=3600, description="for one attempt, connection and body together"
    )
    pause: float = Field(default=1, ge=0, le=3600, description="seconds between two requests to one host")
    insecure: bool = Field(default=False, description="whether http:// is allowed too")
    private: bool = Field(
        default=False, description="whether addresses of private networks and of this machine are allowed"
    )

    @model_validator(mode="after")
    def _secure(self) -> Self:
        for number, url in enumerate(self.urls):
            if not self.insecure and not url.startswith("https:"):
                message = f"{url} is not https; change it, or allow it with `insecure: true`"
                raise MisplacedError(("urls", number), message)
            if url in self.urls[:number]:
                raise MisplacedError(("urls", number), f"{url} stands there twice")
        return self


class Captured(BaseModel):
    """The note beside a page: where it came from, and what came with it."""

    model_config = ConfigDict(frozen=True)

    url: str
    final_url: str
    time: dt.datetime
    status: int
    headers: dict[str, str]
    sha256: str
    size: int
    charset: str | None = None

    @property
    def day(self) -> dt.date:
        """When it was fetched (UTC)."""
        return self.time.date()


class Failed(BaseModel):
    """The note about a page that could not be fetched again; it goes with the next success."""

    model_config = ConfigDict(frozen=True)

    url: str
    since: dt.datetime
    last: dt.datetime
    reason: str
