import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Dialog } from "~/components/dialog";
import { NetworkMark } from "~/components/network-mark";
import { count } from "./measure";
import styles from "./split-dialog.module.css";
import type { Split } from "./use-split";

interface Props {
  isOpen: boolean;
  onClose: () => void;
  split: Split;
}

/** The thread as it would be, before the text is cut. */
export function SplitDialog({ isOpen, onClose, split }: Props) {
  const { t } = useLingui();
  const [isNumbered, setNumbered] = useState(false);
  const foreseen = isOpen ? split.foresee(isNumbered) : [];
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t`Split in a thread`}
      actions={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button
            look="primary"
            icon="split"
            onClick={() => {
              split.run(isNumbered);
              onClose();
            }}
          >{t`Split`}</Button>
        </>
      }
    >
      <Checkbox
        label={t`Number the parts (1/5)`}
        hint={t`Readers who meet one part alone see that there is more.`}
        checked={isNumbered}
        onChange={(event) => setNumbered(event.target.checked)}
      />
      {foreseen.map(({ seen, parts }) => (
        <section key={seen.key} className={styles.thread} aria-label={seen.name}>
          <p className={styles.head}>
            <NetworkMark network={seen.network} />
            <b>{seen.name}</b>
            <Plural value={parts.length} one="# part" other="# parts" />
          </p>
          <ol>
            {parts.map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a thread have no names but their places
              <li key={index} className={styles.part} dir="auto">
                {part}
                <span className={styles.count}>
                  {count(part, seen.limits)} / {seen.limits.text_max}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {split.apart.length > 0 && (
        <p className={styles.note}>
          <Trans>The other channels keep the whole text: they know no threads.</Trans>
        </p>
      )}
    </Dialog>
  );
}
