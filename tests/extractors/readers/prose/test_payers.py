"""Payers that only the shape of a label shows."""

import pytest

from extractors.readers.prose import payers
from schemas import Cell


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Quillford (Lyon) Senior SRE", "Quillford"), ("Old Harbour Bank, Toronto, Senior SRE", "Old Harbour Bank"),
        ("Toronto, Senior SRE", None), ("Senior SRE (Toronto)", None), ("Quillford benefits, in short", None),
        ("Software Engineer, Lyon", None), ("The pay, for a nurse", None),
    ],
)  # fmt: skip
def test_an_unknown_name_in_front_of_a_job_is_who_pays(label, name):
    found = payers.in_front(Cell(label))
    assert (found.text if found else None) == name
