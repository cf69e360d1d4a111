"""Tables of pay as people make them, out of a seed: places, titles and levels of several words, ranks, money in many forms.

What stands together in one table was chosen from what tables of pay have; the figures mean nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Grid = list[list[str]]

PLACES = (
    "Boston, MA", "New York", "San Jose-Sunnyvale-Santa Clara, CA", "Bay Area CA", "London", "Remote (US)", "São Paulo",
    "District of Columbia", "Tel Aviv", "Washington, D.C.", "Minneapolis/St. Paul", "Texas", "North Carolina",
    "Raleigh-Durham-Cary, NC", "Zürich", "Greater Toronto Area", "Berlin, Germany", "St. Louis, MO-IL", "Utah", "Seattle",
)  # fmt: skip
TITLES = (
    "Software Engineer", "Senior Data Scientist", "Registered Nurse", "ML Engineer", "Electrician", "Product Manager, Growth",
    "Licensed Practical Nurse", "Vice President of Sales", "UX Designer", "Site Reliability Engineer", "Accountant",
    "Head of People", "Elementary School Teacher", "Machine Learning Engineer (NLP)", "DevOps Engineer", "HR Business Partner",
    "QA Analyst II", "Engineering Manager", "Pharmacist", "Senior Software Engineer",
)  # fmt: skip
LEVELS = (
    "Junior", "Mid-Level", "Senior", "Staff", "Principal", "Entry Level", "L3", "L4", "L5", "IC6", "Director", "Senior Manager",
    "Staff/Principal", "Lead", "Distinguished", "Associate",
)  # fmt: skip
COMPANIES = (
    "Google", "Meta", "JPMorgan Chase", "Two Sigma", "Anthropic", "Goldman Sachs", "Netflix", "Bank of America", "Stripe",
    "Capital One", "Databricks", "Johnson & Johnson", "OpenAI", "Morgan Stanley",
)  # fmt: skip
INDUSTRIES = (
    "Finance and Insurance", "Healthcare", "Information", "Retail Trade", "Manufacturing", "Professional Services",
    "Government", "Energy & Utilities", "Education", "Real Estate",
)  # fmt: skip
YEARS = (
    "0-1 years",
    "1-3 years",
    "2–4 years",
    "4-6 years",
    "5-9 years",
    "7-10 years",
    "10-15 years",
    "15+ years",
)
PERCENTILES = ("10th", "25th", "50th (Median)", "75th", "90th")
WORDS = ("High", "Very High", "Medium", "Low", "Extremely High", "Growing", "Stable")

LABELS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("City", "Metro Area", "Location", "Region", "State", "Place", "Metropolitan Area"), PLACES),
    (("Job Title", "Role", "Occupation", "Title", "Position"), TITLES),
    (("Level", "Experience Level", "Seniority", "Career Level", "Job Level"), LEVELS),
    (("Company", "Employer", "Company Name"), COMPANIES),
    (("Industry", "Sector"), INDUSTRIES),
    (("Experience", "Years of Experience"), YEARS),
    (("Percentile",), PERCENTILES),
)
MONEY_NAMES = (
    "Average Salary", "Base Salary", "Total Compensation", "Median Pay", "Annual Mean Wage", "Total Comp", "Salary Range",
    "Base Salary Range", "Median Total Comp", "Entry-Level Salary", "Mid-Career Salary", "Annual Bonus", "Signing Bonus",
    "Stock (RSU/4yr)", "Average Base Salary", "Top 10%", "25th Percentile", "Median", "90th Percentile", "Equity", "Low", "High",
    "Min", "Max", "Avg. Salary", "Average Annual Salary", "Mean Annual Wage", "Base", "Bonus", "Total", "Adjusted Salary",
    "Starting Salary", "Salary (2026)",
)  # fmt: skip
SMALL_NAMES = ("Hourly Wage", "Hourly Mean Wage", "Average Hourly Rate", "Median Hourly Wage")
PERCENT_NAMES = ("Bonus %", "Change", "YoY Change", "Growth", "Target Bonus", "Premium", "% of Workforce")
COUNT_NAMES = ("Jobs", "Employment", "Job Postings", "Openings", "Sample Size")
INDEX_NAMES = ("COL Index", "Cost of Living Index", "Location Quotient")
WORD_NAMES = ("Demand", "Market Demand", "Job Outlook")


def table(random: Random) -> Grid:
    """One table: a header, then rows; the first column holds labels (behind a rank, now and then)."""
    names, words = random.choice(LABELS)
    height = min(random.randint(2, 12), len(words))
    header, columns = [random.choice(names)], [_labels(random, words, height)]
    if random.random() < 0.2 and words in (LEVELS, COMPANIES):
        header, columns = (
            [*header, "Years"],
            [*columns, random.sample([y.split()[0] for y in YEARS], min(height, 8))],
        )
        height = len(columns[-1])
    for name, cells in _values(random, height):
        header.append(name)
        columns.append(cells)
    if random.random() < 0.2:
        header.insert(0, random.choice(("Rank", "#")))
        columns.insert(0, [str(number + 1) for number in range(height)])
    return [header, *(list(row) for row in zip(*(column[:height] for column in columns), strict=True))]


def _labels(random: Random, words: tuple[str, ...], height: int) -> list[str]:
    return sorted(random.sample(words, height), key=words.index if words is PERCENTILES else None)


def _values(random: Random, height: int) -> list[tuple[str, list[str]]]:
    """One to five columns of values, money among them, each in one form."""
    amount = random.choice((_plain, _plain, _plain, _thousands, _range, _short_range, _open, _euros, _pounds))
    wanted: list[tuple[tuple[str, ...], Callable[[Random], str]]] = [(MONEY_NAMES, amount)] * random.randint(
        1, 3
    )
    if random.random() < 0.2:
        wanted.append((SMALL_NAMES, lambda own: f"${own.randint(1500, 9900) / 100:.2f}"))
    if random.random() < 0.25:
        wanted.append((PERCENT_NAMES, random.choice((_percent, _percent_range, _change))))
    if random.random() < 0.15:
        wanted.append((COUNT_NAMES, lambda own: f"{own.randint(120, 99_000):,}"))
    if random.random() < 0.1:
        wanted.append((INDEX_NAMES, lambda own: f"{own.randint(800, 1900) / 10}"))
    if random.random() < 0.12:
        wanted.append((WORD_NAMES, lambda own: own.choice(WORDS)))
    if random.random() < 0.4:
        random.shuffle(wanted)
    taken: set[str] = set()
    found = []
    for names, make in wanted:
        name = random.choice([one for one in names if one not in taken])
        taken.add(name)
        found.append((name, [make(random) for _ in range(height)]))
    if random.random() < 0.08:
        random.choice(found)[1][random.randrange(height)] = random.choice(("", "—", "N/A"))
    return found


def _plain(random: Random) -> str:
    return f"${random.randint(38, 420) * 1000 + random.choice((0, 0, 500, 210)):,}"


def _thousands(random: Random) -> str:
    return f"${random.randint(38, 420)}{random.choice('KKKk')}"


def _range(random: Random) -> str:
    low = random.randint(38, 300)
    return f"${low},000 – ${low + random.randint(5, 90)},000"


def _short_range(random: Random) -> str:
    low = random.randint(38, 300)
    return f"${low}K–${low + random.randint(5, 90)}K"


def _open(random: Random) -> str:
    low = random.randint(38, 300)
    return random.choice((f"${low},000+", f"${low},000 - ${low + 40},000"))


def _euros(random: Random) -> str:
    return f"€{random.randint(30, 190)},000"


def _pounds(random: Random) -> str:
    low = random.randint(30, 150)
    return f"£{low}k-£{low + random.randint(3, 60)}k"


def _percent(random: Random) -> str:
    return f"{random.randint(2, 45)}%"


def _percent_range(random: Random) -> str:
    low = random.randint(2, 25)
    return f"{low}–{low + random.randint(1, 15)}%"


def _change(random: Random) -> str:
    return f"{random.choice('+-−')}{random.randint(1, 40)}%"
