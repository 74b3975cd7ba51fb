"""Dates and times as people write them in spreadsheets. Pure. What may mean two things is never guessed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from campaigns.exchange.columns import plain

DMY, MDY = "dmy", "mdy"
EXCEL_BEGINS = date(1899, 12, 30)
SERIALS = range(36_000, 80_000)  # 1998 to 2119
MONTHS = (
    "jan janv january janvier januari januar janner", "feb fev fevr february fevrier februari februar",
    "mar mars march maart mrt marz maerz mrz", "apr avr april avril", "may mai mei", "jun juin june juni", "jul juil july juillet juli",
    "aug aou aout august augustus", "sep sept september septembre", "oct okt october octobre oktober", "nov november novembre",
    "dec dez december decembre dezember",
)  # fmt: skip
MONTH_OF = {word: number for number, words in enumerate(MONTHS, 1) for word in words.split()}
NUMBERS = re.compile(r"(\d{1,4})\s*([./\-\s])\s*(\d{1,2})\s*[./\-\s]\s*(\d{1,4})")
TIME = re.compile(
    r"(\d{1,2})\s*(?:[:.hu]|uhr)?\s*(\d{2})?(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:uhr|uur|heures?|h|u)?\s*([ap])?\.?\s*(?:m\.?)?", re.IGNORECASE
)
TIME_AT_END = re.compile(
    r"[\s,T]+(?:à|a|at|om|um|@|-|–)?\s*(\d{1,2}\s*(?:[:hu.]|uhr)\s*\d{0,2}(?::\d{2}(?:\.\d+)?)?\s*(?:uhr|uur|h|u)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Two:
    """It may be either of these."""

    dmy: date
    mdy: date


def read_date(text: str, *, order: str = "") -> date | Two | None:
    """Return the day; both days while 3/4/2026 may be in April or in March; None when it is no day."""
    text = text.strip()
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text) and int(float(text)) in SERIALS:
        return EXCEL_BEGINS + timedelta(days=int(float(text)))
    if re.fullmatch(r"(?:19|20)\d{6}", text):
        return _day(text[:4], text[4:6], text[6:])
    if found := NUMBERS.fullmatch(re.sub(r"^[^\W\d]+\.?,?\s+", "", text)):
        first, sign, second, last = found.groups()
        if len(first) == 4:
            return _day(first, second, last)
        return _numbers(first, second, last, order=DMY if sign == "." else order)
    return _words(text)


def _numbers(first: str, second: str, year: str, *, order: str) -> date | Two | None:
    if len(year) == 3 or len(first) > 2:
        return None
    dmy, mdy = _day(year, second, first), _day(year, first, second)
    if order:
        return dmy if order == DMY else mdy
    if dmy and mdy and dmy != mdy:
        return Two(dmy=dmy, mdy=mdy)
    return dmy or mdy


def _words(text: str) -> date | None:
    """Return the day of "mardi 24 novembre 2026", "24 nov. 2026", "Nov 24th, 2026"."""
    words = re.sub(r"(\d)(?:st|nd|rd|th|er|e|ste|de)\b", r"\1", plain(text)).split()
    months = [MONTH_OF[word] for word in words if word in MONTH_OF]  # "mar 24 nov": the last is the month, the first a Tuesday
    numbers = [word for word in words if word.isdigit()]
    if not months or len(numbers) != 2:
        return None
    day, year = numbers if len(numbers[1]) != 1 and len(numbers[0]) <= 2 else numbers[::-1]
    return _day(year, str(months[-1]), day)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year) + 2000 if len(year) <= 2 else int(year), int(month), int(day))
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    """Return the time of 9h30, 09:30, 9.30, 9u30, 9:30 PM, 9 Uhr or of Excel's part of a day; None when it is none."""
    text = text.strip()
    if re.fullmatch(r"0?[.,]\d+", text) and len(text) > 4:
        minutes = round(float(text.replace(",", ".")) * 24 * 60)
        return time(minutes // 60, minutes % 60) if minutes < 24 * 60 else None
    found = TIME.fullmatch(text)
    if not found or (text.isdigit() and len(text) != 4):
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def parted(text: str) -> tuple[str, str]:
    """Return the date and the time of a cell that holds both; the time may be empty."""
    text = text.strip()
    if re.fullmatch(r"\d{5}\.\d+", text):
        days, _, part = text.partition(".")
        return days, f"0.{part}"
    if found := TIME_AT_END.search(text):
        return text[: found.start()].strip(" ,"), found[1]
    return text, ""


def order_of(texts: Iterable[str]) -> tuple[str, list[tuple[str, Two]]]:
    """Return the order of days and months that a column shows by days above 12, and the cells that may mean two days.

    The order is "" when nothing shows it, or when cells contradict each other: then a person has to say.
    """
    shown: set[str] = set()
    doubtful: list[tuple[str, Two]] = []
    for text in texts:
        read = read_date(text)
        if isinstance(read, Two):
            doubtful.append((text, read))
        elif (found := re.match(r"\s*(\d{1,2})\s*[/\-\s]\s*(\d{1,2})\s*[/\-\s]\s*\d", text)) and read:
            shown |= {DMY} if int(found[1]) > 12 else {MDY} if int(found[2]) > 12 else set()
    return (shown.pop() if len(shown) == 1 else ""), doubtful


def as_text(value: object) -> str:
    """Return a cell of a workbook as it is written in ours: real dates and times unmistakably."""
    if isinstance(value, datetime):
        value = value.replace(microsecond=0)
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
