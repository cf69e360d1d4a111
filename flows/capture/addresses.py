"""Connections that go where they may, and end in time.

A name is resolved once, all its addresses are checked, and the connection goes to an address that was: between a check and
a second look-up the answer could change. Every read and write gets only what is left of the time, so that a page which
drips byte by byte ends like one that stands still.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterable
from typing import Any

import httpcore


class ForbiddenAddressError(Exception):
    """A host that lies in a private network, on this machine, or nowhere that is public."""


class Deadline:
    """A moment until which all has to be done."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self, wanted: float | None = None) -> float:
        """Seconds that are left, at most `wanted`. Raises httpcore.ReadTimeout when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout(f"not done within {self.seconds:g} s")
        return left if wanted is None else min(left, wanted)


def is_public(address: str) -> bool:
    """Whether an address may be asked by default: global, and no group, no mapped or tunnelled private one."""
    found = ipaddress.ip_address(address.partition("%")[0])
    inner = None
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        nat64 = ipaddress.IPv6Network("64:ff9b::/96")
        if found in nat64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
    return all(one.is_global and not one.is_multicast for one in (found, inner) if one is not None)


def resolved(host: str, port: int, seconds: float) -> list[str]:
    """The addresses of a host. Raises httpcore.ConnectError, or ConnectTimeout when the look-up hangs."""
    found: list[str] = []
    failed: list[OSError] = []

    def look_up() -> None:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(answer[4][0]) for answer in answers))
        except (OSError, UnicodeError) as error:
            failed.append(error if isinstance(error, OSError) else OSError(str(error)))

    # The system's look-up knows no time limit.
    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise httpcore.ConnectError(f"{host} is not known ({failed[0]})") from failed[0]
    if not found:
        raise httpcore.ConnectTimeout(f"the name {host} was not looked up in time")
    return found


class Network(httpcore.NetworkBackend):
    """Connects to addresses that were checked, within a deadline."""

    def __init__(self, deadline: Deadline, *, private: bool) -> None:
        self._deadline, self._private = deadline, private
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """As httpcore asks for it. Raises ForbiddenAddressError."""
        addresses = resolved(host, port, self._deadline.left())
        for address in addresses:
            if not self._private and not is_public(address):
                raise ForbiddenAddressError(
                    f"{host} is {address}, which is no public address; allow it with `private: true` if that is meant"
                )
        problem: Exception | None = None
        for address in addresses:
            try:
                stream = self._inner.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
                return _Stream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise problem or httpcore.ConnectError(f"{host} has no address")


class _Stream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Stream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
