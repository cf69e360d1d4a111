"""Whether a site wants to be asked, by its robots.txt (RFC 9309)."""

from __future__ import annotations

from urllib.parse import urlsplit

from protego import Protego

from flows.capture.fetch import AGENT, FetchError, Rules, fetch

NAME = AGENT.partition(" ")[0]
MOST_BYTES = 512 * 1024
LONGEST_PAUSE = 60.0
"""Seconds. A site that asks for more between two requests gets this; there are few pages a site."""


class Robots:
    """What the sites of a run say, each asked once."""

    def __init__(self) -> None:
        self._sites: dict[tuple[str, Rules], Protego | str] = {}

    def check(self, url: str, rules: Rules) -> float:
        """Seconds that the site wants between two requests. Raises FetchError when the page is not to be fetched."""
        found = self._of(url, rules)
        if isinstance(found, str):
            raise FetchError(f"its robots.txt {found}, so nothing may be fetched", passing=True)
        if not found.can_fetch(url, NAME):
            raise FetchError("its robots.txt does not allow it")
        return min(float(found.crawl_delay(NAME) or 0), LONGEST_PAUSE)

    def _of(self, url: str, rules: Rules) -> Protego | str:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if (site, rules) not in self._sites:
            self._sites[site, rules] = _asked(f"{site}/robots.txt", rules)
        return self._sites[site, rules]


def _asked(url: str, rules: Rules) -> Protego | str:
    asked = Rules(MOST_BYTES, rules.seconds, rules.insecure, rules.private, trust=rules.trust)
    try:
        body = fetch(url, asked, {}).body
    except FetchError as error:
        # There is none: everything is allowed. Not knowing is another thing.
        if error.status is not None and 400 <= error.status < 500:
            body = b""
        else:
            return f"cannot be had ({error})"
    return Protego.parse(body.decode("utf-8", "replace"))
