"""One A4 page for the board: both digital shares as gauges, the lines, the months, and what waits."""

from collections.abc import Sequence
from datetime import date, datetime
from math import cos, pi, sin
from textwrap import shorten
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import get_language, gettext, ngettext

from campaigns.exchange.money.facts import Facts, Row, folded, together
from campaigns.exchange.money.saying import amount, day, hours, money, month, percent, printable
from campaigns.exchange.money.strokes import BRICK, BRONZE, GREEN, GREY, INK, LINE, PALE, SOFT, Sheet

SIDE, TOP, WIDTH = 14.0, 13.0, 182.0  # mm
GAP = 6.0
HALF = (WIDTH - GAP) / 2
MOST_LINES, MOST_WAITING = 17, 7


def drawn(facts: Facts, *, now: datetime) -> bytes:
    """Return the PDF, in the language of the moment."""
    page = BoardPage(facts, now=now)
    page.fill()
    return bytes(page.output())


class BoardPage(Sheet):
    def __init__(self, facts: Facts, *, now: datetime) -> None:
        super().__init__(format="A4", unit="mm")
        self.core_fonts_encoding = "cp1252"
        self.facts, self.currency = facts, facts.period.currency
        self.today = now.astimezone(ZoneInfo(facts.period.organisation.time_zone)).date()
        self.set_margins(SIDE, TOP, SIDE)
        self.set_auto_page_break(False)
        self.set_creation_date(now)
        self.set_title(printable(f"{facts.period.organisation.name}: {facts.period.name}"))
        self.set_author(printable(facts.period.organisation.name))
        self.set_lang(get_language() or "en")

    def fill(self) -> None:
        self.add_page()
        self.head()
        for place, figure in enumerate(("paid_media", "full_cost")):
            self.gauge_panel(SIDE + place * (HALF + GAP), 33, figure)
        self.worked(90.5)
        end = self.lines(102)
        self.months(SIDE, end + 7, 106)
        self.waiting(SIDE + 112, end + 7, 70)
        self.foot()

    def head(self) -> None:
        period = self.facts.period
        basis = gettext("VAT included") if self.facts.overview["vat"] == "included" else gettext("without VAT")
        self.text_at(SIDE, TOP, WIDTH, period.organisation.name, size=9, colour=SOFT)
        title = gettext("Budget")  # outside an f-string: inside one it is not found for translating
        self.text_at(SIDE, TOP + 4.5, WIDTH, f"{title}: {period.name}", size=17, style="B", height=8)
        span = gettext("{first} to {last}").format(first=day(period.starts_on), last=day(period.ends_on))
        on = gettext("as of {day}").format(day=day(self.today))
        amounts = gettext("all amounts in {currency}").format(currency=self.currency)
        self.text_at(
            SIDE,
            TOP + 12.5,
            WIDTH,
            f"{span}  ·  {on}  ·  {amounts}, {basis}",
            size=9,
            colour=SOFT,
        )

    def gauge_panel(self, x: float, y: float, figure: str) -> None:
        stages, target = self.facts.report["figures"][figure], self.facts.overview["target_permille"]
        actual, planned, forecast = stages["actual"], stages["planned"], stages["forecast"]
        self.panel(x, y, HALF, 55)
        title = gettext("Paid media, digital share") if figure == "paid_media" else gettext("All costs, digital share")
        what = (
            gettext("Space and time bought: ads, print, radio, posters")
            if figure == "paid_media"
            else gettext("With production, staff, events and tools")
        )
        self.text_at(x + 4, y + 3, HALF - 8, title, size=10.5, style="B")
        self.text_at(x + 4, y + 7.6, HALF - 8, what, size=7.5, colour=SOFT)
        self.gauge(x + 24, y + 38, 18, actual["permille"], planned["permille"], target)
        column, width = x + 49, HALF - 52
        reached = actual["permille"] is not None and actual["short_cents"] == 0
        self.text_at(column, y + 14, width, money(actual["digital_cents"], self.currency), size=10, style="B")
        self.text_at(column, y + 18, width, gettext("digital, spent"), size=7, colour=SOFT)
        self.rule(column, y + 22.4, width, INK, 0.35)
        self.text_at(column, y + 23.4, width, money(actual["all_cents"], self.currency), size=10, style="B")
        self.text_at(column, y + 27.4, width, gettext("all, spent"), size=7, colour=SOFT)
        self.text_at(column, y + 32.2, width, self.stage(gettext("Plan"), planned), size=7.5)
        self.text_at(column, y + 36.2, width, self.stage(gettext("At the end"), forecast), size=7.5)
        self.text_at(
            x + 4,
            y + 46.5,
            HALF - 8,
            self.verdict(actual, target),
            size=8.5,
            style="B",
            colour=GREEN if reached else BRONZE if actual["permille"] is not None else SOFT,
        )

    def worked(self, y: float) -> None:
        """Say what people worked, which no figure of money contains."""
        told = self.facts.report["hours"]
        if not told["volunteer_minutes"] + told["staff_minutes"]:
            self.text_at(SIDE, y, WIDTH, gettext("Hours of work beside the shares: none noted yet."), size=7.5, colour=SOFT)
            return
        who = [
            gettext("{who} {hours} h ({digital} h digital)").format(
                who=name, hours=hours(told[f"{kind}_minutes"]), digital=hours(told[f"{kind}_digital_minutes"])
            )
            for kind, name in (("volunteer", gettext("Volunteers")), ("staff", gettext("Staff")))
            if told[f"{kind}_minutes"]
        ]
        title = gettext("Hours of work, beside the shares")
        share = gettext("{share} of them digital").format(share=percent(told["digital_permille"]))
        self.text_at(SIDE, y, WIDTH, "  ·  ".join([f"{title}: {who[0]}", *who[1:], share]), size=7.8)
        value = gettext("Hours are no money: no figure here contains them.")
        if told["value_cents"] is not None:
            value = gettext(
                "At {rate} an hour ({source}) the unpaid ones come to {value}. With them all costs would be {then} digital; no figure here "
                "contains them."
            ).format(
                rate=money(told["rate_cents"], self.currency), source=shorten(told["rate_source"], 60, placeholder="…"),
                value=money(told["value_cents"], self.currency), then=percent(told["beside"]["permille"]),
            )  # fmt: skip
        self.text_over(SIDE, y + 4.2, WIDTH, value, size=7)

    def stage(self, name: str, share: dict[str, Any]) -> str:
        return f"{name}: {percent(share['permille'])}"

    def verdict(self, share: dict[str, Any], target: int) -> str:
        goal = percent(target, places=1 if target % 10 else 0)
        if share["permille"] is None:
            return gettext("Nothing to measure yet")
        if share["short_cents"] == 0:
            return gettext("Target of {goal} reached").format(goal=goal)
        return gettext("{amount} short of {goal}").format(amount=money(share["short_cents"], self.currency), goal=goal)

    def gauge(self, x: float, y: float, radius: float, permille: int | None, plan: int | None, target: int) -> None:
        """Draw a half circle from 0 to 100 %, the plan as its inner ring, the target as a mark. `x`, `y`: its middle."""
        reached = permille is not None and permille >= target
        self.arc_line(x, y, radius, 1000, PALE, 5)
        if permille:
            self.arc_line(x, y, radius, permille, GREEN if reached else BRONZE, 5)
        self.arc_line(x, y, radius - 4, 1000, PALE, 1.2)
        if plan:
            self.arc_line(x, y, radius - 4, plan, SOFT, 1.2)
        angle = pi * (1 - target / 1000)
        self.set_draw_color(*INK)
        self.set_line_width(0.6)
        self.line(
            x + (radius - 3) * cos(angle), y - (radius - 3) * sin(angle), x + (radius + 3.4) * cos(angle), y - (radius + 3.4) * sin(angle)
        )
        self.text_at(x - 14, y - 7.5, 28, percent(permille), size=13, style="B", align="C", height=7)
        self.text_at(
            x - 18,
            y,
            36,
            gettext("spent to date") if permille is not None else gettext("nothing spent yet"),
            size=6.5,
            colour=SOFT,
            align="C",
        )
        self.text_at(x - radius - 4, y + 1.6, 8, "0", size=6, colour=SOFT, align="C")
        self.text_at(x + radius - 5, y + 1.6, 10, "100", size=6, colour=SOFT, align="C")

    def lines(self, y: float) -> float:
        """Draw the lines and return where they end."""
        columns = [(SIDE + 79, 21.0), (SIDE + 100, 21.0), (SIDE + 121, 21.0), (SIDE + 142, 21.0), (SIDE + 164, 18.0)]
        heads = [gettext("Planned"), gettext("Promised"), gettext("Spent"), gettext("Left"), gettext("Digital")]
        self.text_at(SIDE, y, 66, gettext("Lines"), size=11, style="B", height=5)
        for (x, width), head in zip(columns, heads, strict=True):
            self.text_at(x, y + 0.6, width, head, size=7.5, colour=SOFT, align="R")
        y += 5.6
        self.rule(SIDE, y, WIDTH, INK, 0.35)
        shown, rest = folded(self.facts.rows, most=MOST_LINES)
        if rest:
            shown = [*shown, together(rest, ngettext("{count} other line", "{count} other lines", len(rest)).format(count=len(rest)))]
        if not shown:
            self.text_at(SIDE, y + 2, WIDTH, gettext("No line is planned yet."), size=9, colour=SOFT)
            y += 8
        most = max([1, *(max(row.planned, row.spent + row.committed) for row in shown)])
        height = max(5.1, min(6.2, 96 / (len(shown) + 1)))
        for row in shown:
            self.row(y + (height - 5.1) / 2, row, columns, most)
            y += height
            self.rule(SIDE, y, WIDTH, LINE, 0.15)
        self.rule(SIDE, y, WIDTH, INK, 0.35)
        total = together(self.facts.rows, gettext("Total"))
        self.row(y + 0.3, total, columns, 0, style="B")
        return y + 5.6

    def row(self, y: float, row: Row, columns: Sequence[tuple[float, float]], most: int, style: str = "") -> None:
        self.text_at(SIDE, y + 0.7, 61, row.name, size=7.8, style=style, shrinks=False)
        if most:
            self.bar(SIDE + 63, y + 1.7, 16, row, most)
        figures = [
            amount(row.planned),
            amount(row.committed),
            amount(row.spent),
            amount(row.left),
            "" if row.digital_permille is None else percent(row.digital_permille, places=0),
        ]
        for place, ((x, width), figure) in enumerate(zip(columns, figures, strict=True)):
            colour = BRICK if place == 3 and row.left < 0 else INK
            self.text_at(x, y + 0.7, width, figure, size=7.8, style=style, align="R", colour=colour)

    def bar(self, x: float, y: float, width: float, row: Row, most: int) -> None:
        scale = width / most
        self.box(x, y, row.planned * scale, 1.9, PALE)
        self.box(x, y, max(0, row.spent) * scale, 1.9, GREEN)
        self.box(x + max(0, row.spent) * scale, y, max(0, row.committed) * scale, 1.9, (143, 190, 184))

    def months(self, x: float, y: float, width: float) -> None:
        """Draw what was spent by month, digital below, and the share above each."""
        self.text_at(x, y, width, gettext("Spent by month, all costs"), size=11, style="B", height=5)
        self.key(x, y + 5.4, [(GREEN, gettext("digital")), (GREY, gettext("other"))])
        found = [(each["month"], each["figures"]["full_cost"]["month"]) for each in self.facts.report["months"]]
        found = _fitting(found, 18)
        top, bottom = y + 13, max(y + 30, min(y + 66, 270))
        most = max([1, *(share["all_cents"] for _, share in found)])
        slot = width / max(1, len(found))
        bar = min(6.0, slot * 0.62)
        for index, (name, share) in enumerate(found):
            left = x + slot * index + (slot - bar) / 2
            whole, digital = (max(0, cents) * (bottom - top) / most for cents in (share["all_cents"], share["digital_cents"]))
            self.box(left, bottom - whole, bar, whole, GREY)
            self.box(left, bottom - digital, bar, digital, GREEN)
            if share["permille"] is not None:
                self.text_at(
                    left - 5,
                    bottom - whole - 3.6,
                    bar + 10,
                    percent(share["permille"], places=0),
                    size=5.5,
                    colour=SOFT,
                    align="C",
                    height=3,
                )
            self.text_at(
                left - 5, bottom + 0.8, bar + 10, month(date.fromisoformat(f"{name}-01")), size=6, colour=SOFT, align="C", height=3
            )
        self.rule(x, bottom, width, SOFT, 0.2)
        if most == 1:
            self.text_at(x, (top + bottom) / 2 - 2, width, gettext("Nothing was spent yet."), size=8.5, colour=SOFT, align="C")

    def waiting(self, x: float, y: float, width: float) -> None:
        waits = self.facts.waiting
        self.text_at(x, y, width, gettext("Waits for a decision"), size=11, style="B", height=5)
        self.rule(x, y + 5.6, width, INK, 0.35)
        y += 6.4
        if not waits:
            self.text_at(x, y + 1, width, gettext("Nothing waits."), size=8.5, colour=SOFT)
        room = max(1, min(MOST_WAITING, int((268 - y) / 7.2)))
        for one in waits[:room]:
            self.text_at(x, y, width - 24, one.title, size=7.8, shrinks=False)
            self.text_at(x + width - 24, y, 24, amount(one.cents), size=8, style="B", align="R")
            self.text_at(x, y + 3.4, width, f"{one.by}  ·  {one.line}", size=6.8, colour=SOFT, height=3, shrinks=False)
            y += 7.2
        if len(waits) > room:
            left = len(waits) - room
            self.text_at(x, y, width, gettext("and {count} more").format(count=left), size=7.5, colour=SOFT)

    def foot(self) -> None:
        self.rule(SIDE, 278, WIDTH, LINE, 0.2)
        method = gettext(
            "Digital share: the digital part of what was spent, divided by all that was spent, on the same VAT basis. Mixed costs count by "
            "their documented split. Expected at the end: spent, promised, and the rest of the plan."
        )
        self.text_over(SIDE, 279, WIDTH - 20, method, size=6.8)
        self.text_at(SIDE + WIDTH - 20, 279, 20, "Carillon", size=6.8, colour=SOFT, align="R", height=3)


def _fitting(found: list[tuple[str, Any]], most: int) -> list[tuple[str, Any]]:
    """Return the last months when there are more than a chart can hold, those without any spending at both ends left out first."""
    spent = [index for index, (_, share) in enumerate(found) if share["all_cents"]]
    if len(found) > most and spent:
        found = found[spent[0] : spent[-1] + 1]
    return found[-most:]
