import type { Locale } from "./locale";

/** Cities that time zones are named after, where they are not called as in English. Source: CLDR's exemplar cities. */
export const cityNames: Record<string, Partial<Record<Locale, string>>> = {
  Athens: { fr: "Athènes", nl: "Athene", de: "Athen" },
  Belgrade: { nl: "Belgrado", de: "Belgrad" },
  Berlin: { nl: "Berlijn" },
  Brussels: { fr: "Bruxelles", nl: "Brussel", de: "Brüssel" },
  Bucharest: { fr: "Bucarest", nl: "Boekarest", de: "Bukarest" },
  Budapest: { nl: "Boedapest" },
  Copenhagen: { fr: "Copenhague", nl: "Kopenhagen", de: "Kopenhagen" },
  Istanbul: { nl: "Istanboel" },
  Kyiv: { fr: "Kiev", de: "Kiew" },
  Lisbon: { fr: "Lisbonne", nl: "Lissabon", de: "Lissabon" },
  London: { fr: "Londres", nl: "Londen" },
  Luxembourg: { nl: "Luxemburg", de: "Luxemburg" },
  Moscow: { fr: "Moscou", nl: "Moskou", de: "Moskau" },
  Paris: { nl: "Parijs" },
  Prague: { nl: "Praag", de: "Prag" },
  Rome: { de: "Rom" },
  Tirane: { en: "Tirana", fr: "Tirana", nl: "Tirana", de: "Tirana" },
  Vienna: { fr: "Vienne", nl: "Wenen", de: "Wien" },
  Vilnius: { de: "Wilna" },
  Warsaw: { fr: "Varsovie", nl: "Warschau", de: "Warschau" },
  Zurich: { nl: "Zürich", de: "Zürich" },
};
