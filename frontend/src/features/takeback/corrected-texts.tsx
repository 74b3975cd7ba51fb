import { useLingui } from "@lingui/react/macro";
import { TextArea } from "~/components/field";
import { useFormat } from "~/lib/use-format";
import { type OnlineChannel, sameTexts } from "./model";
import { placeOf } from "./place";

interface Props {
  channels: readonly OnlineChannel[];
  /** What was written, by the text that stands there. */
  texts: Record<string, string>;
  onText: (was: string, now: string) => void;
}

/** The text that stands there, to be written anew: once for all channels that say the same. */
export function CorrectedTexts({ channels, texts, onText }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  return sameTexts(channels).map(({ text, max, channels: same }) => {
    const now = texts[text] ?? text;
    const over = now.length - max;
    return (
      <TextArea
        key={text}
        label={t`The text on ${format.list(same.map(placeOf))}`}
        rows={5}
        value={now}
        aside={max - now.length < 200 ? <span className="num">{max - now.length}</span> : undefined}
        error={over > 0 ? t`${over} characters too many for this network.` : undefined}
        onChange={(event) => onText(text, event.target.value)}
      />
    );
  });
}
