import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { ErrorState } from "~/components/error-state";
import { Icon } from "~/components/icon";
import { NetworkMark } from "~/components/network-mark";
import { SkeletonList } from "~/components/skeleton";
import styles from "./dialogs.module.css";
import type { Network } from "./model";
import { ANY } from "./search";
import { SetUpSteps } from "./set-up-steps";
import type { useConnect } from "./use-connect";

/** What to have at hand, for the networks where it is not obvious. */
const hints: Record<string, ReturnType<typeof msg>> = {
  facebook: msg`Sign in as somebody who may publish on the page, then tick the page.`,
  instagram: msg`For business and creator accounts. Sign in as the account itself.`,
  twitter: msg`Connects the account you are signed in with at X.`,
};

interface Props {
  /** "any", or the network whose set-up steps are shown. */
  shown: string;
  onShow: (network: string | undefined) => void;
  connect: ReturnType<typeof useConnect>;
}

/** Choose a network, and leave for its sign-in; or read how this Carillon is set up with it. */
export function ConnectDialog({ shown, onShow, connect }: Props) {
  const { t } = useLingui();
  const networks = useQuery(api.queryOptions("get", "/api/networks/"));
  const one = networks.data?.find(({ slug }) => slug === shown);
  return (
    <Dialog
      isOpen
      onClose={() => onShow(undefined)}
      title={one ? t`Set up ${one.label}` : t`Connect a channel`}
      actions={
        one && (
          <>
            <Button look="quiet" icon="left" onClick={() => onShow(ANY)}>{t`All networks`}</Button>
            {one.is_set_up && <Go network={one} connect={connect} words={t`Go to ${one.label}`} />}
          </>
        )
      }
    >
      {networks.isPending && <SkeletonList rows={3} />}
      {networks.error && <ErrorState error={networks.error} retry={() => void networks.refetch()} />}
      {one && <SetUpSteps network={one} />}
      {!one && networks.data && (
        <>
          <p className="muted">{t`You sign in at the network itself. Carillon never sees your password.`}</p>
          <ul className={styles.networks}>
            {networks.data
              .filter(({ can_connect }) => can_connect)
              .map((network) => (
                <Choice key={network.slug} network={network} connect={connect} onSteps={() => onShow(network.slug)} />
              ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function Choice({ network, connect, onSteps }: { network: Network; connect: Props["connect"]; onSteps: () => void }) {
  const { t } = useLingui();
  const { label } = network;
  const hint = hints[network.slug];
  return (
    <li className={styles.network}>
      <NetworkMark network={network.slug} size={32} decorative />
      <div className={styles.words}>
        <h3>{network.label}</h3>
        <p className="small muted">
          {network.is_set_up ? hint && t(hint) : t`This Carillon is not registered there yet.`}
        </p>
      </div>
      <div className={styles.go}>
        {network.is_set_up ? (
          <Go network={network} connect={connect} words={t`Connect`} spoken={t`Connect ${label}`} />
        ) : (
          <Button onClick={onSteps} aria-label={t`Show the steps for ${label}`}>{t`Show the steps`}</Button>
        )}
        {network.is_set_up && (
          <button type="button" className={styles.steps} onClick={onSteps} aria-label={t`Set-up of ${label}`}>
            {t`Set-up`}
          </button>
        )}
      </div>
    </li>
  );
}

interface GoProps {
  network: Network;
  connect: Props["connect"];
  words: string;
  /** What is read aloud, where the words alone do not name the network. */
  spoken?: string;
}

function Go({ network, connect, words, spoken }: GoProps) {
  return (
    <Button
      look="primary"
      aria-label={spoken}
      busy={connect.isLeavingFor({ network: network.slug })}
      disabled={connect.isLeaving}
      onClick={() => connect.leave({ network: network.slug })}
    >
      {words}
      <Icon name="out" />
    </Button>
  );
}
