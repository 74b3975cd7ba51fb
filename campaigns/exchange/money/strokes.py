"""What a printed page is drawn with: words that stay in their width, lines, boxes, arcs."""

from collections.abc import Sequence
from math import cos, pi, sin

from fpdf import FPDF

from campaigns.exchange.money.saying import printable

Colour = tuple[int, int, int]
# The colours of the web app by day (frontend/src/styles/tokens.css).
INK, SOFT, LINE, PALE = (20, 33, 61), (84, 93, 112), (221, 217, 207), (243, 240, 232)
GREEN, BRONZE, GREY, BRICK, WHITE = (15, 118, 110), (180, 83, 9), (196, 196, 190), (185, 28, 28), (255, 255, 255)


class Sheet(FPDF):
    def text_at(
        self,
        x: float,
        y: float,
        width: float,
        text: str,
        *,
        size: float,
        style: str = "",
        colour: Colour = INK,
        align: str = "L",
        height: float = 4,
        shrinks: bool = True,
    ) -> None:
        """One line of text in that width: smaller (if it `shrinks`) when it is a little too long, cut with an ellipsis when still so."""
        text = " ".join(printable(text).split(" "))
        self.set_font("Helvetica", style, size)
        if shrinks and self.get_string_width(text) > width:
            size = max(size * 0.82, 5)
            self.set_font("Helvetica", style, size)
        while text and self.get_string_width(text) > width:
            text = text[:-2].rstrip() + "…" if len(text) > 2 else ""
        self.set_text_color(*colour)
        self.set_xy(x, y)
        self.c_margin = 0
        self.cell(width, height, text, align=align)

    def text_over(self, x: float, y: float, width: float, text: str, *, size: float) -> None:
        """Fine print over as many lines as it takes."""
        self.set_font("Helvetica", size=size)
        self.set_text_color(*SOFT)
        self.set_xy(x, y)
        self.c_margin = 0
        self.multi_cell(width, 3, printable(text), align="L")

    def panel(self, x: float, y: float, width: float, height: float) -> None:
        self.set_draw_color(*LINE)
        self.set_line_width(0.25)
        self.rect(x, y, width, height, round_corners=True, corner_radius=2)

    def rule(self, x: float, y: float, width: float, colour: Colour, thick: float) -> None:
        self.set_draw_color(*colour)
        self.set_line_width(thick)
        self.line(x, y, x + width, y)

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        if width > 0 and height > 0:
            self.set_fill_color(*colour)
            self.rect(x, y, width, height, style="F")

    def arc_line(self, x: float, y: float, radius: float, permille: int, colour: Colour, thick: float) -> None:
        steps = max(2, permille // 12)
        angles = [pi * (1 - permille / 1000 * step / steps) for step in range(steps + 1)]
        self.set_draw_color(*colour)
        self.set_line_width(thick)
        self.polyline([(x + radius * cos(angle), y - radius * sin(angle)) for angle in angles])

    def key(self, x: float, y: float, entries: Sequence[tuple[Colour, str]]) -> None:
        for colour, name in entries:
            self.box(x, y + 0.8, 2.4, 2.4, colour)
            self.text_at(x + 3.4, y, 24, name, size=7, colour=SOFT)
            x += 8 + self.get_string_width(printable(name))
