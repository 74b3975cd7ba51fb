"""Next week, as far as it is written."""

from demo.content.write import FRI, MON, THU, TUE, WED, post

WEEK = 7

POSTS = (
    post(
        "apres-horaires",
        WEEK + MON,
        "08:00",
        "soin",
        "facebook instagram",
        pictures="soin-agenda",
        state="review",
        fr="Une semaine d’aide familiale, en une image. Les trous entre les deux blocs ? Personne ne les paie. Ce lundi, trois "
        "aides familiales nous racontent "
        "leurs coupures.",
        nl="Een week in de thuiszorg, in één beeld. De gaten tussen de blokken? Die betaalt niemand. Maandag vertellen drie "
        "verzorgenden over hun gebroken dagen.",
        first={
            "fr": "Vous travaillez dans le soin ? Racontez-nous votre semaine en commentaire.",
            "nl": "Werk je in de zorg? Vertel ons hieronder over je week.",
        },
    ),
    post(
        "apres-comptes",
        WEEK + TUE,
        "12:00",
        "quartiers",
        "facebook x_fr x_nl",
        state="review",
        author="salome",
        fr="D’où vient notre argent, où va-t-il ? Nos comptes sont en ligne, dépense par dépense. Et non, nous n’achetons pas de "
        "publicité politique sur les "
        "grandes plateformes : elles n’en vendent plus dans l’Union.",
        nl="Waar komt ons geld vandaan, waar gaat het heen? Onze rekeningen staan online, uitgave per uitgave. En nee, politieke "
        "reclame op de grote platformen "
        "kopen we niet: ze verkopen die niet meer in de EU.",
        link="comptes-rekeningen",
        first={
            "fr": "Une question sur une dépense ? Posez-la ici, la trésorière répond.",
            "nl": "Een vraag over een uitgave? Stel ze hier, de penningmeester antwoordt.",
        },
    ),
    post(
        "apres-handicap",
        WEEK + THU,
        "09:00",
        "seize-jours",
        "facebook instagram x_fr x_nl",
        pictures="seize-affiche",
        state="review",
        fr="3 décembre, journée des personnes handicapées. Un quai sur trois de notre relevé reste inaccessible en fauteuil. On "
        "publie la liste, arrêt par arrêt. ♿",
        nl="3 december, dag van personen met een handicap. Een op de drie perrons in onze telling is onbereikbaar met een "
        "rolstoel. We publiceren de lijst, halte per "
        "halte. ♿",
        link="16/acces-toegang",
    ),
    post(
        "apres-lettre",
        WEEK + WED,
        "10:00",
        "loyers-justes",
        "facebook x_fr",
        state="draft",
        author="salome",
        fr="Modèle de lettre au propriétaire : quatre paragraphes, à compléter, à imprimer, à envoyer en recommandé. Testé avec "
        "les locataires de Molenbeek.",
        link="loyers/lettre",
    ),
    post(
        "apres-brief",
        WEEK + WED,
        "10:15",
        "loyers-justes",
        "x_nl",
        state="draft",
        author="bram",
        nl="Voorbeeldbrief aan je verhuurder: vier alinea’s, invullen, afdrukken, aangetekend versturen. Getest met huurders in Molenbeek.",
        link="huur/brief",
    ),
    post(
        "apres-droits",
        WEEK + FRI,
        "09:00",
        "seize-jours",
        "facebook instagram",
        pictures="seize-mains",
        state="draft",
        fr="Le 10 décembre, journée des droits humains : se loger, se soigner, se déplacer, ce sont aussi des droits. Lecture "
        "publique de la Déclaration, place des "
        "Tilleuls, en onze langues. Vous lisez un article avec nous ?",
        nl="10 december, dag van de mensenrechten: wonen, zorg en vervoer zijn ook rechten. Publieke voorlezing van de Verklaring "
        "op het Lindeplein, in elf talen. "
        "Lees jij een artikel mee?",
    ),
    post(
        "apres-vote",
        WEEK + THU,
        "13:30",
        "loyers-justes",
        "x_fr x_nl",
        state="draft",
        fr="À COMPLÉTER après le vote : résultat, ce que ça change, quand. Merci aux [nombre] signataires.",
        nl="AAN TE VULLEN na de stemming: uitslag, wat verandert er, vanaf wanneer. Dank aan de [aantal] ondertekenaars.",
    ),
)
