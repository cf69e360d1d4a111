"""Which part of a sentence speaks of which figure.

Between two figures a sentence is cut at its strongest boundary: `A hits $1, and B follows at $2` before `and`,
`$1 in A versus $2 in B` before `versus`. What stands on a figure's side of its cuts is about that figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas.fixed import fixed
from schemas.wordings import alternatives

STOP = r"(?<!\bapprox)(?<!\bca)(?<!\bavg)(?<!\best)\."
"""A point that ends a sentence, and no shorter word for `about`."""
_BOUNDARIES = re.compile(
    rf"(?P<s5>[;\n|•]|\s[–—]\s|—|{STOP}\s|\s?(?:→|➜|->|=>)\s?(?=[~≈$€£₹\d]|[A-Z]{{0,3}}\$|[A-Z]{3}\s?\d))"
    rf"|(?P<s4>,\s+(?:{alternatives('cuts_behind_a_comma')})\b|\s(?:{alternatives('cuts')})\s)"
    r"|(?P<s3>,(?=\s)|\)\s(?=to\b|and\b))"
    rf"|(?P<s2>\s(?:{alternatives('cuts_weakly')})\s|\s/\s?|/(?!\s?\d?\s?(?:yr|year|mo|hr|hour)\b)|\)\s|\s(?=\())",
    re.IGNORECASE,
)
_WEAKEST = 2
_DASH, _PAIR = re.compile(r"\s[–—]\s"), 2
_SAID_OF_IT = re.compile(r",\s(?:for|among|of)\s[^,;:.$€£₹\d()]{3,50},\s\Z")
"""`the median bonus, for the half who got one, $7,000`: what stands between commas right in front of a figure is about that one."""
_OWN_BRACKET = re.compile(r"\s\([^()\d]{2,40}\)")
"""`$200,000 base (New York) or $170,000 base (Jacksonville)`: a bracket right behind a figure is about that one."""
_FOR = re.compile(r"(?:\s(?:per|a|an)\s\w+)?\s(?P<tie>for|in|at)\s(?P<article>an?\s|the\s)?", re.IGNORECASE)
_ONWARD = re.compile(
    r"(?:\sup)?\sto\s(?:(?:about|around|roughly|over|nearly|up to|as much as)\s)?$", re.IGNORECASE
)
_RIGHT_ATTACHED = re.compile(r"\s*(?:in|for|at|of|per|base|as|to)\b", re.IGNORECASE)


@fixed
class Segment:
    """The part `[start, end)` of a sentence that speaks of the figure at `[figure_start, figure_end)`."""

    start: int
    end: int
    figure_start: int
    figure_end: int

    def holds(self, start: int, end: int) -> bool:
        """Whether a mention lies inside."""
        return self.start <= start and end <= self.end


def segments(
    text: str,
    figures: Sequence[tuple[int, int]],
    touching: Sequence[int] = (),
    names: Sequence[tuple[int, int]] = (),
) -> list[Segment]:
    """One segment for each figure, in order.

    `figures` are offsets in `text`, ascending and not overlapping. `touching` gives for each of them where the words that
    touch it end (`$15,000 signing bonus`): no cut is made before. Nor is one made inside `names` (`Westlake, TX`).
    """
    ends = touching or [end for _, end in figures]
    cuts = [0]
    for index, (right_start, _) in enumerate(figures[1:]):
        span = _from_one_to_another(text, min(ends[index], right_start), figures[index + 1])
        cuts.append(span or _cut(text, min(ends[index], right_start), right_start, names))
    cuts.append(len(text))
    return [Segment(cuts[i], cuts[i + 1], *figure) for i, figure in enumerate(figures)]


def _from_one_to_another(text: str, start: int, right: tuple[int, int]) -> int | None:
    """`$41,000 for a clerk to $265,400`, `£31,000 in Hull to £44,000 in Reading`: where a span goes on to another job or place."""
    tied, onward = _FOR.match(text, start, right[0]), _ONWARD.search(text, start, right[0])
    if tied is None or onward is None:
        return None
    again = _FOR.match(text, right[1])
    told = tied["tie"].lower() == "for" and tied["article"] is not None
    return onward.start() if told or (again is not None and again["tie"] == tied["tie"]) else None


def _cut(text: str, start: int, end: int, names: Sequence[tuple[int, int]]) -> int:
    """Where the text between two figures changes its subject."""
    best: list[tuple[int, int]] = []
    # `the median – what the one in the middle gets – was`
    aside = len(_DASH.findall(text[start:end])) == _PAIR
    said_of_it = _SAID_OF_IT.search(text, start, end)
    for found in _BOUNDARIES.finditer(text, start, end):
        if said_of_it is not None and found.start() in (said_of_it.start(), said_of_it.end() - len(", ")):
            continue
        if aside and _DASH.fullmatch(found.group()) is not None:
            continue
        if any(first < found.start() < last for first, last in names):
            continue
        strength = int(str(found.lastgroup)[1])
        if not best or strength > best[0][0]:
            best = [(strength, found.start())]
        elif strength == best[0][0]:
            best.append((strength, found.start()))
    if not best:
        return start
    if best[0][0] == _WEAKEST and (own := _OWN_BRACKET.match(text, start, end)) is not None:
        return own.end()
    # `(€105K base) compete with Paris (€120K)`: the bracket around a figure ends its part.
    closing = text.find(")", start, end)
    if best[0][0] == _WEAKEST and closing >= 0 and "(" not in text[start:closing]:
        return closing
    # `$1 in New York, Boston, and $2 ...`: what follows the figure belongs to it, so the last of equal boundaries cuts.
    attached = _RIGHT_ATTACHED.match(text, start, end) is not None
    return best[-1 if attached else 0][1]
