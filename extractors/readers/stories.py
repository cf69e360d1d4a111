"""Pages on which somebody tells how it went: most sentences with amounts are their story, and so are those that leave it open.

A diary of a negotiation says `I`, `she` and `they` in most of its sentences, and once in a while nothing of the kind (`First
year: £48,000.`). What passes on somebody's figures, a question with its answer, and what a table states stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from schemas import Block, Extract, Inferred, Row
from schemas.wordings import pattern

LEAST, MOST = 5, 0.5
"""So many sentences of a story, and such a share of all that state amounts, make a page one."""
LEAST_TITLED = 2
"""The same of a page whose title tells one."""
NEAR_THE_TOP = 4
"""Blocks among which a page has its title."""
_OF_MANY = ("mean", "median", "p25", "p75", "p90", "p10", "percentile_band")
"""What somebody looked up, and did not live through."""


def of_the_page(extracted: Iterable[Extract], blocks: Sequence[Block]) -> Iterator[Extract]:
    """The same rows; on such a page, or one whose title says so (`How I doubled my pay`), open ones in running text are a story."""
    everything = list(extracted)
    told = [item for item in everything if isinstance(item, Row) and item.context == "prose"]
    # What stands below the name of somebody is theirs alone, and makes no story of the rest.
    stories = {row.package for row in told if _said(row, "claim") == "anecdote" and not _is_inferred(row)}
    open_ones = [row for row in told if not {"claim", "attributed_to", "stance"} & row.values.keys()]
    open_ones = [row for row in open_ones if _said(row, "statistic") not in _OF_MANY]
    mostly = len(stories) >= LEAST and len(stories) >= MOST * len({row.package for row in told})
    if mostly or (len(stories) >= LEAST_TITLED and _is_titled_so(blocks)):
        for row in open_ones:
            row.values["claim"] = Inferred("anecdote")
    yield from everything


def _is_titled_so(blocks: Sequence[Block]) -> bool:
    heads = (block.cell.text for block in blocks[:NEAR_THE_TOP] if block.kind in ("title", "heading"))
    return any(pattern("title_of_a_story").match(text.lstrip('#*"“ ')) is not None for text in heads)


def _said(row: Row, key: str) -> str | None:
    return getattr(row.values.get(key), "text", None)


def _is_inferred(row: Row) -> bool:
    return isinstance(row.values.get("claim"), Inferred)
