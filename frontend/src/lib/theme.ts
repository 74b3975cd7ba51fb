import { useSyncExternalStore } from "react";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The server writes it into the page (config/first_paint.py), so that a dark screen never flashes white. */
const COOKIE = "theme";
const KEPT_S = 365 * 86_400;
/** Of the bar around the page: the paper of each theme. */
const colours = { light: "#FBFAF7", dark: "#0E1626" };
const listeners = new Set<() => void>();

export function currentTheme(): Theme {
  const { classList } = document.documentElement;
  return classList.contains("dark") ? "dark" : classList.contains("light") ? "light" : "system";
}

/** The page is drawn in this theme from now on, and this browser remembers it. */
export function setTheme(theme: Theme): void {
  // biome-ignore lint/suspicious/noDocumentCookie: Safari has no Cookie Store before 18.4.
  document.cookie = `${COOKIE}=${theme}; path=/; SameSite=Lax; max-age=${theme === "system" ? 0 : KEPT_S}`;
  document.documentElement.classList.remove("light", "dark");
  if (theme !== "system") document.documentElement.classList.add(theme);
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
    meta.content = colours[theme === "system" ? (meta.media.includes("dark") ? "dark" : "light") : theme];
  for (const listener of listeners) listener();
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentTheme);
}
