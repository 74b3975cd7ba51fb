import { useLingui } from "@lingui/react/macro";
import { networkName } from "~/components/network-mark";
import type { Better } from "~/lib/camel";
import { useFormat } from "~/lib/use-format";
import { useComposing } from "./context";
import type { ProblemFound } from "./draft";
import { frameOf, ratioName } from "./frame";

/** What the web app itself advises, in the shape of what the server found: how readers meet pictures and tags. */
export function useAdvice(better: (text: string) => Better[]): ProblemFound[] {
  const { t } = useLingui();
  const format = useFormat();
  const { draft, seen, assets } = useComposing();
  const found: ProblemFound[] = [];
  for (const { shown, message, limits, network, name, isFixed } of seen) {
    if (!shown || isFixed) continue;
    message.pictures.forEach(({ asset: id, crop }, index) => {
      const asset = assets.get(id);
      if (!asset) return;
      const { fit, ratio } = frameOf(asset, limits, crop);
      if (fit !== "pad") return;
      const [picture, shape] = [index + 1, ratioName(ratio)];
      found.push({
        code: "picture-on-ground",
        message: t`${networkName(network)} takes no picture of this shape: picture ${picture} gets an empty edge. Cropped to ${shape} it fills its frame.`,
        params: { picture },
        blocks: false,
        placement: shown.id,
        channel: name,
        network,
        language: "",
      });
    });
  }
  for (const { language, segments } of draft.versions) {
    const tags = segments.flatMap(better);
    if (tags.length === 0) continue;
    found.push({
      code: "tags-in-small-letters",
      message: t`Screen readers read ${format.list([...new Set(tags.map(({ better }) => `#${better}`))])} as words, and in small letters as one.`,
      params: {},
      blocks: false,
      placement: "",
      channel: "",
      network: "",
      language,
    });
  }
  return found;
}
