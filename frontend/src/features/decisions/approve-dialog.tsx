import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Money } from "~/components/money";
import { NetworkMark, networkName } from "~/components/network-mark";
import { When } from "~/components/when";
import styles from "./actions.module.css";
import { type Card, departures } from "./model";
import { CostBasis } from "./money-card";
import { useChannels } from "./use-channels";
import { useOutcome } from "./use-outcome";

interface Props {
  card: Card;
  isOpen: boolean;
  onClose: () => void;
  onYes: () => void;
}

/** Asks once more, naming the sum or the channels: always for money, and when a single key was pressed. */
export function ApproveDialog({ card, isOpen, onClose, onYes }: Props) {
  const { t } = useLingui();
  const { verb } = useOutcome(card);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={card.money ? `${verb}?` : t`Approve this post?`}
      role="alertdialog"
      width="narrow"
      actions={
        <>
          <Button onClick={onClose} look="quiet">{t`Cancel`}</Button>
          <Button onClick={onYes} look="primary" icon="check" autoFocus>
            {verb}
          </Button>
        </>
      }
    >
      {card.money ? <MoneyWords money={card.money} /> : card.post && <PostWords post={card.post} />}
    </Dialog>
  );
}

function MoneyWords({ money }: { money: NonNullable<Card["money"]> }) {
  const { currency, line, supplier } = money;
  return (
    <>
      <p>
        <strong>{money.title}</strong>
      </p>
      <p>
        <Trans>
          <Money cents={money.cost_cents} currency={currency} /> (<CostBasis money={money} />) are set aside from “
          {line.name}”. <Money cents={line.left_after_cents} currency={currency} /> stays on that line.
        </Trans>
      </p>
      {supplier && (
        <p>
          <Trans>Supplier: {supplier}</Trans>
        </p>
      )}
    </>
  );
}

function PostWords({ post }: { post: NonNullable<Card["post"]> }) {
  const channels = useChannels();
  return (
    <>
      <p>
        <Trans>It goes out by itself:</Trans>
      </p>
      <ul className={styles.names}>
        {departures(post.placements).flatMap(({ at, placements }) =>
          placements.map(({ id, network, channel }) => (
            <li key={id}>
              <NetworkMark network={network} />
              <span>
                {channels.get(channel)?.name ?? networkName(network)}
                {at && (
                  <>
                    , <When at={at} />
                  </>
                )}
              </span>
            </li>
          )),
        )}
      </ul>
    </>
  );
}
