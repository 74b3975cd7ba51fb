"""Thursday to Sunday of the current week."""

from demo.content.write import FRI, SAT, SUN, THU, post

THURSDAY = (
    post(
        "eviction-hiver",
        THU,
        "07:50",
        "loyers-justes",
        "x_fr facebook",
        fr="3 degrés ce matin. Une famille de cinq dort dans une salle de sport depuis lundi, expulsée pour deux mois de retard. "
        "Inès Carlier "
        "interpelle la secrétaire d’État à 14 h. On vous tient au courant.",
    ),
    post(
        "tarif-social",
        THU,
        "09:30",
        "energie",
        "x_fr",
        pictures="energie-ampoule",
        fr="Des milliers de ménages ont droit au tarif social et ne le reçoivent pas. Trois questions pour savoir si vous en "
        "faites partie, sans "
        "compte ni adresse mail 👇",
        link="energie/tarif-social",
    ),
    post(
        "sociaal-tarief",
        THU,
        "09:45",
        "energie",
        "x_nl",
        pictures="energie-ampoule",
        author="bram",
        nl="Heel wat gezinnen hebben recht op het sociaal tarief maar krijgen het niet. Drie vragen, geen account, geen mailadres: "
        "check het hier 👇",
        link="energie/sociaal-tarief",
    ),
    post(
        "infoavond-vandaag",
        THU,
        "12:10",
        "loyers-justes",
        "x_fr x_nl",
        fr="C’est ce soir, Molenbeek ! 19 h 30, Maison des Possibles. Un bail sous le bras, des questions plein la tête : on relit "
        "tout ensemble.",
        nl="Vanavond, Molenbeek! 19.30 uur, Huis van Morgen. Breng je huurcontract en al je vragen mee: we lezen alles samen na.",
        link="agenda/molenbeek",
    ),
    post(
        "train-nuit",
        THU,
        "16:45",
        "bouger",
        "x_fr x_nl",
        pictures="bouger-train",
        fr="Le dernier train ne doit pas partir à 22 h 14. Infirmières, cuisinier·ères, étudiant·es : la ville travaille la nuit, "
        "ses trains aussi "
        "doivent travailler.",
        nl="De laatste trein mag niet om 22.14 uur vertrekken. Verpleegkundigen, koks, studenten: de stad werkt ’s nachts, haar "
        "treinen moeten dat "
        "ook doen.",
    ),
    post(
        "seance-direct",
        THU,
        "17:40",
        "loyers-justes",
        "x_fr",
        state="review",
        author="salome",
        fr="« On ne met pas des enfants dehors en novembre. » La question d’Inès Carlier tenait en dix mots. La réponse, en zéro. "
        "On la reposera "
        "jeudi prochain, et le suivant.",
    ),
    post(
        "merci-molenbeek",
        THU,
        "21:45",
        "loyers-justes",
        "facebook instagram",
        pictures="comites-nuit",
        state="review",
        author="salome",
        fr="Merci Molenbeek. Vos contrats, vos colères, vos bonnes idées : on a tout noté. La semaine prochaine, on vous envoie le "
        "résumé et les "
        "modèles de lettre au propriétaire.",
        nl="Bedankt, Molenbeek. Jullie contracten, jullie woede, jullie goede ideeën: we schreven alles op. Volgende week sturen "
        "we de samenvatting en "
        "de voorbeeldbrieven aan de verhuurder.",
    ),
)

FRIDAY = (
    post(
        "correction-nuit",
        FRI,
        "08:15",
        "soin",
        "x_fr x_nl",
        fr="Correction. Mercredi, nous avons écrit « une soignante pour 28 résident·es, la nuit ». C’est la moyenne des neuf "
        "maisons visitées, pas un "
        "chiffre national. Le texte est rectifié, merci à Jeanne, infirmière, qui l’a relevé.",
        nl="Rechtzetting. Woensdag schreven we “één zorgkundige voor 28 bewoners”. Dat is het gemiddelde van de negen huizen die "
        "we bezochten, geen "
        "nationaal cijfer. De tekst is aangepast. Bedankt Jeanne, verpleegkundige.",
    ),
    post(
        "soin-fatou",
        FRI,
        "09:00",
        "soin",
        "facebook instagram",
        pictures="soin-fatou",
        fr="Fatou est aide familiale à Schaerbeek. Elle se lève à 5 h 40, fait sept visites, mange dans le bus et termine à 21 h.\n\n"
        "« J’adore mon métier. Je voudrais juste pouvoir en vivre. »\n\nOn demande 1 € de plus par heure, tout de suite, et la fin des "
        "journées coupées en deux. Vous travaillez dans le soin ? Racontez-nous, en commentaire ou en message privé.\n\n#LeSoinSePaie",
        nl="Fatou is verzorgende in Schaarbeek. Ze staat op om 5.40 uur, doet zeven bezoeken, eet op de bus en stopt om 21 uur.\n\n"
        "“Ik hou van mijn werk. Ik wil er gewoon van kunnen leven.”\n\nWij vragen 1 € per uur meer, meteen, en geen gebroken dagen "
        "meer. "
        "Werk jij in de zorg? Vertel het ons, hieronder of in een privébericht.\n\n#ZorgVerdientBeter",
    ),
    post(
        "velo-depot",
        FRI,
        "11:00",
        "bouger",
        "x_fr x_nl",
        pictures="bouger-velo",
        fr="C’est déposé : votre carte des chaînons manquants est sur le bureau de la ministre de la Mobilité. Elle a dit « "
        "intéressant ». On a demandé "
        "un calendrier. 🚲",
        nl="Afgegeven: jullie kaart met ontbrekende schakels ligt op het bureau van de minister van Mobiliteit. Zij zei "
        "“interessant”. Wij vroegen een "
        "kalender. 🚲",
        link="velo-fiets",
    ),
    post(
        "coulisses-affiches",
        FRI,
        "14:30",
        "quartiers",
        "facebook instagram",
        pictures="comites-coulisses",
        fr="Dans les coulisses : quatre affiches, onze versions, deux galettes, et un débat très sérieux sur la couleur du tram. "
        "(Il reste jaune.)",
        nl="Achter de schermen: vier affiches, elf versies, twee wafels en een bloedserieuze discussie over de kleur van de tram. "
        "(Hij blijft geel.)",
    ),
    post(
        "draad-30",
        FRI,
        "18:00",
        "loyers-justes",
        "x_nl",
        author="bram",
        state="review",
        nl=(
            "Waarom 30 procent? Die vraag krijgen we tien keer per dag. Ons antwoord in drie berichten 🧵",
            "Gaat meer dan een derde van je inkomen naar huur, dan bespaar je elders: op de tandarts, de verwarming, de schoolreis. "
            "Maatschappelijk werkers in de wijken zeggen ons allemaal hetzelfde.",
            "Ons voorstel: een richthuur per wijk, een paritaire commissie die gratis beslist, en drie maanden tijd om in orde te "
            "komen. "
            "Meer is het niet. Minder mag het ook niet zijn. #EerlijkeHuur",
        ),
    ),
    post(
        "isoler",
        FRI,
        "19:00",
        "energie",
        "facebook",
        pictures="energie-isoler",
        state="changes",
        author="bram",
        fr="Isoler d’abord, facturer moins. Notre plan : quartier par quartier, la Région avance les travaux, le ménage rembourse "
        "avec ce qu’il "
        "économise. Pas de dette, pas d’expulsion.",
        nl="Eerst isoleren, dan minder betalen. Ons plan: wijk per wijk, het gewest schiet de werken voor, het gezin betaalt terug "
        "met wat het bespaart. "
        "Geen schuld, geen uithuiszetting.",
        link="energie/isoler-isoleren",
        comment="« Pas de dette » est trop court : on rembourse bien quelque chose. Dis « sans crédit à la banque », dans les deux "
        "langues.",
    ),
)

SATURDAY = (
    post(
        "marche",
        SAT,
        "09:15",
        "quartiers",
        "facebook instagram",
        pictures="comites-stand",
        fr="On est sur le marché d’Anderlecht jusqu’à 13 h, entre le poissonnier et les olives. Café offert, questions bienvenues, "
        "désaccords aussi.",
        nl="We staan tot 13 uur op de markt van Anderlecht, tussen de visboer en de olijven. Koffie van het huis, vragen welkom, "
        "meningsverschillen ook.",
    ),
    post(
        "benevoles-appel",
        SAT,
        "11:30",
        "quartiers",
        "facebook instagram",
        pictures="comites-benevoles",
        fr="Deux heures par mois, c’est déjà énorme. Tenir un stand, traduire un tract, porter trois chaises, faire du café : il y "
        "a une place "
        "pour chaque talent, et pas besoin d’être membre.\n\nÉcrivez « moi » en commentaire, Salomé vous rappelle cette semaine. 💚",
        nl="Twee uur per maand is al heel veel. Een kraam bemannen, een folder vertalen, drie stoelen dragen, koffie zetten: er is "
        "plaats voor "
        "elk talent, en lid zijn hoeft niet.\n\nSchrijf “ik” hieronder en Bram belt je deze week terug. 💚",
    ),
    post(
        "energie-chat",
        SAT,
        "17:00",
        "energie",
        "instagram x_fr",
        pictures="energie-chat",
        fr="Lui, il a trouvé la seule place à 21 degrés. Avoir chaud chez soi ne devrait pas être un privilège de chat. 🐈",
        nl="Hij vond de enige plek van 21 graden. Warm wonen mag geen kattenprivilege zijn. 🐈",
    ),
    post(
        "quiz",
        SAT,
        "19:00",
        "loyers-justes",
        "facebook",
        state="draft",
        fr="Quiz du samedi : votre propriétaire peut-il indexer votre loyer sans attestation PEB ? A. oui, B. non, C. ça dépend. "
        "Réponse demain.",
        nl="Zaterdagquiz: mag je verhuurder de huur indexeren zonder energieattest? A. ja, B. nee, C. dat hangt ervan af. Morgen "
        "het antwoord.",
    ),
)

SUNDAY = (
    post(
        "balade",
        SUN,
        "08:45",
        "quartiers",
        "facebook instagram",
        pictures="comites-balade",
        fr="Bottes ou baskets ? Rendez-vous à 10 h sous le grand tilleul, parc des Étangs. Trois kilomètres, poussettes "
        "bienvenues, tartines à l’arrivée. 🌳",
        nl="Laarzen of sportschoenen? Afspraak om 10 uur onder de grote linde, Vijverpark. Drie kilometer, kinderwagens welkom, "
        "boterhammen aan de meet. 🌳",
    ),
    post(
        "tram-six",
        SUN,
        "12:30",
        "bouger",
        "instagram facebook",
        pictures="bouger-tram",
        fr="Toutes les 6 minutes. Pas « en moyenne », pas « en heure de pointe ». Le tram qu’on ne doit pas calculer, c’est celui "
        "qu’on prend.",
        nl="Om de 6 minuten. Niet “gemiddeld”, niet “in de spits”. De tram waarvoor je niet moet rekenen, is de tram die je neemt.",
    ),
    post(
        "quiz-reponse",
        SUN,
        "17:00",
        "loyers-justes",
        "x_fr x_nl",
        state="draft",
        author="salome",
        fr="Réponse du quiz : C. Avec un mauvais certificat PEB, l’indexation est limitée. La règle complète et un calculateur "
        "sont sur notre site.",
        nl="Antwoord op de quiz: C. Met een slecht energieattest is indexeren beperkt. De volledige regel en een rekentool staan "
        "op onze site.",
        link="loyers-huur/index",
    ),
    post(
        "semaine-prochaine",
        SUN,
        "19:30",
        "quartiers",
        "x_fr x_nl",
        state="review",
        fr="Lundi, on parle horaires coupés avec trois aides familiales. Mardi, on vous ouvre nos comptes. Reposez-vous bien.",
        nl="Maandag praten we met drie verzorgenden over gebroken uren. Dinsdag leggen we onze rekeningen open. Rust goed uit.",
    ),
)
