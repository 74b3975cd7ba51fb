import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Icon } from "~/components/icon";
import { IconButton } from "~/components/icon-button";
import { NetworkMark, networkName } from "~/components/network-mark";
import { Skeleton } from "~/components/skeleton";
import styles from "./came-back.module.css";

interface Props {
  /** The code a network's sign-in came back with. */
  problem: string;
  network: string | undefined;
  onClose: () => void;
  onAgain: () => void;
}

/** A sign-in at a network that did not work out: why, and a way to try again. */
export function CameBack({ problem, network, onClose, onAgain }: Props) {
  const { t } = useLingui();
  const words = useQuery(api.queryOptions("get", "/api/problems/{code}/", { params: { path: { code: problem } } }));
  // Somebody who changed their mind did nothing wrong.
  const isCalm = problem === "connection-denied";
  const name = network && networkName(network);
  return (
    <section className={`${styles.box} ${isCalm ? "" : styles.broken}`} aria-label={t`Connecting`} role="alert">
      {network ? <NetworkMark network={network} size={20} decorative /> : <Icon name="warning" />}
      <div className={styles.words}>
        <h2>{name ? t`${name} was not connected` : t`Nothing was connected`}</h2>
        {words.isPending ? (
          <Skeleton width="60%" />
        ) : (
          <p>
            {words.data?.message ?? t`The network's sign-in did not work. Nothing has changed: please connect again.`}
          </p>
        )}
      </div>
      <Button look="primary" onClick={onAgain}>{t`Try again`}</Button>
      <IconButton icon="close" label={t`Close`} look="plain" onClick={onClose} />
    </section>
  );
}
