import { useMemo } from "react";
import { useComposing } from "./context";
import type { Language, Version } from "./draft";
import { startVersion, versionIn } from "./edit";

/** The post in that language, or what it would start with. */
export function useVersion(language: Language): Version {
  const { draft, assets } = useComposing();
  return useMemo(() => versionIn(draft, language) ?? startVersion(draft, language, assets), [draft, language, assets]);
}
