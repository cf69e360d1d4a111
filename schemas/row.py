"""What an extractor yields: rows of text that belongs together, not yet interpreted."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches

from schemas import flags as known_flags
from schemas.cell import Cell
from schemas.figure import Figure
from schemas.fixed import fixed

COMPONENTS = (
    "base", "equity", "bonus", "signing_bonus", "commission", "profit_share", "allowance", "benefits",
    "total", "wage", "premium", "other",
)  # fmt: skip
FIGURE_KEYS = (*COMPONENTS, "amount")
"""Keys whose value is a figure; `amount` takes its component from the key `component`."""

LABEL_KEYS = (
    "company", "employer_group", "role", "level", "experience", "specialization", "education", "qualifier",
    "region", "work_mode", "component", "figure_label", "statistic", "currency", "period", "vesting",
    "percentile", "sample_size", "claim", "stance", "comparison", "compared_to", "applies_to", "as_of", "attributed_to",
    "unit", "citation",
)  # fmt: skip
FIXED_KEYS = ("component", "statistic", "period", "claim", "stance", "comparison", "applies_to", "unit")
"""Keys whose value is one of those that the column of the same name may have."""
KEYS = frozenset((*FIGURE_KEYS, *LABEL_KEYS))


@fixed
class Asserted:
    """A label that the extractor or the manifest says, instead of the document."""

    text: str


@fixed
class Inferred:
    """A label that a convention supplies (a year where no period is stated).

    `cell` is what it was concluded from, if anything.
    """

    text: str
    cell: Cell | None = None


@fixed
class Read:
    """A label read from `cell` whose canonical value the reader knows (`text`): `median` read from `50th (Median)`."""

    text: str
    cell: Cell


@fixed
class Ends:
    """A figure given by two scalars (`base_low`, `base_high`); an end that the document leaves out is None."""

    low: Cell | None
    high: Cell | None


Label = Cell | Asserted | Inferred | Read
Value = Label | Ends | Figure | list["Label"]


@dataclass(slots=True)
class Row:
    """Labels and figures that belong together.

    Keys are those of `KEYS`; others raise TypeError with the nearest known key, and so do a bare `str` and a flag that
    `flags.yaml` does not declare. A list means that one figure speaks of several (places, companies): one observation
    each, with one figure id.
    `context`, `locator` and `package` say where the row stands; rows with the same `package` are one offer or
    table row.
    """

    values: dict[str, Value]
    context: str
    locator: str
    package: str
    flags: tuple[str, ...]

    def __init__(
        self,
        *,
        context: str = "",
        locator: str = "",
        package: str = "",
        flags: tuple[str, ...] = (),
        **values: Value | None,
    ) -> None:
        for key, value in values.items():
            if key not in KEYS:
                near = get_close_matches(key, KEYS, n=1)
                raise TypeError(
                    f"a row has no key {key!r}" + (f"; did you mean {near[0]!r}?" if near else "")
                )
            if isinstance(value, str):
                raise TypeError(f"row key {key!r}: wrap what the document does not say: Asserted({value!r})")
        for code in flags:
            _declared(code)
        self.values = {key: value for key, value in values.items() if value is not None}
        self.context, self.locator, self.package, self.flags = context, locator, package, flags

    @property
    def figures(self) -> dict[str, Value]:
        """The values under figure keys."""
        return {key: value for key, value in self.values.items() if key in FIGURE_KEYS}


@fixed
class Note:
    """What a reader saw and could not interpret. `code` is one of the flags; another raises TypeError."""

    code: str
    cell: Cell
    message: str

    def __post_init__(self) -> None:
        _declared(self.code)


def _declared(code: str) -> None:
    declared = known_flags.all_flags()
    if code not in declared:
        near = get_close_matches(code, declared, n=1)
        raise TypeError(
            f"no flag is called {code!r}: declare it in schemas/flags.yaml"
            + (f"; did you mean {near[0]!r}?" if near else "")
        )


@fixed
class NotPay:
    """A figure that is recognised as something else than pay, and why (a code of `not_pay.yaml`)."""

    cell: Cell
    reason: str


@fixed
class LevelEquivalence:
    """`Illumina ML Engineer = Google L4-L5 ML`: one equivalence between levels that a document states."""

    cell: Cell
    label: Cell
    other_label: Cell
    company: Label | None = None
    other_company: Label | None = None
    title: Cell | None = None
    years: Cell | None = None


@fixed
class Citation:
    """One source that a document cites: its marker (`[3]`), its text and url where they are given."""

    cell: Cell
    marker: str = ""
    text: str = ""
    url: str = ""


@fixed
class Comparison:
    """A sentence that holds pay against figures of the page: `$170K-$220K, at or above the 90th percentile`.

    `kind` is `between`, `above`, `below`, `floor` or `highest`; `figure` the last figure in front of the claim (what is
    compared, or the floor itself); `levels` and `skills` whom the words in front of it name; `role`, `percentiles` (0 to
    100) and `amount` what it is compared with, as far as stated.
    """

    cell: Cell
    kind: str
    figure: Cell | None = None
    levels: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    role: str | None = None
    percentiles: tuple[float, ...] = ()
    amount: float | None = None


@dataclass(slots=True)
class Facts:
    """What a document says of itself. Keys: updated, next_review, cadence, declared_quality, as_of, title."""

    values: dict[str, Cell] = field(default_factory=dict)
    citations: list[Citation] = field(default_factory=list)
    levels: list[LevelEquivalence] = field(default_factory=list)
    comparisons: list[Comparison] = field(default_factory=list)


Extract = Row | Note | NotPay | Facts
"""What an extractor's `extract(document)` may yield."""
