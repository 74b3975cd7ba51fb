const KEY = "carillon.organisation";

/** The organisation somebody last worked in, to open again at "/". */
export const lastOrganisation = (): string | null => localStorage.getItem(KEY);
export const rememberOrganisation = (slug: string): void => localStorage.setItem(KEY, slug);
