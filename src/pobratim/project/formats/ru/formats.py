"""Russian dates: «г.» never stands alone on a line, and a day without a year is in the genitive, «30 апреля»."""

from __future__ import annotations

DATE_FORMAT = "j E Y\u00a0г."
YEAR_MONTH_FORMAT = "F Y\u00a0г."
MONTH_DAY_FORMAT = "j E"
