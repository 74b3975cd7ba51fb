import type { Plugin } from "vite";

/** What a home screen says of Carillon, by language. The screens keep their names: src/features/shell/screens.ts. */
const words = {
  en: {
    description: "Plan, approve and publish campaign posts on time.",
    doors: { new: "New post", calendar: "Calendar", decisions: "Decisions", riposte: "Riposte" },
    shots: { calendar: "What is planned, day by day", decisions: "A decision, made on the phone", week: "The week" },
  },
  nl: {
    description: "Campagneposts plannen, goedkeuren en op tijd publiceren.",
    doors: { new: "Nieuwe post", calendar: "Kalender", decisions: "Beslissingen", riposte: "Riposte" },
    shots: { calendar: "Wat gepland is, dag per dag", decisions: "Een beslissing op de telefoon", week: "De week" },
  },
  fr: {
    description: "Planifier, approuver et publier à temps les posts de campagne.",
    doors: { new: "Nouveau post", calendar: "Calendrier", decisions: "Décisions", riposte: "Riposte" },
    shots: {
      calendar: "Ce qui est prévu, jour par jour",
      decisions: "Une décision, prise sur le téléphone",
      week: "La semaine",
    },
  },
  de: {
    description: "Kampagnenposts planen, freigeben und pünktlich veröffentlichen.",
    doors: { new: "Neuer Post", calendar: "Kalender", decisions: "Entscheidungen", riposte: "Riposte" },
    shots: {
      calendar: "Was geplant ist, Tag für Tag",
      decisions: "Eine Entscheidung auf dem Telefon",
      week: "Die Woche",
    },
  },
} as const;

const icon = (src: string, size: number | "any", more: object = {}) => ({
  src,
  sizes: size === "any" ? size : `${size}x${size}`,
  type: src.endsWith(".svg") ? "image/svg+xml" : "image/png",
  ...more,
});
const shot = (name: string, label: string, sizes: string, form_factor: "narrow" | "wide") => ({
  src: `/screenshots/${name}.webp`,
  sizes,
  type: "image/webp",
  form_factor,
  label,
});

/** Writes /manifest.webmanifest (English) and one for each other language; the page names the reader's (config/first_paint.py). */
export function manifest(): Plugin {
  return {
    name: "carillon-manifest",
    generateBundle() {
      for (const [lang, { description, doors, shots }] of Object.entries(words)) {
        const source = {
          name: "Carillon",
          short_name: "Carillon",
          description,
          lang,
          id: "/",
          start_url: "/",
          scope: "/",
          display: "standalone",
          background_color: "#FBFAF7",
          theme_color: "#14213D",
          share_target: { action: "/share", method: "GET", params: { title: "title", text: "text", url: "url" } },
          shortcuts: Object.entries(doors).map(([door, name]) => ({
            name,
            url: `/?open=${door}`,
            icons: [icon("/icon-192.png", 192)],
          })),
          screenshots: [
            shot("calendar-phone", shots.calendar, "390x844", "narrow"),
            shot("decisions-phone", shots.decisions, "390x844", "narrow"),
            shot("week", shots.week, "1440x900", "wide"),
          ],
          icons: [
            icon("/icon.svg", "any"),
            icon("/icon-192.png", 192),
            icon("/icon-512.png", 512),
            icon("/icon-maskable-512.png", 512, { purpose: "maskable" }),
          ],
        };
        const fileName = lang === "en" ? "manifest.webmanifest" : `manifest.${lang}.webmanifest`;
        this.emitFile({ type: "asset", fileName, source: JSON.stringify(source) });
      }
    },
  };
}
