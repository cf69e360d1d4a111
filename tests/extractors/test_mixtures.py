"""Whatever lines follow each other, a page is read: a defect in one reader would cost a whole document its rows.

The lines are those of the documents of this project, cut out, put together, thinned out and given other currencies, as pages
that were scraped badly are. `--hypothesis-seed` with another number tries other ones.
"""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import default
from flows.process import visible
from normalizers.observations import observe
from schemas import Document

pytestmark = pytest.mark.slow
RAW = Path(__file__).parents[2] / "raw"
ENDINGS = (".md", ".txt")
LINES = {
    ending: [
        text.splitlines()
        for path in sorted(RAW.rglob(f"*{ending}"))
        if (text := path.read_text(encoding="utf-8", errors="replace")).strip()
    ]
    for ending in ENDINGS
}
SIGNS = ("$", "£", "€", "₹", "C$", "CHF ", "PLN ")


@st.composite
def pages(draw, ending):
    lines = []
    for _ in range(draw(st.integers(1, 4))):
        page = draw(st.sampled_from(LINES[ending]))
        start = draw(st.integers(0, len(page) - 1))
        lines += page[start : start + draw(st.sampled_from([3, 10, 30]))]
    gaps = draw(st.sets(st.integers(0, len(lines))))
    text = "\n".join(line for at, line in enumerate(lines) if at not in gaps)
    for old, new in draw(st.lists(st.tuples(st.sampled_from(SIGNS), st.sampled_from(SIGNS)), max_size=3)):
        text = text.replace(old, new, draw(st.integers(1, 5)))
    return text


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=250, derandomize=True, deadline=None)
@given(st.data())
def test_any_mixture_of_lines_is_read(ending, data):
    document = Document(f"page{ending}", data.draw(pages(ending)))
    observed = observe(document, default.extract(document), visible(document))
    assert all(row["document"] == document.path for row in observed.observations)
