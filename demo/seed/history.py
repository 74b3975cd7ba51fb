"""The past as a list of moments, played in order, so that the record of who did what reads like one that grew."""

import heapq
from collections.abc import Callable
from datetime import datetime
from itertools import count

Act = Callable[[datetime], None]


class History:
    """Acts at their moments (aware). An act may add later ones; nothing happens after `until`."""

    def __init__(self, *, until: datetime) -> None:
        self.until = until
        self._acts: list[tuple[datetime, int, Act]] = []
        self._places = count()

    def at(self, moment: datetime, act: Act) -> None:
        """The act is played at this moment, after those that were added before for the same one."""
        heapq.heappush(self._acts, (min(moment, self.until), next(self._places), act))

    def play(self) -> None:
        """Everything has happened."""
        while self._acts:
            moment, _, act = heapq.heappop(self._acts)
            act(moment)
