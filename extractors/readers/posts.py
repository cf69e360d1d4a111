"""Threads of a forum: where each post begins.

    tool_ferret
    Senior Member
    Posts: 412
    26 Jan 2025, 10:31

    Pipe welder, Aberdeen, two years in.
    £44k base, £51k with overtime.

The name, the rank and the date above a post head it together and say nothing of pay, in lines of their own or in one
(`u/tool_ferret · 8 mo. ago`). Whose pay a post tells of is read by `told_in_posts`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.readers import headlined
from normalizers import figures, mentions
from schemas import Block, Cell
from schemas.wordings import alternatives, pattern

LEAST = 3
"""Posts that make a thread."""
LONGEST_HEAD = 60
MAX_RANK = 24
_PARTS = re.compile(r"\s[·•|]\s")
QUOTES = re.compile(r"(?P<name>[\w.-]{2,30}) (?:said|wrote):")
LINES_OF_A_HEAD = 6
_WHERE = ("location", "from", "city")
OF_A_POST = 9
"""The level of the heading that a writer's name is: below all others, and above nothing."""
_KINDS = ("heading", "paragraph")
_RULE = re.compile(r"[-_=*~]{5,}")
_NAME = re.compile(r"[\w.-]{2,30}")
DATE = (
    r"\d{1,2}-\d{1,2}-\d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
)
_AGO = (
    r"(?:\d{1,2}|an?|one) ?(?:s|m|h|d|w|y|mo|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|wks?|weeks?|mos|months?|yrs?|years?)"
    r"\.? ago"
)
_HEAD = re.compile(
    rf"(?:{alternatives('forum_rank')})|(?:{alternatives('forum_count')}):? ?[\d.,]+k?"
    rf"|[\d.,]+k? (?:{alternatives('forum_count')})|(?:{alternatives('forum_since')}):? .{{3,20}}"
    rf"|(?:{DATE})(?:,?(?: at)? \d{{1,2}}:\d\d(?: ?[AaPp][Mm])?|\s{{1,6}}#\d{{1,5}})|#\d{{1,5}}|(?:edited )?{_AGO}|[•·]",
    re.IGNORECASE,
)
_A_DAY = re.compile(DATE)
AGO = re.compile(rf"(?:edited )?{_AGO}", re.IGNORECASE)


_IN_ONE_LINE = re.compile(
    r"(?:r/\w{2,30} ?[·•] ?)?(?:(?:posted|asked|submitted|answered) by )?"
    r"(?P<name>(?:/?u/|@)?[\w.'-]{2,30}(?: [A-Z][\w.'-]{0,19}){0,2}?(?: \[?(?:OP|MOD|Author)\]?)?)"
    rf"(?: ?[·•|,–-]| \d+ (?:points?|upvotes?)){{0,3}} ?{_AGO}(?: ?[·•|,(].{{0,40}})?",
    re.IGNORECASE,
)
"""`u/tool_ferret · 8 mo. ago`, `kilnhand 3 hours ago | parent | next`: all that stands above a post."""
_HANDLE = re.compile(r"/?u/|@|.*[_\d]|[a-z.'-]+\Z|.* OP\b")
"""A name that nobody has outside of a forum; `Orbison Rail · 3d ago` stands above an advert."""
_FIRM_AND_NAME = re.compile(r"(?P<firm>[A-Z][\w.&' -]{1,29}) ?[·•|] ?(?P<name>[\w.-]{2,30}(?: OP)?)")
DAY = re.compile(
    rf"{DATE}|[A-Z][a-z]{{2,8}}\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]{{2,8}}|{_AGO}"
    r"|\d{1,2}(?:s|m|h|d|w|mo|y)|(?:Edited )?[Yy]esterday|[Tt]oday"
)
_FACT = (
    rf"(?:{alternatives('forum_rank')}|(?:{alternatives('forum_count')}):? ?[\d.,]+k?"
    rf"|(?:{alternatives('forum_joined')}):? ?(?:{DATE}|[A-Z][a-z]{{2,8}} \d{{4}}|\d{{4}}))"
)
_FACTS_IN_LINE = re.compile(
    rf"(?P<name>[\w.-]{{2,30}})\s{{1,4}}{_FACT}(?:[\s·•|,]{{1,4}}{_FACT}){{0,5}}"
    rf"(?:[\s·•|,]{{1,4}}(?:{'|'.join(_WHERE)}):? (?P<where>.{{2,30}}))?",
    re.IGNORECASE,
)
"""`dazza_sparks Member Joined: Mar 2015 Posts: 1,233 Location: Geelong VIC`: all that stands above a post but its day."""
FIRST, LONGEST_TITLE = 3, 200


def told_apart(blocks: list[Block]) -> list[Block]:
    """The blocks of a thread with one heading for each post, its writer's name; other pages as they are."""
    named = [
        _IN_ONE_LINE.fullmatch(block.cell.text.strip()) if _is_short(block) else None for block in blocks
    ]
    handles = sum(found is not None and _HANDLE.match(found["name"]) is not None for found in named)
    if handles >= LEAST:
        return _of_one_line(blocks, named)
    told = _of_several(_of_facts_in_line(_of_two_lines(blocks)))
    return _with_quotes(headlined.told_apart(told, OF_A_POST, _is_furniture) if told is blocks else told)


def _with_quotes(blocks: list[Block]) -> list[Block]:
    """The same blocks, where what another writer said (`kilnhand said:`), and the last line of a post, head nothing."""
    return [
        replace(block, kind="paragraph", level=0)
        if block.kind == "heading"
        and block.level != OF_A_POST
        and (_is_quoted(blocks, at) or _is_last(blocks, at))
        else block
        for at, block in enumerate(blocks)
    ]


def _is_quoted(blocks: Sequence[Block], at: int) -> bool:
    return at > 0 and QUOTES.fullmatch(blocks[at - 1].cell.text.strip()) is not None


def _is_last(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line right between two names of writers, or the only one below such a name, is all that was written."""
    return 0 < at < len(blocks) - 1 and blocks[at - 1].level == blocks[at + 1].level == OF_A_POST


def _of_one_line(blocks: list[Block], named: Sequence[re.Match[str] | None]) -> list[Block]:
    """The blocks of a thread whose posts have one line above them; what the first writer asks is its title."""
    found: list[Block] = []
    first = next(at for at, name in enumerate(named) if name is not None)
    for at, (block, name) in enumerate(zip(blocks, named, strict=True)):
        if name is not None:
            head = block.cell.strip()
            found.append(
                replace(block, kind="heading", level=OF_A_POST, label=None, cell=head.cut(*name.span("name")))
            )
        elif not _is_furniture(block):
            asks = at == first + 1 < FIRST and not any(one.kind == "title" for one in blocks[:at])
            asks = asks and block.kind in _KINDS and len(block.cell) <= LONGEST_TITLE
            asks = asks and not figures.find(block.cell)
            found.append(replace(block, kind="title", level=1) if asks else block)
    return found


def _of_two_lines(blocks: list[Block]) -> list[Block]:
    """The blocks of a thread in which a firm and a name stand above a day (`Corvane · mxq82` / `Mar 3`): whose people write."""
    found: list[Block] = []
    heads = [
        _FIRM_AND_NAME.fullmatch(block.cell.text.strip()) if _is_short(block) else None for block in blocks
    ]
    dated = [
        head and at + 1 < len(blocks) and DAY.fullmatch(blocks[at + 1].cell.text.strip())
        for at, head in enumerate(heads)
    ]
    if sum(map(bool, dated)) < LEAST:
        return blocks
    for at, block in enumerate(blocks):
        head = heads[at]
        if dated[at] and head is not None:
            name, firm = (block.cell.strip().cut(*head.span(part)) for part in ("name", "firm"))
            found.append(replace(block, kind="heading", level=OF_A_POST, label=firm, cell=name))
        elif not (at and dated[at - 1]) and not _is_furniture(block):
            found.append(block)
    return found


def _of_facts_in_line(blocks: list[Block]) -> list[Block]:
    """The blocks of a thread in which a name, a rank and counts stand in one line, above a day or a number of the post."""
    heads = [
        # `Well-Known Member` is a rank, and no name in front of one.
        _FACTS_IN_LINE.fullmatch(block.cell.text.strip())
        if _is_short(block) and not _is_head(block)
        else None
        for block in blocks
    ]
    if sum(head is not None for head in heads) < LEAST:
        return blocks
    found: list[Block] = []
    for block, head in zip(blocks, heads, strict=True):
        line = block.cell.strip()
        if head is not None:
            where = line.cut(*head.span("where")) if head["where"] else None
            found.append(
                replace(
                    block, kind="heading", level=OF_A_POST, label=where, cell=line.cut(*head.span("name"))
                )
            )
        elif not _is_furniture(block) and not _is_head(block):
            found.append(block)
    return found


def _is_furniture(block: Block) -> bool:
    """`412 upvotes · 38 comments`; what states an amount is never left out."""
    return pattern("forum_furniture").fullmatch(block.cell.text.strip()) is not None and not figures.find(
        block.cell
    )


def _is_short(block: Block) -> bool:
    """Whether a block may be all that stands above a post; one with an amount says more than who wrote it."""
    return block.kind in _KINDS and len(block.cell) <= 2 * LONGEST_HEAD and not figures.find(block.cell)


def _of_several(blocks: list[Block]) -> list[Block]:
    heads: set[int] = set()
    for at, block in enumerate(blocks):
        follows = at - 1 in heads or (at > 0 and _is_name(blocks[at - 1]))
        if _is_head(block) and (block.kind in _KINDS or follows):
            heads.add(at)  # `Location: Leeds` further down is a line of the post
        elif (follows and _A_DAY.fullmatch(block.cell.text.strip()) is not None) or _is_a_rank(blocks, at):
            heads.add(at)
    places = {at: blocks[at].cell for at in heads if _tells_where(blocks[at])}
    names = {at - 1 for at in heads if at and at - 1 not in heads and _is_name(blocks[at - 1])}
    names = {at for at in names if not _is_furniture(blocks[at])}  # `Reply` / `217 Reactions`
    if len(names) < LEAST:
        return blocks
    left_out = heads | {
        at
        for at, block in enumerate(blocks)
        if _RULE.fullmatch(block.cell.text) or (block.kind in _KINDS and _is_furniture(block))
    }
    return [
        replace(block, kind="heading", level=OF_A_POST, label=_near(places, at)) if at in names else block
        for at, block in enumerate(blocks)
        if at not in left_out
    ]


def _is_a_rank(blocks: Sequence[Block], at: int) -> bool:
    """`Forumite` between a name and a count of posts, where the forum calls several writers so."""
    if not 0 < at < len(blocks) - 1 or not (_is_name(blocks[at]) and _is_name(blocks[at - 1])):
        return False
    text = blocks[at].cell.text
    return _is_head(blocks[at + 1]) and sum(block.cell.text == text for block in blocks) >= LEAST


def _near(places: Mapping[int, Cell], at: int) -> Cell | None:
    """The place in the lines right below a writer's name."""
    return next((places[below] for below in range(at + 1, at + 1 + LINES_OF_A_HEAD) if below in places), None)


def _tells_where(block: Block) -> bool:
    """`Location: Toledo` below a writer's name."""
    where = block.kind == "label_value" and block.label is not None and block.label.text.lower() in _WHERE
    return where and bool(mentions.find(block.cell, ("place",)))


def _is_head(block: Block) -> bool:
    text = block.cell.text.strip()
    if block.kind == "label_value" and block.label is not None:
        text = f"{block.label.text}: {text}"
    if block.kind not in (*_KINDS, "label_value"):
        return False
    first, *others = _PARTS.split(text)
    if others and len(text) <= 2 * LONGEST_HEAD and len(first) <= MAX_RANK:
        return all(
            _HEAD.fullmatch(part) is not None for part in others
        )  # `Journeyman · Joined Aug 2014 · Messages 2,318`
    return len(text) <= LONGEST_HEAD and _HEAD.fullmatch(text) is not None


def _is_name(block: Block) -> bool:
    return block.kind in _KINDS and _NAME.fullmatch(block.cell.text.strip()) is not None
