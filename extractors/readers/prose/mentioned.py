"""What a sentence mentions: without what only looks like a job, a payer, a place or a part of pay."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.prose.binding import Sentence
from extractors.readers.scope.labels import is_of_people, own_skills
from extractors.readers.scope.roles import named_roles, only_speaks
from extractors.readers.told_names import Told
from normalizers import cues, figures, left_out, mentions
from schemas import Cell, Mention
from schemas.row import Label
from schemas.wordings import alternatives, pattern

_THAN = re.compile(
    r"\b(?:than|above|below|over|under|versus|vs\.?|compared (?:to|with)) (?:the (?:overall )?)?$",
    re.IGNORECASE,
)
_PERCENT_OF = re.compile(r"\d\s?%\sof\s(?:the\s)?$")
_THEIR_PAY = re.compile(
    r"\s(?:bands?|pay|salar(?:y|ies)|rates?|levels?|comp(?:ensation)?|wages?|ranges?|numbers|figures)\b"
)
"""`runs at 65% of US bands`: whose pay it is a share of."""
_SPEAKER = re.compile(
    rf"\b(?:{alternatives('speaker_follows')})(?: [a-z]+)? "
    r"(?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w'’-]*, (?:the |an? |our |[A-Z][\w’'-]*['’]s? )?(?:[a-z-]+ ){0,2}$"
)
_SOON = 60
"""Characters behind somebody in which it stands that they earn something."""
_SPEAKING = re.compile(rf" (?:[A-Z][\w'’-]+ ){{2,3}}(?:{alternatives('speaker_stands_before')})\b")
_FOR_THOSE = re.compile(r"\s(?:residents|applicants|candidates)\b")
_LEFT = re.compile(rf"\b(?:{alternatives('left_a_place')}) (?:the )?$", re.IGNORECASE)
_MONEY = r"(?:[$€£¥₹]|\d\d[,.]?\d{3}|\d{2}[kK])"
_MONEY_BEHIND = re.compile(rf"[^.;,]{{0,12}}{_MONEY}")
"""`I came from Leeds on £31,000`: what was paid there."""
_OUTSIDE = re.compile(r"\boutside (?:of )?(?:the )?(?:inner |outer |central |greater )?$", re.IGNORECASE)
_CAPITALISED = re.compile(r"\b[A-Z][\w'’-]+ $")
_UNION = re.compile(r"Equity(?:['’]s|-BBC| minimums?| rates?| agreement| members?)\b")
"""The union of actors."""
_OF_A_MAP = re.compile(rf"\s(?:{alternatives('of_a_map')})\b")
_IN = re.compile(r"\b(?:in|at) $")
_LISTED = r"(?:[A-Z][\w&.-]*(?:,? (?:or|and) |, |/| )?){0,4}$"
_OFFERS_FROM = rf"(?i:{alternatives('cited_offer')}) (?:\w+ )?offers? (?:from|at) (?:(?:[a-z][\w-]* ){{1,4}}\(?)?{_LISTED}"
_CITED_OFFERS = re.compile(rf"\b(?:{alternatives('cites')}) (?:an? |your |the )?(?:\w+ )?{_OFFERS_FROM}")
_OFFERS = re.compile(rf"\b{_OFFERS_FROM}")
_MONEY_SOON = re.compile(rf"[^;]{{0,80}}?{_MONEY}")
_BROUGHT_UP = re.compile(rf"\b(?:{alternatives('brings_up')}) (?:my |our |the )?$", re.IGNORECASE)
_ITS_MONEY = re.compile(rf"(?:['’]s)? (?:offer )?(?:\(|of |at |for )?{_MONEY}")
_LIKE_IT = re.compile(
    r"-(?:equivalent|level|tier|calib(?:er|re)|style|like|comparable|aligned|parity)\b", re.IGNORECASE
)
_SURVEYS = re.compile(rf"\b(?i:surveys?|data|benchmarks?|reports?|studies|sources?) \({_LISTED}")
_UNLIKE = re.compile(rf"\b[Uu]nlike (?:most |many |other |at )?{_LISTED}")
_MEASURED = re.compile(
    rf"\b(?:{alternatives('measured_against')}) (?:(?:the|those (?:of|at)|that (?:of|at)|what) )?{_LISTED}"
)
_FIGURE_BEHIND = re.compile(
    rf"(?:(?:,? (?:or|and) |, |/)[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)?){{0,4}}[^.;,]{{0,40}}?{_MONEY}"
)
_ARTICLE = re.compile(r"\b[Aa]n? $")
FOREIGN = ("of_a_country", "firm_of_a_country")
_SPEAKS_FOR = re.compile(
    r"\s(?:here|speaking)\b|(?:\s(?:at|from)\s\S{1,20}(?:\s\S{1,20})?)?"
    r"\s(?:says?|said|tells?|told|offer(?:s|ed)|quot(?:es|ed)|call(?:s|ed)|reached|mentioned|hinted)\b",
    re.IGNORECASE,
)
"""`Recruiter here`, `Recruiter at B says`: somebody who tells what others are paid."""
_DETERMINER = re.compile(r"\b(?:the|my|your|a|our|their|her|his) (?:[a-z]+ )?$", re.IGNORECASE)
_SIDE = re.compile(
    r"\b(?:(?:at|from|by|with|joined|join)\s(?:an?|the|one|some|another|any)\s(?:[\w-]+\s){0,2}"
    rf"|for\s(?:an?|the)\s(?:{alternatives('kind_of_firm')})[\w-]*\s(?:[\w-]+\s)?)$",
    re.IGNORECASE,
)
_SIZE = re.compile(
    rf"\b(?:{alternatives('has_a_size')})\b[^.;$]{{0,20}}?[\s(]\d[\d,]*"
    r"(?: or (?:fewer|more|less))? $",
    re.IGNORECASE,
)
_SOMEBODYS = re.compile(
    r"\b(?:my|your|our|his|her|their) (?:own |old |new |former |current )?$", re.IGNORECASE
)
_IN_PLACES = re.compile(r" (?:in|around|across) [A-Z]\w+(?:(?:,| and) [A-Z]\w+){0,2}(?= )")
_FIELDS = frozenset({"benefits", "equity", "bonus", "commission"})
_SCHEME = re.compile(
    rf"(?:['’]s?|s['’])?\s(?:[A-Z][\w’'-]+\s){{0,2}}(?:(?-i:{alternatives('scheme_of_people')}))\b"
)
"""`the Teachers' Pension Scheme`: a fund, whoever the one is whose pay is told."""
_IS_OF = re.compile(r" of (?:this|that|the|our|their|its|your) ")
_OFFER = re.compile(r"\s+(?:\w+ )?(?:offers?|bids?)\b", re.IGNORECASE)
_BY = re.compile(r"[\d%kK]\s\Z")
"""`a 5% raise to $71,000`"""
_AMOUNT = r"(?:about\s|around\s)?(?:[A-Z]{3}\s|[^\s\d]{0,3})\d[\d.,’']*[kK]?"
_FROM_TO = re.compile(rf"\s(?:from\s{_AMOUNT}(?:\s[^\s\d]{{1,3}})?\s)?to\s{_AMOUNT}(?!\s?%)")
"""Behind `a raise`: ` from £31,000 to £34,000`"""


def sentence_of(
    cell: Cell, at_home: Label | None = None, told: Told | None = None, whole: Cell | None = None
) -> Sentence:
    """A sentence with its figures and what it says of them.

    `at_home` is the place of the page, `told` the names of its tables, `whole` the paragraph.
    """
    found: dict[str, list[Mention]] = {}
    names = list(told.find(cell)) if told is not None else []
    for mention in (*names, *mentions.find(cell)):
        # Below `Specialty` the table has told that family medicine is no job.
        within = any(one.start <= mention.start and mention.end <= one.end for one in names)
        if mention in names or not within:
            found.setdefault(mention.kind, []).append(mention)
    text, places = cell.text, found.get("place", [])
    found["role"] = [m for m in named_roles(found.get("role", [])) if _is_job(text, m)]
    found["skill"] = own_skills(found)
    found["company"] = [m for m in found.get("company", []) if _is_payer(text, m)]
    found["employer_group"] = [m for m in found.get("employer_group", []) if not _is_only_compared(text, m)]
    found["place"] = [
        m
        for m in places
        if _is_where(text, m)
        and not _is_whole_of_a_share(text, m, places)
        and not _comes_from(text, m, at_home, places, found["role"])
        and not _is_between_companies(text, m, found["company"])
    ]
    # `citing a Snowflake offer of $445K`: who would pay, and not who says so.
    found["attribution"] = [m for m in found.get("attribution", []) if not _OFFER.match(text, m.end)]
    parts = [m for m in found.get("component", []) if _is_pay(text, m)]
    found["component"] = left_out.counted(cell, parts)
    # `excluding bonus (often 30% of base)`: no part of the pay, but what a percent is one of.
    found["left_out"] = [m for m in parts if m not in found["component"]]
    # `the lowest 10 percent`: a part of the name of a statistic.
    ranks = [m.cell for m in found.get("statistic", ())]
    stated = figures.find_within(cell, whole if whole is not None else cell)
    return Sentence(cell, [f for f in stated if not _is_within(f.cell, ranks)], found)


def _is_job(text: str, mention: Mention) -> bool:
    """Not `engineers are the architects of this change`, a figure of speech, nor `Cook County`, which is a place."""
    if _IS_OF.match(text, mention.end) or _OF_A_MAP.match(text, mention.end):
        return False
    if mention.cell.text[0].isupper() and _SCHEME.match(text, mention.end):
        return False
    if _is_one_who_pays(text, mention) or _counts_a_firm(text, mention) or _is_a_bystander(text, mention):
        return False
    return not _is_other_side(text, mention) and not _is_speaker(text, mention)


def _is_one_who_pays(text: str, mention: Mention) -> bool:
    """`at a mid-size contractor`, `recruiters quote $92,000`: a word for a job that is an employer's here."""
    last = mention.cell.text.lower().split()[-1].split("-")[-1]
    if not {last, last.removesuffix("s")} & cues.words("title-or-payer"):
        return False
    if _SIDE.search(text, max(0, mention.start - 50), mention.start) is not None:
        return True
    places = _IN_PLACES.match(text, mention.end)
    behind = mention.end if places is None else places.end()
    return pattern("pays_others").match(text, behind + 1) is not None


def _is_a_bystander(text: str, mention: Mention) -> bool:
    """`My accountant reckons that ...`: somebody who speaks or charges, and whose own pay is not told."""
    if mention.cell.text.endswith("s") or pattern("bystander_does").match(text, mention.end + 1) is None:
        return False
    return _SOMEBODYS.search(text, max(0, mention.start - 20), mention.start) is not None


def _counts_a_firm(text: str, mention: Mention) -> bool:
    """`a boutique with 38 lawyers`: how large somebody is, and not whose pay is told."""
    return _SIZE.search(text, max(0, mention.start - 60), mention.start) is not None


def _is_payer(text: str, mention: Mention) -> bool:
    """Not `**Target:** Base $240K`, a label, nor whose offers are cited (`citing competing offers from Google`), nor one only compared."""
    if mention.data.get("common") and text[mention.end : mention.end + 3].lstrip("* ")[:1] == ":":
        return False
    cited = _CITED_OFFERS.search(text[max(0, mention.start - 90) : mention.start])
    return cited is None and not _is_only_compared(text, mention)


def _is_only_compared(text: str, mention: Mention) -> bool:
    """`Unlike Google`, `$180K is competitive with Google`: with whom a payer is compared, unless it is told what that one pays."""
    before = text[max(0, mention.start - 90) : mention.start]
    if _UNLIKE.search(before) is not None or _LIKE_IT.match(text, mention.end) or _SURVEYS.search(before):
        return True
    if _BROUGHT_UP.search(before) is not None and _ITS_MONEY.match(text, mention.end) is None:
        return True  # `After I mentioned Orbison they came back with $184k`
    if _OFFERS.search(before) is not None and _MONEY_SOON.match(text, mention.end) is None:
        return True
    return _MEASURED.search(before) is not None and _FIGURE_BEHIND.match(text, mention.end) is None


def _is_where(text: str, mention: Mention) -> bool:
    """Not `in a GCC`, letters that mean something else, nor `outside London`, nor where somebody came from."""
    before = text[max(0, mention.start - 40) : mention.start]
    letters = mention.cell.text.isupper() and _ARTICLE.search(before[-3:]) is not None
    if _LEFT.search(before) is not None and not _MONEY_BEHIND.match(text, mention.end):
        return False
    return not letters and not _OUTSIDE.search(before) and not _is_compared_with(text, mention)


def _is_pay(text: str, mention: Mention) -> bool:
    """Not `benefits from the labs`, a verb, `a share of the surplus`, `pension consulting`, a field, nor `the Fair Work Commission`."""
    if mention.cell.text.lower() == "share" and text.startswith((" of the ", " of any "), mention.end):
        return False
    if mention.value == "benefits" and text.startswith(" from", mention.end):
        return False
    if (
        mention.value == "other"
        and _FROM_TO.match(text, mention.end)
        and not _BY.search(text, max(0, mention.start - 2), mention.start)
    ):
        return False  # `a raise from £31,000 to £34,000`: two amounts of pay
    if mention.value in _FIELDS and pattern("field_behind_a_part").match(text, mention.end + 1):
        return False
    if _UNION.match(text, mention.start):
        return False
    named = mention.value == "commission" and mention.cell.text.istitle()
    return not (named and _CAPITALISED.search(text[: mention.start]))


def _is_speaker(text: str, mention: Mention) -> bool:
    """`said Dana Cole, head of pay`, `managing director Priya Nair would not say`: who speaks of the pay of others."""
    if only_speaks(text, mention):
        return True
    return (
        _SPEAKER.search(text[: mention.start]) is not None or _SPEAKING.match(text, mention.end) is not None
    )


def _is_other_side(text: str, mention: Mention) -> bool:
    """`I told the recruiter`, `tired of recruiters who will not say`: who is talked with, and not whose pay it is."""
    if mention.value != "recruiter":
        return False
    if _DETERMINER.search(text[max(0, mention.start - 30) : mention.start]) is not None:
        return True
    if _SPEAKS_FOR.match(text, mention.end) is not None:
        return True
    behind = text[mention.end + 1 : mention.end + _SOON]
    return mention.cell.text.endswith("s") and pattern("is_paid").search(behind) is None


def _is_compared_with(text: str, mention: Mention) -> bool:
    """`27% higher than the US average`: the place says what is compared with, and not whose pay it is."""
    behind = text[mention.start : mention.end + 12].lower()
    usual = re.search(r"\b(?:average|mean|median|norm)\b", behind) is not None
    return usual and _THAN.search(text, max(0, mention.start - 30), mention.start) is not None


def _is_whole_of_a_share(text: str, mention: Mention, places: Sequence[Mention]) -> bool:
    """`Dublin runs at 65% of US bands`: what a share is one of, behind the place that it is paid in."""
    share = _PERCENT_OF.search(text, max(0, mention.start - 12), mention.start)
    behind = share is not None and _THEIR_PAY.match(text, mention.end) is not None
    return behind and share is not None and any(place.end <= share.start() for place in places)


def _is_between_companies(text: str, mention: Mention, companies: list[Mention]) -> bool:
    """`Cisco/Palo Alto/Arista`: a name in a row of companies."""
    return any(
        text[left.end : right.start] == "/"
        for company in companies
        for left, right in ((company, mention), (mention, company))
        if left.end < right.start
    )


def _comes_from(
    text: str,
    mention: Mention,
    at_home: Label | None,
    places: Sequence[Mention],
    roles: Sequence[Mention],
) -> bool:
    """`US firms` on a page about London, or `in London`: where the payer comes from, and not where it pays."""
    if _FOR_THOSE.match(text, mention.end) and text[: mention.start].lower().endswith("for "):
        return False  # `The salary range for Colorado residents is $95,000`
    elsewhere = any(m is not mention and _IN.search(text, max(0, m.start - 4), m.start) for m in places)
    home = at_home is None or at_home.text == mention.cell.text
    one = _ARTICLE.search(text[max(0, mention.start - 3) : mention.start]) is not None
    if at_home is not None and (elsewhere or one) and not home and is_of_people(mention, roles):
        return True  # `a Filipino nurse`, `Indian pharmacists in Qatar`
    kinds = FOREIGN if elsewhere or not home else ("of_a_country",)
    return any(pattern(kind).match(text, mention.end + 1) for kind in kinds)


def _is_within(figure: Cell, cells: list[Cell]) -> bool:
    return any(cell.start <= figure.start and figure.end <= cell.end for cell in cells)
