"""What people worked for the budget's year: volunteers and staff, month by month, beside the money."""

from datetime import date, datetime, time, timedelta
from functools import partial

from campaigns.budget.hours import services as hours
from campaigns.budget.hours.models import Hours
from campaigns.budget.models import Period
from demo.seed import dice
from demo.seed.history import History
from demo.seed.stage import Stage

RATE_CENTS, RATE_SOURCE = 18_50, "Ce que coûte une heure d’étudiant·e chez nous"
# What is done every month: by whom, in words, at least and at most so many hours, how much of it digital.
MONTHLY = (
    (Hours.Kind.VOLUNTEER, "Réponses aux commentaires", 18, 30, 1000),
    (Hours.Kind.VOLUNTEER, "Vertalen en nalezen van posts", 8, 14, 1000),
    (Hours.Kind.VOLUNTEER, "Toutes-boîtes dans les quartiers", 12, 40, 0),
    (Hours.Kind.STAFF, "Montage des capsules vidéo", 24, 36, 1000),
    (Hours.Kind.STAFF, "Organisation des rencontres", 10, 20, 200),
)


def note_the_work(stage: Stage, history: History, *, year: int, until: date) -> None:
    """Every past month of the year has its hours, noted at its end; unpaid ones are reckoned at a rate that is written down."""
    history.at(stage.now, partial(set_the_rate, stage, year))
    for month in range(1, 13):
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        if last > until:
            break
        for kind, what, least, most, digital in MONTHLY:
            minutes = 30 * dice.number(f"{what} {month}", 2 * least, 2 * most)
            at = datetime.combine(last, time(17, month), tzinfo=stage.zone)
            history.at(at, partial(note, stage, year, kind, what, last, minutes, digital))


def note(stage: Stage, year: int, kind: str, what: str, on: date, minutes: int, digital: int, moment: datetime) -> None:
    hours.save_hours(
        period=period_of(stage, year), kind=kind, what=what, on=on, minutes=minutes, digital_permille=digital,
        by=stage.person("treasurer"), now=moment,
    )  # fmt: skip


def set_the_rate(stage: Stage, year: int, moment: datetime) -> None:
    hours.save_rate(period=period_of(stage, year), cents=RATE_CENTS, source=RATE_SOURCE, by=stage.person("treasurer"), now=moment)


def period_of(stage: Stage, year: int) -> Period:
    found: Period = Period.objects.select_related("organisation").get(organisation=stage.row, starts_on=date(year, 1, 1))
    return found
