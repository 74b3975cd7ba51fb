"""The association's year: small, careful, a little more than half of it digital."""

from demo.content.model import Budget
from demo.content.money import asked, line, spent

LINES = (
    line("12", "Presse en ligne et affichage contextuel", 5_000, digital=1000, paid=True),
    line("22", "Affiches", 3_100, digital=0, paid=True),
    line("23", "Envois postaux", 3_000, digital=0, paid=True),
    line("30", "Production numérique", 4_600, digital=1000),
    line("31", "Impression", 3_500, digital=0),
    line("40", "Équipe communication", 14_000, digital=600),
    line("50", "Événements", 3_000, digital=0),
    line("60", "Site, newsletter et outils", 2_900, digital=1000),
)

EXPENSES = (
    spent(0.03, "60", 890, 21, "Nuage du Canal", "un-droit", "Hébergement et nom de domaine"),
    spent(0.12, "40", 3_500, 0, "Secrétariat social Horizon", "un-droit", "Mi-temps communication, 1er trimestre"),
    spent(0.20, "31", 780, 21, "Imprimerie Sainte-Gudule", "un-droit", "Dépliants permanences, six langues"),
    spent(0.30, "40", 3_500, 0, "Secrétariat social Horizon", "un-droit", "Mi-temps communication, 2e trimestre"),
    spent(0.42, "30", 1_450, 21, "Studio Tram Jaune", "renover", "Série « Rester chez soi », trois épisodes"),
    spent(0.51, "22", 1_180, 21, "Plakwerk Vandeputte", "renover", "80 affiches, 14 jours"),
    spent(0.58, "40", 3_500, 0, "Secrétariat social Horizon", "un-droit", "Mi-temps communication, 3e trimestre"),
    spent(0.70, "50", 960, 21, "Maison des Possibles", "renover", "Assemblée des locataires"),
    spent(0.80, "23", 1_640, 0, "Poste et Porte", "hiver", "Lettre aux donatrices et donateurs (exempté)"),
    spent(0.86, "60", 740, 21, "Lettre Ouverte", "hiver", "Newsletter, campagne d’hiver"),
    spent(0.91, "12", 1_900, 21, "Gazette du Canal", "hiver", "Affichage contextuel, deux semaines"),
    spent(0.95, "31", 920, 21, "Drukkerij De Zenne", "hiver", "Affiches et cartes de pétition"),
    spent(0.98, "30", 680, 0, "Nour Lefèvre, photographe", "hiver", "Portraits de locataires (franchise de TVA)"),
)

REQUESTS = (
    asked(
        -1,
        "12",
        850,
        21,
        "Gazette du Canal",
        "hiver",
        "Une semaine de plus d’affichage contextuel",
        "La pétition avance : une semaine de plus dans les rubriques météo et logement.",
        by="karim",
    ),
    asked(
        -2,
        "50",
        320,
        6,
        "Soupe & Cie",
        "hiver",
        "Soupe pour la nuit solidaire",
        "150 bols, bénévoles et invité·es compris.",
        by="manon",
    ),
    asked(
        -4,
        "30",
        540,
        21,
        "Beeldhuis Linde",
        "renover",
        "Sous-titres et audiodescription",
        "Trois vidéos, pour que tout le monde suive.",
        by="manon",
    ),
    asked(
        -12,
        "12",
        1_900,
        21,
        "Gazette du Canal",
        "hiver",
        "Affichage contextuel, deux semaines",
        "Sans ciblage de personnes, rubriques météo et logement.",
        by="karim",
        state="approved",
        decided_by="treasurer",
        comment="Bon pour accord.",
    ),
)

BUDGET = Budget(name="Communication", board_from_cents=500_000, target_permille=500, lines=LINES, expenses=EXPENSES, requests=REQUESTS)
