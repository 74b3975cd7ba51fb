import * as v from "valibot";

/** A number as people type it: a comma or a point, spaces between thousands. */
export const numberSchema = (message: () => string) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".")),
    v.check((text) => /^-?\d{1,12}(?:\.\d{1,4})?$/.test(text), message),
  );
