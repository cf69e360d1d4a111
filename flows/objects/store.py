"""One prefix of a bucket, with the few operations that a release needs.

Credentials, region and endpoint are those of the `AWS_*` variables and files that all tools know.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from flows.errors import Stop

CONNECT_SECONDS, READ_SECONDS, ATTEMPTS = 5, 60, 3
NO_EXTRA = "Install what speaks S3: pip install 'wagebook[s3]'"


class Refused(Exception):  # noqa: N818 - an answer that callers expect, not a mishap
    """The condition of a write does not hold: somebody else has written the object."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An object as it stands in a listing: bytes, and when it was written by the clock of the store."""

    size: int
    modified: dt.datetime


@dataclass(frozen=True, slots=True)
class Found:
    """An object as it was read. `age` is in seconds, by the clock of the store alone."""

    content: bytes
    etag: str
    age: float


class Store:
    """Objects below the url of a prefix; their names are relative to it. Everything raises Stop with a remedy."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        try:
            import s3fs
        except ImportError as error:
            raise Stop(f"{url}: this installation knows no object stores", NO_EXTRA) from error
        self.bucket, _, self.prefix = self.url.partition("://")[2].partition("/")
        if not self.bucket:
            raise Stop(f"{url}: names no bucket", "Write s3://bucket/prefix")
        with explained(self.url):
            self._files = s3fs.S3FileSystem(
                use_listings_cache=False,
                skip_instance_cache=True,
                config_kwargs={
                    "connect_timeout": CONNECT_SECONDS,
                    "read_timeout": READ_SECONDS,
                    "retries": {"max_attempts": ATTEMPTS, "mode": "standard"},
                },
            )
            self._files.retries = 1  # botocore tries again already
            # Asked by itself: a listing of a bucket that is not there is merely empty.
            self._files.call_s3("head_bucket", Bucket=self.bucket)

    def read(self, name: str) -> Found | None:
        """An object, None when there is none."""
        from fsspec.asyn import sync

        async def got() -> tuple[dict[str, Any], bytes]:
            answer = await self._files._call_s3("get_object", Bucket=self.bucket, Key=self._key(name))
            return answer, await answer["Body"].read()

        with explained(self.url):
            try:
                answer, content = sync(self._files.loop, got)
            except FileNotFoundError:
                return None
        now = parsedate_to_datetime(answer["ResponseMetadata"]["HTTPHeaders"]["date"])
        return Found(content, answer["ETag"], (now - answer["LastModified"]).total_seconds())

    def create(self, name: str, content: bytes) -> str:
        """Write an object that must not be there yet; gives its tag. Raises Refused when it is there."""
        return self._put(name, content, {"IfNoneMatch": "*"})

    def replace(self, name: str, content: bytes, etag: str) -> str:
        """Write over an object that must still have a tag; gives the new one. Raises Refused when it has not."""
        return self._put(name, content, {"IfMatch": etag})

    def remove(self, name: str, etag: str | None = None) -> None:
        """Remove an object, if it still has the tag. Raises Refused when it has not."""
        self._call("delete_object", name, {"IfMatch": etag} if etag else {})

    def listed(self, below: str = "") -> dict[str, Listed]:
        """All objects below a name."""
        root = self._path(below).rstrip("/")
        with explained(self.url):
            found = self._files.find(root, detail=True)
        start = len(f"{self.bucket}/{self.prefix}".rstrip("/")) + 1
        # Some tools mark folders by empty objects whose name ends in a slash.
        return {
            path[start:]: Listed(about["size"], about["LastModified"])
            for path, about in found.items()
            if not path.endswith("/")
        }

    def download(self, files: Mapping[str, Path]) -> None:
        """Bring objects into files, whose folders are there."""
        if files:
            with explained(self.url):
                self._files.get([self._path(name) for name in files], [str(path) for path in files.values()])

    def upload(self, file: Path, name: str) -> None:
        """Take a file into an object; readers see all of it or nothing."""
        with explained(self.url):
            self._files.put_file(str(file), self._path(name))

    def _put(self, name: str, content: bytes, condition: Mapping[str, str]) -> str:
        try:
            return str(self._call("put_object", name, {"Body": content, **condition})["ETag"])
        except Refused:
            # The first answer may have been lost on the way and the request sent again.
            there = self.read(name)
            if there is None or there.content != content:
                raise
            return there.etag

    def _call(self, method: str, name: str, more: Mapping[str, object]) -> dict[str, Any]:
        with explained(self.url):
            try:
                answer: dict[str, Any] = self._files.call_s3(
                    method, Bucket=self.bucket, Key=self._key(name), **more
                )
                return answer
            except OSError as error:
                # 404: what was to be replaced is gone; 409: another conditional write is going on.
                if _status(error) in (404, 409, 412) and _code(error) != "NoSuchBucket":
                    raise Refused(f"{self.url}/{name}") from error
                raise

    def _key(self, name: str) -> str:
        return f"{self.prefix}/{name}" if self.prefix else name

    def _path(self, name: str) -> str:
        return f"{self.bucket}/{self._key(name)}"


def _answer(error: BaseException) -> Mapping[str, Any]:
    answer = getattr(error.__cause__, "response", None)
    return answer if isinstance(answer, dict) else {}


def _status(error: BaseException) -> int:
    return int(_answer(error).get("ResponseMetadata", {}).get("HTTPStatusCode", 0))


def _code(error: BaseException) -> str:
    return str(_answer(error).get("Error", {}).get("Code", ""))


@contextmanager
def explained(url: str) -> Iterator[None]:
    """Turn what a store may refuse into a Stop that says what to do."""
    from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError, PartialCredentialsError

    try:
        yield
    except (NoCredentialsError, PartialCredentialsError) as error:
        raise Stop(
            f"{url}: there are no credentials",
            "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile by AWS_PROFILE",
        ) from error
    except PermissionError as error:
        raise Stop(
            f"{url}: the store refuses: {_why(error)}",
            "Check the credentials and what they may do with this bucket",
        ) from error
    except FileNotFoundError as error:
        raise Stop(
            f"{url}: there is no such bucket or object: {_why(error)}",
            "Make the bucket, or check its name and AWS_ENDPOINT_URL",
        ) from error
    except (BotoCoreError, ClientError, OSError, ValueError) as error:
        raise Stop(
            f"{url}: the store cannot be used: {_why(error)}",
            "Check AWS_ENDPOINT_URL, AWS_DEFAULT_REGION and the network; nothing was published",
        ) from error


def _why(error: BaseException) -> str:
    said = _answer(error).get("Error", {})
    return f"{said.get('Code')} {said.get('Message', '')}".strip() if said else str(error)
