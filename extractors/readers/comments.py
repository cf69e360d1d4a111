"""Comments below a page: each begins with a name and the minute in which it was written (`Nuclear Nell October 29, 2025 at 7:02 am`).

They become posts, as in a thread: what readers tell below a page is their own story, and none of the page's.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.readers.posts import DATE, LEAST, LONGEST_HEAD, OF_A_POST
from schemas import Block
from schemas.wordings import alternatives

_MINUTE = rf"(?:{DATE}),?(?: at| @)? \d{{1,2}}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: \(?[A-Z]{{2,4}}\)?)?"
_HEAD = re.compile(
    r"(?P<name>@?[^\W\d][\w.'’-]{1,29}(?:,? [^\W\d][\w.'’-]{0,19}){0,2}?)[,·|]?(?: (?:says|said|wrote|on):?){0,2}\s"
    + _MINUTE
)
_SAYS = re.compile(
    r"(?P<name>@?[^\W\d][\w.'’-]{1,29}(?:,? [^\W\d][\w.'’-]{0,19}){0,3}?)\s(?:says|said|wrote|commented):?"
)
"""`Greg in Taichung says:` on a line of its own, above the day."""
_WHEN = re.compile(rf"(?:on )?{_MINUTE}")
_NO_WRITER = re.compile(
    rf"(?:{alternatives('made_public')}|last|first|modified|created|revised|by|on|next|data)\b", re.IGNORECASE
)
"""`Updated October 30, 2025 at 9:15 am`: when a page was changed."""


def told_apart(blocks: list[Block]) -> list[Block]:
    """The blocks of a page with the names of those who comment as headings; other pages as they are."""
    heads = [_HEAD.fullmatch(block.cell.text.strip()) if _is_short(block) else None for block in blocks]
    heads = [head if head is not None and _NO_WRITER.match(head["name"]) is None else None for head in heads]
    if sum(head is not None for head in heads) < LEAST:
        return _on_two_lines(blocks)
    return [block if head is None else _named(block, head) for block, head in zip(blocks, heads, strict=True)]


def _on_two_lines(blocks: list[Block]) -> list[Block]:
    """The same, where the day stands below the name, or nowhere."""
    heads = [_SAYS.fullmatch(block.cell.text.strip()) if _is_short(block) else None for block in blocks]
    writers = {head["name"] for head in heads if head is not None}
    in_a_thread = any(block.cell.text.strip() in writers for block in blocks)  # there `kilnhand said:` quotes
    if in_a_thread or sum(head is not None for head in heads) < LEAST:
        return blocks
    named: list[Block] = []
    for at, (block, head) in enumerate(zip(blocks, heads, strict=True)):
        below_a_name = at > 0 and heads[at - 1] is not None
        if head is not None:
            named.append(_named(block, head))
        elif not (below_a_name and _WHEN.fullmatch(block.cell.text.strip())):
            named.append(block)
    return named


def _is_short(block: Block) -> bool:
    return block.table is None and len(block.cell) <= LONGEST_HEAD


def _named(block: Block, head: re.Match[str]) -> Block:
    name = block.cell.strip().cut(*head.span("name"))
    return replace(block, kind="heading", level=OF_A_POST, label=None, cell=name)
