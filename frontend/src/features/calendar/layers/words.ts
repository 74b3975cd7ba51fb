import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { InLayer, LayerName } from "./model";

export const layerWords: Record<LayerName, MessageDescriptor> = {
  public: msg`Public holidays`,
  school: msg`School holidays`,
  shipped: msg`World days and elections`,
  own: msg`Own moments`,
  slots: msg`Free times`,
  gaps: msg`Below target`,
};

export const kindWords: Record<string, MessageDescriptor> = {
  action: msg`Action`,
  meeting: msg`Meeting`,
  media: msg`Media`,
  deadline: msg`Deadline`,
  other: msg`Other`,
};

export const communityWords: Record<string, MessageDescriptor> = {
  Flemish: msg`Flemish Community`,
  French: msg`French Community`,
  German: msg`German-speaking Community`,
};

/** In words: what kind of day it is, and whose. */
export function useAbout(): (item: InLayer) => string {
  const { t } = useLingui();
  return (item) => {
    const whose = item.communities.map((one) => (communityWords[one] ? t(communityWords[one]) : one)).join(", ");
    const kind =
      item.layer === "own" ? kindWords[item.kind] : item.kind === "election" ? msg`Election` : layerWords[item.layer];
    return [item.name, kind && t(kind), whose, item.note].filter(Boolean).join(" · ");
  };
}
