"""What the label cells of a row say of the figures beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from extractors.readers import banners, place_lists, samples
from extractors.readers.pay_columns.column import Column
from extractors.readers.pay_table.sheet import Sheet, is_pay_among_labels
from normalizers import figures, headers, mentions
from normalizers import labels as meaning
from normalizers.headers import Header
from schemas import Cell, Read
from schemas.row import Value
from schemas.wordings import pattern

_NAME_AND_TITLE = re.compile(r"(?:[A-Z][\w.'’-]*\s?){2,4},\s")
_ANOTHER_NAME = re.compile(r"(?:\s(?:&|and))?\s[A-Z][a-z]+")
_SUMMED = re.compile(r"\w.*(?:,|\s[–—-]|\()\s?(?:in )?total\)?", re.IGNORECASE)
"""`Private sector, total`: a group with all its parts, and no total pay."""
_NAMED_SO = re.compile(r"(?:daily|weekly|monthly|annual)", re.IGNORECASE)
_LOOSE = ("level", "qualifier", "specialization", "company", "experience")
"""Kinds of labels among which a word for pay means that the row is about that component."""
_COUNTED = ("qualifier", "specialization", "statistic", "percentile")
"""Kinds of labels among which a name of other figures (`Cost of living`) says that the row is no pay."""
_TRADES = ("qualifier", "specialization", "component")
_PAYERS = ("company", "employer_group")
_LEADING = ("manager", "director", "vp", "executive")
"""Levels whose names are jobs as well."""
_FANNED = {"region": "place", "company": "company"}
MOST_LEVEL_WORDS = 2


@dataclass(slots=True)
class RowLabels:
    """What the label cells of a row say.

    `own` are the labels as their columns name them, `besides` what their words say further (`Senior, Berlin` below `Level`),
    `headings` those that name pay or something else that the row is about.
    """

    own: dict[str, Value] = field(default_factory=dict)
    besides: dict[str, Value] = field(default_factory=dict)
    headings: list[Header] = field(default_factory=list)

    @property
    def labels(self) -> dict[str, Value]:
        """All of them, by row key."""
        return {**self.besides, **self.own}


def read(sheet: Sheet, number: int) -> RowLabels:
    """The labels that a row's own label cells give, and these cells as read."""
    row = RowLabels()
    for column in sheet.columns:
        cell = sheet.table.rows[number][column.index]
        if column.holds_labels and cell and not is_pay_among_labels(column, cell):
            _take(row, sheet, column, cell, valued=_holds_money(sheet, number))
            row.headings += [column.header] if column.names_parts and column.header is not None else []
    if (said := sheet.banners.get(number)) is not None:
        _add(row.besides, banners.labels(said), without=tuple(row.own))
        row.headings += [said] if banners.is_about_figures(said) else []
    return row


def _holds_money(sheet: Sheet, number: int) -> bool:
    return any(one.currency_cell for cell in sheet.table.rows[number] for one in figures.find(cell))


def _take(row: RowLabels, sheet: Sheet, column: Column, cell: Cell, *, valued: bool) -> None:
    cell = _uncounted(column, cell, row.besides)
    if pattern("column_of_trades").fullmatch(column.name) is not None and column.holds in _TRADES:
        row.own.setdefault(
            "qualifier" if column.holds == "component" else column.holds, cell
        )  # `Water transportation`, `Insurance`: no part of pay
        return
    said = headers.read(cell, figures=tuple(figures.find(cell)))
    key = column.holds or ""
    skills = key == "specialization" and "skill" in column.name.lower()
    if said.not_pay and key in _COUNTED and not (valued and (skills or said.not_pay == "order")):
        # `Writes code` in front of money is a skill, and no number of anything; so is `Direct tax` below `Skill`.
        row.headings.append(said)
    elif said.holds == "sample_size" and key in (*_COUNTED, "role") and not valued:
        row.headings.append(replace(said, not_pay="count"))  # `Answers | 204 | 71` below rows of pay
    summed = _SUMMED.fullmatch(cell.text) is not None
    if key == "component" or (
        key in _LOOSE and not summed and not _is_listed(sheet, key, said) and _names_pay_only(said, key)
    ):
        row.headings.append(said)
        if not (said.components or said.weak or said.names_pay or said.not_pay):
            row.own.setdefault("qualifier", cell)  # `Home office` among the parts of pay
        # `RSU, new hire` above columns of levels says which grant it is.
        _add(row.besides, said.labels, without=("level",) if sheet.has_levels_in_columns() else ())
        return
    _own(row, sheet, key, cell, said)
    if key == "role" and _says_which_part(said) and not sheet.names_parts:
        row.headings.append(said)
    if column.header is not None:
        _add(row.besides, {k: v for k, v in column.header.labels.items() if k in _PAYERS})
    _add(row.besides, said.labels, without=_not_besides(key, said))


def _says_which_part(said: Header) -> bool:
    """`Account Executive (OTE)`: a part of pay in brackets behind the name of a job."""
    return len(said.components) == 1 and said.cell.text.endswith(f"({said.components[0][1].text})")


def _is_listed(sheet: Sheet, key: str, said: Header) -> bool:
    """`Water transportation` below `The top industries`: what the rows are told apart by, and no part of pay."""
    named = [*said.components, *([said.weak] if said.weak else [])]
    return sheet.lists == key and all(len(part) < len(said.cell.strip(" *_")) for _, part in named)


def _own(row: RowLabels, sheet: Sheet, key: str, cell: Cell, said: Header) -> None:
    """The label that a cell is because of its column."""
    if key in ("percentile", "statistic"):
        ends = {"low": "minimum", "high": "maximum"}
        row.own |= {"statistic": Read(ends[said.end], cell)} if said.end else headers.ordinal(cell)
        if said.components or said.names_pay:
            row.headings.append(said)
    elif key == "role" and "role" not in said.labels and "level" in said.labels:
        if "level" in row.own and mentions.find(cell, ("role",)):
            row.own.setdefault("role", cell)  # `D3 | Senior Designer`: the level stands beside the title
        _add(row.own, _level_as_role(cell, sheet.page.get("role")))
    elif key == "company" and "employer_group" in said.labels and "company" not in said.labels:
        row.own.setdefault("employer_group", cell)
    elif key == "as_of" and "as_of" not in said.labels:
        row.own.setdefault("qualifier", cell)  # `Year 1` is no date
    elif key not in row.own:
        row.own[key] = _label(key, cell, said)


def _not_besides(key: str, said: Header) -> tuple[str, ...]:
    """What the words of a label do not say of its row, though they would by themselves."""
    skipped = ["stance", "statistic", "percentile"]
    if key == "company" and said.is_a_code:
        skipped.append("currency")  # `AMD` makes chips
    skipped += ["role"] if key in ("specialization", "employer_group") else []
    if (
        key in ("specialization", "company")
        and getattr(said.labels.get("region"), "text", "") == said.cell.text
    ):
        skipped += ["region"]  # `Java`, a skill; `Southwest`, an airline
    skipped += ["role"] if key == "company" and _begins_a_name(said) else []
    skipped += ["role"] if key == "level" and said.is_a_code else []  # `MTS`, a rung of the ladder
    skipped += ["as_of"] if key == "level" else []  # the class of 2025 is no date of its pay
    skipped += ["region"] if key == "role" and _is_spoken(said.labels.get("region"), said.cell) else []
    period = said.labels.get("period")
    if isinstance(period, Read) and said.unknown and period.cell is not None:
        # `Daily newspapers` are a trade, `Daily rate` is what is paid.
        skipped += ["period"] if _NAMED_SO.fullmatch(period.cell.text) and not said.weak else []
    skipped += ["currency"] if said.is_a_code and key not in _FANNED else []  # `PHP`, a language
    return tuple(skipped)


def _is_spoken(region: Value | None, label: Cell) -> bool:
    """`Support agent (German)`, `Support agent with Dutch`: the language of the job, and not where it is."""
    if not isinstance(region, Cell):
        return False
    in_front = label.text[: label.offset(region.start)].rstrip()
    return in_front.endswith(("(", " with")) and pattern("a_language").fullmatch(region.text) is not None


def _begins_a_name(said: Header) -> bool:
    """`Alderman May`, a firm; `Pharma company (medical rep)` says whom it pays."""
    role = said.labels.get("role")
    if not isinstance(role, Cell) or role.start != said.cell.start:
        return False
    return _ANOTHER_NAME.match(said.cell.text, len(role)) is not None


def _add(labels: dict[str, Value], found: Mapping[str, Value], *, without: tuple[str, ...] = ()) -> None:
    """Further labels, where none of their kind is known yet."""
    for key, value in found.items():
        if key not in without:
            labels.setdefault(key, value)


def _uncounted(column: Column, cell: Cell, besides: dict[str, Value]) -> Cell:
    """A label without the number of cases behind it (`Fitter (n=19)`), which goes to the row's other labels."""
    if column.holds == "sample_size":
        return cell
    own, counted = samples.apart(cell)
    if counted is not None:
        besides["sample_size"] = counted
    return own


def _label(key: str, cell: Cell, said: Header) -> Value:
    """A label cell as written, without a currency behind it; places and companies side by side fan out."""
    if key in _FANNED:
        several = place_lists.split(cell, _FANNED[key])
        if isinstance(several, list):
            return [*several]
        own = said.labels.get(key)
        if "currency" in said.labels and isinstance(own, Cell):
            return own
    if key == "role":
        payer, own = said.labels.get("company"), said.labels.get("role")
        if isinstance(payer, Cell) and isinstance(own, Cell) and payer.start == cell.start < own.start:
            return own  # `ACME CORPORATION SENIOR SOFTWARE ENGINEER`
        if isinstance(own, Cell) and _NAME_AND_TITLE.fullmatch(cell.text[: cell.offset(own.start)]):
            return own  # `Maria L. Okafor, Chief Executive Officer`
    return cell


def _level_as_role(cell: Cell, of_page: Value | None) -> dict[str, Value]:
    """`Role: Senior` is a level, `Role: Executive Director` a job as well."""
    named = mentions.find(cell, ("level",))
    covered = sum(len(one.cell) for one in named)
    if len(cell.text.split()) > MOST_LEVEL_WORDS and named and covered * 4 < len(cell) * 3:
        return {"level": named[0].cell, "role": cell}  # `Graduate Engineer Trainee`
    job = meaning.role(cell.text)
    known = meaning.role(of_page.text) if isinstance(of_page, Cell) else None
    if named and job is not None and job.slug and (known is None or known.slug != job.slug):
        return {"level": named[0].cell, "role": cell}  # `Senior QS`
    found = meaning.level(cell.text)
    return {"level": cell, "role": cell} if found is not None and found.level in _LEADING else {"level": cell}


def _names_pay_only(said: Header, key: str) -> bool:
    if key == "company" and (named := [*said.components, *([said.weak] if said.weak else [])]):
        # `Marchmont Food` is a payer.
        return len(named[0][1]) == len(said.cell.strip(" *_"))
    return bool(said.components or said.weak) and key not in said.labels and "role" not in said.labels
