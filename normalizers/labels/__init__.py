"""What one short label means by itself: a table header, a row label, a scalar of front matter.

Every function takes the text of a label and answers `None` where it means nothing of that sort; none of them guesses.
"""

from normalizers.labels.dates import date, duration, first_day
from normalizers.labels.pay import Statistic, column, component, period, period_word, statistic
from normalizers.labels.people import Level, Role, company, experience, level, role
from normalizers.labels.places import Place, place, places

__all__ = [
    "Level", "Place", "Role", "Statistic", "column", "company", "component", "date", "duration", "experience",
    "first_day", "level", "period", "period_word", "place", "places", "role", "statistic",
]  # fmt: skip
