import { Trans, useLingui } from "@lingui/react/macro";
import { IconButton } from "~/components/icon-button";
import styles from "./decisions.module.css";
import { place } from "./model";

interface Props {
  cards: readonly { id: string }[];
  show: string | undefined;
  onShow: (id: string) => void;
}

/** "1 of 7", with a way to the card before and the one after. */
export function Stepper({ cards, show, onShow }: Props) {
  const { t } = useLingui();
  const { index, before, after } = place(cards, show);
  const count = cards.length;
  const number = index + 1;
  if (count < 2 && number > 0) return null;
  const go = (id: string | undefined) => {
    if (!id) return;
    onShow(id);
    window.scrollTo({ top: 0 });
  };
  return (
    <nav className={styles.stepper} aria-label={t`Cards`}>
      <IconButton icon="left" look="plain" label={t`Previous card`} disabled={!before} onClick={() => go(before)} />
      <p className="num" aria-live="polite">
        {number > 0 ? (
          <Trans>
            <strong>{number}</strong> of {count}
          </Trans>
        ) : (
          <Trans>{count} waiting</Trans>
        )}
      </p>
      <IconButton icon="right" look="plain" label={t`Next card`} disabled={!after} onClick={() => go(after)} />
    </nav>
  );
}
