import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Icon } from "~/components/icon";
import { Skeleton } from "~/components/skeleton";
import styles from "./link-panel.module.css";
import { useLinkCard } from "./use-link-card";

/** What the page says of itself: what networks will draw as a card. */
export function LinkFound({ link }: { link: string }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const { card, isAsking } = useLinkCard(link);
  if (!card) return isAsking ? <Skeleton height={64} /> : null;
  const again = (
    <Button
      size="small"
      look="plain"
      icon="retry"
      busy={isAsking}
      onClick={() => void api.refresh(queryClient, "/api/link-preview/")}
    >{t`Look again`}</Button>
  );
  if (card.state !== "shown") {
    return (
      <div className={styles.away}>
        <p>
          <Icon name="info" size={14} />
          <span>
            {card.state === "away" ? (
              <Trans>
                The page could not be read from here. Networks may still show a card of it: check that the address is
                right and public.
              </Trans>
            ) : (
              <Trans>The page has no title of its own, so networks show its address alone.</Trans>
            )}
          </span>
        </p>
        {again}
      </div>
    );
  }
  return (
    <div className={styles.found}>
      {card.image && <img src={card.image} alt="" className={styles.picture} />}
      <div className={styles.says}>
        <b dir="auto">{card.title}</b>
        {card.description && <span dir="auto">{card.description}</span>}
        {!card.image && <span className={styles.lacks}>{t`The page names no picture, so the card has none.`}</span>}
      </div>
      {again}
    </div>
  );
}
