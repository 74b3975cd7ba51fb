"""What Demain · Morgen wants to reach: an objective on each horizon and one for its members, with readings so far.

"energie" leads to none of them, so that its posts serve no goal yet.
"""

from demo.content.model import Figure, Objective

OBJECTIVES = (
    Objective(
        name="Encadrer les loyers · Huurprijzen begrenzen",
        why="Un ménage bruxellois sur deux paie trop pour se loger. Le vote en commission se joue en six semaines.",
        horizon="short",
        owner="planner",
        start=-21,
        end=18,
        review=-1,
        campaigns=("loyers-justes", "seize-jours"),
        figures=(
            Figure(
                "Signatures",
                "Signatures vérifiées, chacune comptée une fois",
                "signatures",
                "Formulaire de pétition",
                0,
                5000,
                ((-17, 640), (-12, 1480), (-7, 2350), (-2, 3320)),
            ),
            Figure(
                "Questions répondues en 2 heures",
                "Part des questions sous nos publications, de 9 h à 21 h",
                "%",
                "Compté à la main, un jour par semaine",
                45,
                85,
                ((-14, 50), (-4, 58)),
            ),
        ),
    ),
    Objective(
        name="Être entendus chaque semaine · Elke week te horen",
        why="Qui se fait entendre chaque semaine n’a pas à crier avant un vote.",
        horizon="medium",
        owner="admin",
        start=-120,
        end=110,
        review=21,
        campaigns=("soin", "bouger"),
        figures=(
            Figure(
                "Abonné·es à l’infolettre",
                "Adresses qui ont ouvert une lettre depuis un an",
                "adresses",
                "Outil d’envoi",
                8200,
                11500,
                ((-100, 8650), (-70, 9120), (-40, 9700), (-8, 10140)),
            ),
            Figure(
                "Publications dans les deux langues",
                "Part des publications en français et en néerlandais",
                "%",
                "Carillon",
                62,
                95,
                ((-90, 70), (-50, 81), (-8, 88)),
            ),
            Figure(
                "Coût par inscription",
                "Dépenses divisées par les personnes inscrites",
                "euros",
                "Budget et formulaire",
                6.2,
                3.8,
                ((-80, 5.9), (-30, 5.6), (-8, 5.4)),
            ),
        ),
    ),
    Objective(
        name="Un comité dans chaque commune · Een comité in elke gemeente",
        why="Les plateformes changent leurs règles du jour au lendemain. Des gens qui se connaissent restent.",
        horizon="long",
        owner="planner",
        start=-400,
        end=900,
        review=60,
        campaigns=("quartiers",),
        figures=(
            Figure(
                "Communes avec un comité actif",
                "Au moins six réunions par an",
                "communes",
                "Secrétariat",
                4,
                19,
                ((-300, 5), (-180, 7), (-60, 8), (-10, 10)),
            ),
            Figure(
                "Visites venant de nos propres canaux",
                "Infolettre, fédivers ou accès direct",
                "%",
                "Statistiques du site",
                18,
                45,
                ((-200, 22), (-20, 29)),
            ),
        ),
    ),
)
