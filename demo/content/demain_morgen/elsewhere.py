"""What colleagues posted with the networks' own apps, in the last and in this week: Carillon only reads it."""

from demo.content.model import ByHand
from demo.content.write import MON, SAT, TUE, WED

LAST_WEEK = -7

BY_HAND = (
    ByHand(
        "facebook",
        LAST_WEEK + WED,
        "20:40",
        "Salle comble à Schaerbeek ce soir. Merci aux voisin·es qui ont poussé les murs, et à Nadège pour la soupe !",
    ),
    ByHand(
        "instagram",
        LAST_WEEK + SAT,
        "11:20",
        "Al drie uur op de markt, en de thermos is nog niet leeg. Kom langs!",
        picture="comites-stand",
        alt="Marktkraam met vlaggen en mensen die praten",
    ),
    ByHand("facebook", MON, "07:05", "Premier tram, premiers tracts. On est à la place Saint-Pierre jusqu’à 9 h."),
    ByHand(
        "instagram",
        TUE,
        "19:55",
        "Dans les coulisses de la réunion des comités : des post-it partout, et des idées.",
        picture="comites-coulisses",
        alt="Une table couverte de post-it et de tasses",
    ),
)
