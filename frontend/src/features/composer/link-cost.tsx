import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { Icon } from "~/components/icon";
import { networkName } from "~/components/network-mark";
import { toast } from "~/components/toast";
import { urls } from "~/lib/entities";
import { useFormat } from "~/lib/use-format";
import { type Seen, useComposing } from "./context";
import type { Draft } from "./draft";
import { withOwnText, withPlacement } from "./edit";
import styles from "./link-panel.module.css";

/** Where a network bills a post with a link dearer than one without: what it costs, and two ways out. */
export function LinkCosts() {
  const { seen, isLocked } = useComposing();
  if (isLocked) return null;
  return seen
    .filter(({ limits, isFixed }) => !isFixed && limits.link_cost_usd_micros > limits.cost_usd_micros)
    .map((each) =>
      each.placement.without_link ? (
        <LeftOut key={each.key} seen={each} />
      ) : each.message.link || each.texts.some((text) => urls(text).length > 0) ? (
        <Cost key={each.key} seen={each} />
      ) : null,
    );
}

const MICROS_IN_CENT = 10_000;

function Cost({ seen }: { seen: Seen }) {
  const { t } = useLingui();
  const format = useFormat();
  const { edit, desk, setTab } = useComposing();
  const { key, limits, message, name, network } = seen;
  const dollars = (micros: number) => format.money(micros / MICROS_IN_CENT, "USD");
  const said = (change: (draft: Draft) => Draft, words: string) => {
    const before = desk.snapshot().draft;
    edit(change);
    toast(words, { undo: () => edit(() => before) });
  };
  const toTheEnd = () => {
    said(
      (draft) =>
        withPlacement(withOwnText(draft, key, [...message.segments, message.link]), key, { without_link: true }),
      t`The link is the last part of the thread on ${name}`,
    );
    setTab(`own:${key}`);
  };
  return (
    <div className={styles.cost}>
      <p>
        <Icon name="euro" size={14} />
        <span>
          <Trans>
            {networkName(network)} bills {dollars(limits.link_cost_usd_micros)} for a post with a link instead of{" "}
            {dollars(limits.cost_usd_micros)}, and shows it to fewer people.
          </Trans>
        </span>
      </p>
      {message.link && (
        <span className={styles.ways}>
          <Button
            size="small"
            onClick={() =>
              said((draft) => withPlacement(draft, key, { without_link: true }), t`The link is left out on ${name}`)
            }
          >{t`Leave it out on ${networkName(network)}`}</Button>
          {limits.max_segments > 1 && (
            <Button size="small" onClick={toTheEnd}>{t`Move it to the end of the thread`}</Button>
          )}
        </span>
      )}
    </div>
  );
}

function LeftOut({ seen }: { seen: Seen }) {
  const { t } = useLingui();
  const { edit, draft } = useComposing();
  const hasLink = draft.versions.some(({ link, language }) => link && seen.placement.languages.includes(language));
  if (!hasLink) return null;
  return (
    <div className={styles.cost}>
      <p>
        <Icon name="info" size={14} />
        <span>
          <Trans>The link of the post is left out on {seen.name}.</Trans>
        </span>
      </p>
      <Button
        size="small"
        onClick={() => edit((now) => withPlacement(now, seen.key, { without_link: false }))}
      >{t`Put it back`}</Button>
    </div>
  );
}
