"""Two weeks of an association with one half-time job for all of it."""

from functools import partial

from demo.content.write import FRI, MON, SAT, SUN, THU, TUE, WED
from demo.content.write import post as write

LAST, NEXT = -7, 7
post = partial(write, site="https://toit-solidaire.example.org")

POSTS = (
    post(
        "hiver-debut",
        LAST + TUE,
        "10:00",
        "hiver",
        "facebook instagram x",
        pictures="toit-hiver",
        fr="Personne dehors cet hiver. Chaque semaine, des familles reçoivent encore un avis d’expulsion. Signez pour une trêve "
        "hivernale complète, sans "
        "exception cachée. ❄️ #UnHiverAlAbri",
        link="hiver",
    ),
    post(
        "permanence-novembre",
        LAST + THU,
        "09:00",
        "un-droit",
        "facebook",
        pictures="toit-porte",
        fr="Une lettre du propriétaire que vous ne comprenez pas ? Une chaudière en panne depuis trois semaines ? Notre permanence "
        "logement est ouverte chaque "
        "mardi de 14 h à 18 h, rue des Savonniers. Gratuit, confidentiel, sans rendez-vous. On parle français, arabe, roumain et "
        "lingala.",
    ),
    post(
        "renover-chiffre",
        LAST + FRI,
        "12:15",
        "renover",
        "x",
        fr="Rénover, oui. Mais dans un immeuble sur quatre que nous suivons, les travaux ont servi de prétexte pour vider les "
        "lieux. Notre note de neuf pages :",
        link="renover/note",
    ),
    post(
        "equipe-soupe",
        LAST + SUN,
        "17:30",
        "un-droit",
        "instagram facebook",
        pictures="toit-porte toit-rosa",
        fr="Trente-deux bénévoles, onze nationalités, une seule marmite. Merci à l’équipe du samedi. Vous aimez éplucher des "
        "carottes ? On recrute. 🥕",
    ),
    post(
        "hiver-lundi",
        MON,
        "09:30",
        "hiver",
        "facebook x",
        fr="Zéro degré annoncé mercredi. Si vous voyez quelqu’un dormir dehors, parlez-lui d’abord, puis appelez les équipes de "
        "rue. Les bons réflexes, en une "
        "page à garder sur soi :",
        link="hiver/reflexes",
    ),
    post(
        "rosa",
        TUE,
        "11:00",
        "hiver",
        "facebook instagram x",
        pictures="toit-rosa",
        fr="Rosa a septante et un ans et une chaudière de nonante-deux. Elle chauffe une pièce sur trois. « Je ne veux pas compter "
        "les degrés. » Son histoire, et ce "
        "que la loi pourrait changer demain.",
        link="hiver/rosa",
    ),
    post(
        "femmes-logement",
        WED,
        "09:00",
        "un-droit",
        "facebook x",
        fr="Quitter un conjoint violent, c’est d’abord trouver une clé. Le 25 novembre et toute l’année, nous réservons des "
        "logements de transit aux femmes et à "
        "leurs enfants. Il en faut d’autres.",
        link="transit",
    ),
    post(
        "renover-garanties",
        THU,
        "12:00",
        "renover",
        "facebook instagram",
        pictures="toit-renover",
        fr="Rénover sans expulser, c’est possible avec trois garanties : un relogement pendant les travaux, le droit de revenir au "
        "même loyer, et un plafond clair "
        "pour la suite.\n\nNous les avons écrites avec des locataires, des architectes et deux juges de paix. Lisez, partagez, "
        "dites-nous ce qui manque.\n\n"
        "#RénoverSansExpulser",
        link="renover",
    ),
    post(
        "audition",
        FRI,
        "10:30",
        "renover",
        "x",
        state="review",
        fr="Auditionné·es ce matin au Parlement bruxellois sur l’ordonnance rénovation. Notre demande tient en une ligne : pas un "
        "chantier sans plan de relogement.",
        link="renover/audition",
    ),
    post(
        "nuit-solidaire",
        SAT,
        "18:00",
        "hiver",
        "facebook instagram",
        pictures="toit-hiver toit-porte",
        state="review",
        fr="Nuit solidaire, parvis des Tanneurs, à partir de 19 h : concert, soupe, et une nuit sous tente pour celles et ceux qui "
        "veulent. Prenez une grosse "
        "écharpe. 🧣",
    ),
    post(
        "bilan-semaine",
        SUN,
        "18:30",
        "hiver",
        "x",
        state="draft",
        fr="La semaine en trois mots : froid, files, fraternité. Le détail des chiffres lundi, une fois vérifiés.",
    ),
    post(
        "don-calendrier",
        NEXT + TUE,
        "10:00",
        "un-droit",
        "facebook x",
        state="review",
        fr="Un don de 40 € vous en coûte 28 après réduction fiscale. Il paie quatre heures de permanence juridique. Dernier mois "
        "pour l’attestation de cette année.",
        link="don",
    ),
    post(
        "droits-humains",
        NEXT + THU,
        "09:00",
        "un-droit",
        "instagram facebook",
        pictures="toit-porte",
        state="draft",
        fr="Article 25 : toute personne a droit à un logement. Le 10 décembre, on le lit à voix haute devant chaque immeuble vide "
        "du quartier. Vous avez une belle voix ?",
    ),
    post(
        "signatures-7000",
        0,
        "",
        "hiver",
        "facebook instagram x",
        pictures="toit-hiver",
        minutes=4,
        fr="7 000 signatures pour une trêve hivernale complète. Encore 3 000, et nous les déposons en brouette devant le "
        "Parlement. Vraiment, la brouette est prête. ❄️",
        link="hiver",
    ),
)
