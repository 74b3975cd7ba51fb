import { msg } from "@lingui/core/macro";
import type { Theme } from "./theme";

/** Light or dark in words: `t(themeNames[theme])`. */
export const themeNames = {
  system: msg`As the device`,
  light: msg`Light`,
  dark: msg`Dark`,
} satisfies Record<Theme, unknown>;
