"""What each picture shows and what is written on it, in three languages."""

ALT: dict[str, dict[str, str]] = {
    "loyer-affiche": {
        "fr": "Affiche : quatre maisons bruxelloises dessinées et les mots « Un loyer juste. Een eerlijke huur. Maximum 30 % du revenu ».",
        "nl": "Affiche: vier getekende Brusselse huizen met de woorden “Un loyer juste. Een eerlijke huur. Maximaal 30 % van je inkomen”.",
        "en": "Poster: four drawn Brussels houses and the words “A fair rent. At most 30 % of your income” in French and Dutch.",
    },
    "loyer-cle": {
        "fr": "Une grande clé sur fond vert et une petite maison en porte-clés. Texte : « Un toit, pas un luxe. Een dak is geen luxe. »",
        "nl": "Een grote sleutel op groene achtergrond met een huisje als sleutelhanger. Tekst: “Un toit, pas un luxe. Een dak is "
        "geen luxe.”",
        "en": "A large key on green with a little house as key ring. Text: “A roof is no luxury” in French and Dutch.",
    },
    "loyer-graphique": {
        "fr": "Graphique : sur 1 000 € de revenu, la part du loyer passe de 290 € en 2016 à 520 € en 2026. Une ligne marque 30 %.",
        "nl": "Grafiek: van 1 000 € inkomen ging in 2016 290 € naar de huur, in 2026 al 520 €. Een lijn duidt 30 % aan.",
        "en": "Chart: out of 1,000 € of income, rent takes 290 € in 2016 and 520 € in 2026. A line marks 30 %.",
    },
    "loyer-samira": {
        "fr": "Portrait dessiné de Samira, aide-soignante à Anderlecht, et sa phrase : « Mon loyer, c’est 62 % de mon salaire. »",
        "nl": "Getekend portret van Samira, zorgkundige in Anderlecht, met haar woorden in het Frans: “Mijn huur is 62 % van mijn loon.”",
        "en": "Drawn portrait of Samira, a care assistant in Anderlecht, and her words in French: “My rent is 62 % of my wage.”",
    },
    "loyer-wout": {
        "fr": "Portrait dessiné de Wout, magasinier à Molenbeek, et sa phrase en néerlandais : « Troisième déménagement en quatre ans. »",
        "nl": "Getekend portret van Wout, magazijnier in Molenbeek: “Derde keer verhuisd in vier jaar. Mijn dozen blijven gewoon dicht.”",
        "en": "Drawn portrait of Wout, a warehouse worker in Molenbeek, and his words in Dutch: “Moved for the third time in four years.”",
    },
    "loyer-etapes": {
        "fr": "La grille des loyers en 4 étapes : votre quartier, surface et état, le loyer conseillé, un recours si c’est trop cher.",
        "nl": "Het huurrooster in 4 stappen: je wijk, oppervlakte en staat, de richthuur, in beroep als het te duur is.",
        "en": "The rent grid in four steps: your area, size and condition, the advised rent, an appeal when it is too high.",
    },
    "loyer-debat": {
        "fr": "Deux personnes et deux bulles : « Votre loyer est-il légal ? » et « Is jouw huur wettelijk? ». Soirée info jeudi à 19 h 30.",
        "nl": "Twee mensen en twee tekstballonnen: “Votre loyer est-il légal ?” en “Is jouw huur wettelijk?”. Infoavond donderdag "
        "om 19.30 uur.",
        "en": "Two people and two speech bubbles asking whether your rent is legal, in French and Dutch. Evening on Thursday, 7.30 pm.",
    },
    "bouger-tram": {
        "fr": "Affiche : un tram jaune devant la ville et les mots « Toutes les 6 minutes. Om de 6 minuten. »",
        "nl": "Affiche: een gele tram voor de stad met de woorden “Toutes les 6 minutes. Om de 6 minuten.”",
        "en": "Poster: a yellow tram in front of the town and the words “Every 6 minutes” in French and Dutch.",
    },
    "bouger-velo": {
        "fr": "Une personne à vélo sur une large piste rouge. Texte : « De la place pour rouler. Plaats om te fietsen. »",
        "nl": "Iemand fietst op een breed rood fietspad. Tekst: “De la place pour rouler. Plaats om te fietsen.”",
        "en": "Somebody rides a bicycle on a wide red path. Text: “Room to ride” in French and Dutch.",
    },
    "bouger-train": {
        "fr": "Un train de nuit sous la lune et les mots « Le dernier train ne doit pas partir à 22 h 14 », en français et en néerlandais.",
        "nl": "Een nachttrein onder de maan met de woorden “De laatste trein mag niet om 22.14 uur vertrekken”, in het Frans en "
        "het Nederlands.",
        "en": "A night train under the moon and the words “The last train must not leave at 10.14 pm” in French and Dutch.",
    },
    "bouger-carte": {
        "fr": "Carte dessinée d’un réseau cyclable avec des tronçons manquants entourés en rouge. Titre : « 40 chaînons manquants ».",
        "nl": "Getekende kaart van een fietsnetwerk met ontbrekende stukken in een rode cirkel. Titel: “40 ontbrekende schakels”.",
        "en": "Drawn map of a cycle network with missing pieces circled in red. Title: “40 missing links” in French and Dutch.",
    },
    "bouger-arret": {
        "fr": "Trois personnes attendent sous un abribus. Texte : « On attend quoi pour le bus ? Waar blijft onze bus? »",
        "nl": "Drie mensen wachten in een bushokje. Tekst: “On attend quoi pour le bus ? Waar blijft onze bus?”",
        "en": "Three people wait in a bus shelter. Text: “Where is our bus?” in French and Dutch.",
    },
    "soin-affiche": {
        "fr": "Affiche : trois soignant·es dessiné·es et les mots « Le soin se paie. Zorg verdient beter. + 1 € de l’heure, tout "
        "de suite ».",
        "nl": "Affiche: drie getekende zorgverleners met de woorden “Le soin se paie. Zorg verdient beter. + 1 € per uur, meteen”.",
        "en": "Poster: three drawn care workers and the words “Care deserves better pay. One euro more an hour, now” in French and Dutch.",
    },
    "soin-mains": {
        "fr": "Deux mains se serrent. Texte : « On tient à vous. Et vous tenez tout. Zonder zorg valt alles stil. »",
        "nl": "Twee handen houden elkaar vast. Tekst: “On tient à vous. Et vous tenez tout. Zonder zorg valt alles stil.”",
        "en": "Two hands hold each other. Text: “Without care everything stops” in French and Dutch.",
    },
    "soin-nuit": {
        "fr": "Un pictogramme rouge face à vingt-huit pictogrammes gris : la nuit, une soignante pour 28 résident·es.",
        "nl": "Eén rood figuurtje tegenover achtentwintig grijze: ’s nachts staat één zorgkundige in voor 28 bewoners.",
        "en": "One red figure beside twenty-eight grey ones: at night, one care worker for 28 residents.",
    },
    "soin-fatou": {
        "fr": "Portrait dessiné de Fatou, aide familiale à Schaerbeek : « J’adore mon métier. Je voudrais juste pouvoir en vivre. »",
        "nl": "Getekend portret van Fatou, verzorgende in Schaarbeek, met haar woorden in het Frans: “Ik hou van mijn werk. Ik wil "
        "er alleen van kunnen leven.”",
        "en": "Drawn portrait of Fatou, a home carer in Schaerbeek: “I love my job. I would just like to live on it”, in French.",
    },
    "soin-agenda": {
        "fr": "Horaire d’une semaine d’aide familiale : quatre journées coupées en deux, un samedi matin et un dimanche soir.",
        "nl": "Weekrooster in de thuiszorg: vier dagen met een onderbreking, een zaterdagochtend en een zondagavond.",
        "en": "A home carer’s week: four days split in two shifts, a Saturday morning and a Sunday evening.",
    },
    "energie-chat": {
        "fr": "Un chat roux dort sur un radiateur, il gèle dehors. Texte : « Avoir chaud chez soi. Warm thuis. »",
        "nl": "Een rosse kat slaapt op een radiator, buiten vriest het. Tekst: “Avoir chaud chez soi. Warm thuis.”",
        "en": "A ginger cat sleeps on a radiator while it freezes outside. Text: “Warm at home” in French and Dutch.",
    },
    "energie-facture": {
        "fr": "Facture expliquée, exemple de 100 € : énergie 44 €, réseaux 27 €, taxes et TVA 17 €, redevances 12 €.",
        "nl": "Uitleg bij een factuur, voorbeeld van 100 €: energie 44 €, netten 27 €, taksen en btw 17 €, heffingen 12 €.",
        "en": "A bill explained, example of 100 €: energy 44 €, grids 27 €, taxes and VAT 17 €, levies 12 €.",
    },
    "energie-isoler": {
        "fr": "Une maison enveloppée d’isolant. Texte : « Isoler d’abord, facturer moins. Eerst isoleren, dan minder betalen. »",
        "nl": "Een huis ingepakt in isolatie. Tekst: “Isoler d’abord, facturer moins. Eerst isoleren, dan minder betalen.”",
        "en": "A house wrapped in insulation. Text: “Insulate first, pay less” in French and Dutch.",
    },
    "energie-ampoule": {
        "fr": "Une ampoule allumée avec une maison à l’intérieur. Texte : « Le tarif social, vous y avez droit ? »",
        "nl": "Een brandende lamp met een huisje erin. Tekst: “Heb jij recht op het sociaal tarief?”",
        "en": "A lit bulb with a house inside. Text: “Are you entitled to the social tariff?” in French and Dutch.",
    },
    "seize-bougies": {
        "fr": "Sept bougies allumées dans la nuit. Texte : « Pas une de moins. Niet één minder. » Contre les violences faites aux femmes.",
        "nl": "Zeven brandende kaarsen in de nacht. Tekst: “Pas une de moins. Niet één minder.” Stop geweld tegen vrouwen.",
        "en": "Seven candles burning in the night. Text: “Not one less” in French and Dutch. Against violence against women.",
    },
    "seize-affiche": {
        "fr": "Un calendrier de seize cases colorées. Texte : « 16 jours pour agir. 16 dagen om te handelen. 25 novembre – 10 décembre ».",
        "nl": "Een kalender met zestien gekleurde vakjes. Tekst: “16 jours pour agir. 16 dagen om te handelen. 25 november – 10 december”.",
        "en": "A calendar of sixteen coloured squares. Text: “16 days to act, 25 November – 10 December” in French and Dutch.",
    },
    "seize-mains": {
        "fr": "Cinq mains levées de couleurs différentes. Texte : « Tous les droits, pour tou·tes. 10 décembre ».",
        "nl": "Vijf opgestoken handen in verschillende kleuren. Tekst: “Alle rechten, voor iedereen. 10 december”.",
        "en": "Five raised hands of different colours. Text: “All rights, for everybody. 10 December” in French and Dutch.",
    },
    "seize-ecoute": {
        "fr": "Deux femmes dessinées côte à côte. Texte : « On te croit. We geloven je. Écouter, orienter, protéger ».",
        "nl": "Twee getekende vrouwen naast elkaar. Tekst: “On te croit. We geloven je. Luisteren, helpen, beschermen”.",
        "en": "Two drawn women side by side. Text: “We believe you. Listen, guide, protect” in French and Dutch.",
    },
    "comites-stand": {
        "fr": "Un stand de marché rayé rouge et blanc avec quatre personnes. Texte : « On est sur le marché. Kom gerust dag zeggen. »",
        "nl": "Een marktkraam met rood-witte luifel en vier mensen. Tekst: “On est sur le marché. Kom gerust dag zeggen.”",
        "en": "A market stall with a red and white awning and four people. Text: “We are at the market, come and say hello”.",
    },
    "comites-balade": {
        "fr": "Une famille se promène dans un parc. Texte : « Balade du dimanche. Zondagse wandeling. 10 h, sous le grand tilleul ».",
        "nl": "Een gezin wandelt in een park. Tekst: “Balade du dimanche. Zondagse wandeling. 10 uur, onder de linde”.",
        "en": "A family walks in a park. Text: “Sunday walk, 10 am, under the lime tree” in French and Dutch.",
    },
    "comites-benevoles": {
        "fr": "Cinq mains levées. Texte : « On a besoin de vos bras. We hebben je nodig. Deux heures par mois suffisent. »",
        "nl": "Vijf opgestoken handen. Tekst: “On a besoin de vos bras. We hebben je nodig. Twee uur per maand is genoeg.”",
        "en": "Five raised hands. Text: “We need you. Two hours a month are enough” in French and Dutch.",
    },
    "comites-coulisses": {
        "fr": "Un bureau vu d’en haut, un ordinateur, un café, deux galettes, et quatre projets d’affiches au mur.",
        "nl": "Een bureau met laptop, koffie en twee wafeltjes, en vier affiche-ontwerpen aan de muur.",
        "en": "A desk with a laptop, coffee and two waffles, and four draft posters on the wall.",
    },
    "comites-nuit": {
        "fr": "Des voisin·es réuni·es le soir devant trois maisons éclairées. Texte : « Votre quartier a la parole. »",
        "nl": "Buren staan ’s avonds samen voor drie verlichte huizen. Tekst: “Je wijk heeft het woord.”",
        "en": "Neighbours stand together in the evening before three lit houses. Text: “Your neighbourhood has the floor”.",
    },
    "toit-hiver": {
        "fr": "Une petite maison éclairée dans la neige et deux personnes dehors. Texte : « Personne dehors cet hiver. »",
        "nl": "Een klein verlicht huis in de sneeuw en twee mensen buiten. Tekst in het Frans: “Niemand op straat deze winter.”",
        "en": "A small lit house in the snow and two people outside. Text in French: “Nobody outside this winter”.",
    },
    "toit-porte": {
        "fr": "Une personne dans l’embrasure d’une porte ouverte et lumineuse. Texte : « Une porte qui s’ouvre, ça change tout. »",
        "nl": "Iemand in een open, verlichte deur. Tekst in het Frans: “Een deur die opengaat, dat verandert alles.”",
        "en": "Somebody in a bright open door. Text in French: “A door that opens changes everything”.",
    },
    "toit-renover": {
        "fr": "Deux maisons derrière un échafaudage avec deux ouvriers. Texte : « Rénover, sans expulser. »",
        "nl": "Twee huizen achter een stelling met twee arbeiders. Tekst in het Frans: “Renoveren, zonder uit te zetten.”",
        "en": "Two houses behind scaffolding with two workers. Text in French: “Renovate without evicting”.",
    },
    "toit-rosa": {
        "fr": "Portrait dessiné de Rosa, locataire à Saint-Gilles : « J’ai septante et un ans. Je ne veux pas compter les degrés. »",
        "nl": "Getekend portret van Rosa, huurster in Sint-Gillis, met haar woorden in het Frans: “Ik wil de graden niet tellen.”",
        "en": "Drawn portrait of Rosa, a tenant in Saint-Gilles: “I am seventy-one. I do not want to count degrees”, in French.",
    },
}
