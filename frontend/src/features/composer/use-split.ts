import { useLingui } from "@lingui/react/macro";
import { toast } from "~/components/toast";
import { type Seen, useComposing } from "./context";
import type { Language } from "./draft";
import { withPlacement } from "./edit";
import { count } from "./measure";
import { LINK_ROOM, split } from "./thread";

interface What {
  language: Language;
  segments: readonly string[];
  carriers: readonly Seen[];
  onChange: (segments: string[]) => void;
}

/** Cutting a text that is too long into a thread: for all its channels, or, where one of them knows no threads, for the others alone. */
export function useSplit({ language, segments, carriers, onChange }: What) {
  const { t } = useLingui();
  const { edit, setTab } = useComposing();
  const threads = carriers.filter(({ limits }) => limits.max_segments > 1);
  const others = carriers.some(({ limits }) => limits.max_segments === 1);
  const long = threads.filter(({ texts, limits }) => texts.some((text) => count(text, limits) > limits.text_max));
  const isOwn = carriers.length === 1 && carriers[0]?.placement.own_segments !== null;

  const partsOf = (texts: readonly string[], { limits, message }: Seen): string[] => {
    const shows = message.link && !texts.some((text) => text.includes(message.link));
    return texts.flatMap((text, index) =>
      split(text, {
        language,
        most: limits.text_max,
        count: (part) => count(part, limits),
        reserve: shows && index === 0 ? LINK_ROOM : 0,
      }),
    );
  };
  const run = () => {
    const [tightest] = [...long].sort((a, b) => a.limits.text_max - b.limits.text_max);
    if (!tightest) return;
    const isJoined = carriers.some(({ placement }) => placement.languages.length > 1);
    if (isOwn || (!others && !isJoined)) {
      onChange(partsOf(segments, tightest));
      toast(t`Split in a thread`, { undo: () => onChange([...segments]) });
      return;
    }
    for (const each of long) {
      edit((draft) => withPlacement(draft, each.key, { own_segments: partsOf(each.message.segments, each) }));
    }
    setTab(`own:${tightest.key}`);
    toast(t`${tightest.name} has a thread of its own now`, {
      undo: () => {
        for (const { key } of long) edit((draft) => withPlacement(draft, key, { own_segments: null }));
      },
    });
  };
  return { isTooLong: long.length > 0, apart: !isOwn && others ? long : [], run };
}
