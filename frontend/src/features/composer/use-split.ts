import { useLingui } from "@lingui/react/macro";
import { toast } from "~/components/toast";
import { type Seen, useComposing } from "./context";
import type { Language } from "./draft";
import { withOwnText, withoutOwnText } from "./edit";
import { count } from "./measure";
import { LINK_ROOM, numbered, split } from "./thread";

interface What {
  language: Language;
  segments: readonly string[];
  carriers: readonly Seen[];
  onChange: (segments: string[]) => void;
}

export interface Split {
  /** It does not fit somewhere that knows threads. */
  isTooLong: boolean;
  /** These alone get the thread; empty: all do. */
  apart: readonly Seen[];
  /** What each of them would get. */
  foresee: (isNumbered: boolean) => { seen: Seen; parts: string[] }[];
  run: (isNumbered: boolean) => void;
}

const isTooLong = ({ texts, limits }: Seen) => texts.some((text) => count(text, limits) > limits.text_max);

function partsOf(texts: readonly string[], { limits, message }: Seen, language: Language, isNumbered: boolean) {
  const shows = message.link && !texts.some((text) => text.includes(message.link));
  const parts = texts.flatMap((text, index) =>
    split(text, {
      language,
      most: limits.text_max,
      count: (part) => count(part, limits),
      reserve: shows && index === 0 ? LINK_ROOM : 0,
      numbered: isNumbered,
    }),
  );
  return isNumbered && texts.length > 1 && parts.length > 1 ? numbered(parts) : parts;
}

/** Cutting a text that is too long into a thread: for all its channels, or, where one of them knows no threads, for the others alone. */
export function useSplit({ language, segments, carriers, onChange }: What): Split {
  const { t } = useLingui();
  const { edit, setTab } = useComposing();
  const others = carriers.some(({ limits }) => limits.max_segments === 1);
  const long = carriers.filter((each) => each.limits.max_segments > 1 && isTooLong(each));
  const isOwn = carriers.length === 1 && carriers[0]?.placement.own_segments !== null;
  const isJoined = carriers.some(({ placement }) => placement.languages.length > 1);
  const isForAll = isOwn || (!others && !isJoined);
  const [tightest] = [...long].sort((a, b) => a.limits.text_max - b.limits.text_max);

  const foresee = (isNumbered: boolean) => {
    if (!tightest) return [];
    if (isForAll) return [{ seen: tightest, parts: partsOf(segments, tightest, language, isNumbered) }];
    return long.map((seen) => ({ seen, parts: partsOf(seen.message.segments, seen, language, isNumbered) }));
  };
  const run = (isNumbered: boolean) => {
    const foreseen = foresee(isNumbered);
    if (!tightest) return;
    if (isForAll) {
      onChange(foreseen[0]?.parts ?? []);
      toast(t`Split in a thread`, { undo: () => onChange([...segments]) });
      return;
    }
    for (const { seen, parts } of foreseen) edit((draft) => withOwnText(draft, seen.key, parts));
    setTab(`own:${tightest.key}`);
    toast(t`${tightest.name} has a thread of its own now`, {
      undo: () => {
        for (const { key } of long) edit((draft) => withoutOwnText(draft, key));
      },
    });
  };
  return { isTooLong: long.length > 0, apart: !isForAll && others ? long : [], foresee, run };
}
