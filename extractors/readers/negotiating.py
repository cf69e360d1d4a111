"""Where a page tells how to negotiate: its scripts, steps and quotes."""

from __future__ import annotations

import re

from extractors.readers.prose import claims
from extractors.readers.prose.sentences import lead
from extractors.readers.scope.outline import Outline
from schemas import Block
from schemas.wordings import pattern

_SPOKEN = re.compile(r"[\"“”]")
_STRATEGY = re.compile(r"negotiat|strategy|script", re.IGNORECASE)
_NEGOTIATION_HEADING = re.compile(r"negotiat|lever|counter|script|walk-away|playbook", re.IGNORECASE)


def negotiates(block: Block, outline: Outline) -> bool:
    """Quotes and list entries below a heading about negotiating, its labelled steps, and quotes that name their strategy."""
    heading = outline.heading
    if claims.step(block.label or lead(block.cell)[0]) is not None:
        return any(_NEGOTIATION_HEADING.search(above.text) for _, above, *_ in outline.headings)
    if heading is not None and pattern("script_heading").match(heading.text.strip(" *_#:")) is not None:
        return block.kind in ("paragraph", "quote", "item", "label_value")
    if block.kind == "paragraph":
        named = lead(block.cell)[0]
        return named is not None and pattern("names_a_script").search(named.text) is not None
    if block.kind not in ("quote", "item"):
        return False
    below = heading is not None and _NEGOTIATION_HEADING.search(heading.text) is not None
    return (below and _SPOKEN.search(block.cell.text) is not None) or (
        block.kind == "quote" and _STRATEGY.search(block.cell.text[:60]) is not None
    )
