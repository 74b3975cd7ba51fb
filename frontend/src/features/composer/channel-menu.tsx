import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Icon } from "~/components/icon";
import { Menu, type MenuItem, type MenuSection } from "~/components/menu";
import { toast } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import styles from "./channel-picker.module.css";
import { type Seen, useComposing } from "./context";
import type { Channel, Language } from "./draft";
import { withLanguages, withOwnText, withoutChannel, withoutOwnText, withPlacement } from "./edit";
import { OwnTimeDialog } from "./own-time-dialog";

/** What may depart on one channel: its languages, its text, its time. */
export function ChannelMenu({ channel, mine }: { channel: Channel; mine: Seen[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const { draft, edit, own, isFixed, setTab } = useComposing();
  const [timing, setTiming] = useState<string | null>(null);
  const open = mine.filter((each) => !each.isFixed);
  const codes = (languages: readonly string[]) => languages.map((each) => each.toUpperCase()).join(" + ");
  const spoken = open.map(({ placement }) => placement.languages.join("+")).join(",");

  const written = new Set<Language>([...own, ...open.flatMap(({ placement }) => placement.languages)]);
  for (const version of draft.versions) written.add(version.language);
  const every = [...written];
  const choices: { label: string; hint?: string; posts: Language[][] }[] = every.map((language) => ({
    label: format.languageName(language),
    posts: [[language]],
  }));
  const [a, b] = [...own];
  if (a && b) {
    choices.push({ label: t`${codes([a, b])} in one post`, hint: t`One under the other`, posts: [[a, b]] });
    choices.push({ label: t`${codes([b, a])} in one post`, posts: [[b, a]] });
    choices.push({ label: t`${codes([a])} and ${codes([b])} as two posts`, posts: [[a], [b]] });
  }
  const languageItems = choices.map(({ label, hint, posts }): MenuItem => {
    const id = posts.map((languages) => languages.join("+")).join(",");
    return {
      id: `speak:${id}`,
      label,
      ...(hint ? { hint } : {}),
      isChosen: id === spoken,
      onSelect: () => edit((now) => withLanguages(now, channel.id, posts, isFixed)),
    };
  });
  const perPost = open.map(({ key, placement, message }): MenuSection => {
    const aside = open.length > 1 ? codes(placement.languages) : "";
    const reset = () => {
      const before = placement.own_segments;
      edit((now) => withoutOwnText(now, key));
      toast(t`${channel.name} says the same as the others again`, {
        undo: () => edit((now) => withPlacement(now, key, { own_segments: before })),
      });
    };
    const write = () => {
      const segments = message.segments.length > 0 ? [...message.segments] : [""];
      edit((now) => withOwnText(now, key, segments));
      setTab(`own:${key}`);
    };
    return {
      title: aside || t`This channel`,
      items: [
        placement.own_segments
          ? { id: `reset:${key}`, label: t`Use the text of the post again`, icon: "undo", onSelect: reset }
          : { id: `own:${key}`, label: t`Write its own text`, icon: "pen", onSelect: write },
        { id: `time:${key}`, label: t`Give it its own time`, icon: "clock", onSelect: () => setTiming(key) },
      ],
    };
  });
  const off: MenuItem = {
    id: "off",
    label: t`Take ${channel.name} off`,
    icon: "close",
    danger: true,
    onSelect: () => edit((now) => withoutChannel(now, channel.id, isFixed)),
  };
  return (
    <>
      <Menu
        label={t`${channel.name}: language, text and time`}
        placement="bottom end"
        sections={[{ title: t`Language`, items: languageItems }, ...perPost, { items: [off] }]}
        trigger={(props) => (
          <button
            {...props}
            type="button"
            className={styles.more}
            aria-label={t`${channel.name}: language, text and time`}
          >
            <Icon name="down" size={14} />
          </button>
        )}
      />
      <OwnTimeDialog placementKey={timing} onClose={() => setTiming(null)} />
    </>
  );
}
