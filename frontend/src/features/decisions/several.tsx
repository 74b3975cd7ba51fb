import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useOnline } from "~/api/reach";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { useCommands } from "~/components/commands";
import { Dialog } from "~/components/dialog";
import { Empty } from "~/components/empty";
import { Icon } from "~/components/icon";
import { Money } from "~/components/money";
import { NetworkMark } from "~/components/network-mark";
import { Note } from "~/components/note";
import { toast, toastProblem } from "~/components/toast";
import { When } from "~/components/when";
import { newKey } from "~/lib/new-key";
import { useFormat } from "~/lib/use-format";
import { type Card, costOf, departures, networksOf } from "./model";
import { CostBasis } from "./money-card";
import styles from "./several.module.css";
import { useChannels } from "./use-channels";

const touched = [
  "/api/decisions/",
  "/api/posts/",
  "/api/calendar/",
  "/api/cadence/",
  "/api/periods/",
  "/api/requests/",
];

interface Props {
  cards: readonly Card[];
  onClose: () => void;
}

/** Several at once: choose, read what each would mean, say yes once. What could not be approved says why and stays. */
export default function Several({ cards, onClose }: Props) {
  const { t } = useLingui();
  const isOnline = useOnline();
  const mine = cards.filter(({ may_decide }) => may_decide);
  const [ids, setIds] = useState<readonly string[]>([]);
  const [isAsking, ask] = useState(false);
  const [stayed, setStayed] = useState<readonly { title: string; message: string }[]>([]);
  const chosen = mine.filter(({ id }) => ids.includes(id));
  const isAll = chosen.length === mine.length;
  const toggle = (id: string) =>
    setIds((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id]));
  const { approve, isBusy } = useApprove((left) => {
    ask(false);
    setStayed(left);
    setIds([]);
    if (left.length === 0) onClose();
  });
  useCommands([
    chosen.length > 0 &&
      isOnline && { id: "approve", words: t`Approve`, icon: "check", keys: "a", act: () => ask(true) },
  ]);
  return (
    <div className={styles.several}>
      <div className={styles.top}>
        <Checkbox
          label={t`All ${mine.length}`}
          checked={mine.length > 0 && isAll}
          disabled={mine.length === 0}
          onChange={() => setIds(isAll ? [] : mine.map(({ id }) => id))}
        />
        <Button look="quiet" icon="close" onClick={onClose}>{t`Done`}</Button>
      </div>
      {stayed.length > 0 && (
        <Note tone="attention" icon="warning" isUrgent>
          <p>
            <strong>
              <Trans>These stay as they were:</Trans>
            </strong>
          </p>
          <ul>
            {stayed.map(({ title, message }) => (
              <li key={title + message}>
                {title}: {message}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {mine.length === 0 && <Empty icon="check" title={t`Nothing waits for your decision`} />}
      <ul className={styles.list}>
        {mine.map((card) => (
          <li key={card.id}>
            <label className={styles.row}>
              <input type="checkbox" checked={ids.includes(card.id)} onChange={() => toggle(card.id)} />
              <Words card={card} />
            </label>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && (
        <div className={styles.bar}>
          <Button look="primary" icon="check" disabled={!isOnline} onClick={() => ask(true)}>
            <Plural value={chosen.length} one="Approve # …" other="Approve # …" />
          </Button>
        </div>
      )}
      <Dialog
        isOpen={isAsking && chosen.length > 0}
        onClose={() => ask(false)}
        title={t`Approve all of this?`}
        role="alertdialog"
        actions={
          <>
            <Button onClick={() => ask(false)} look="quiet">{t`Cancel`}</Button>
            <Button onClick={() => approve(chosen)} look="primary" icon="check" busy={isBusy} autoFocus>
              <Plural value={chosen.length} one="Approve #" other="Approve #" />
            </Button>
          </>
        }
      >
        <ol className={styles.named}>
          {chosen.map((card) => (
            <li key={card.id}>
              <Named card={card} />
            </li>
          ))}
        </ol>
      </Dialog>
    </div>
  );
}

function useApprove(onDone: (stayed: { title: string; message: string }[]) => void) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const [key, setKey] = useState(newKey);
  const send = useMutation({
    mutationFn: (cards: readonly Card[]) =>
      api.send("post", "/api/decisions/batch/", {
        params: { header: { "Idempotency-Key": key } },
        body: { items: cards.map(({ id, fingerprint }) => ({ id, fingerprint })) },
      }),
    onSuccess: (answer, cards) => {
      const { done } = answer;
      if (done > 0) toast(t`Approved: ${done}`);
      const titles = new Map(cards.map(({ id, title }) => [id, title]));
      const left = answer.rows.filter(({ is_done }) => !is_done);
      onDone(left.map(({ id, message }) => ({ title: titles.get(id) ?? "", message })));
    },
    onError: toastProblem,
    onSettled: () => {
      setKey(newKey());
      void api.refresh(queryClient, ...touched);
    },
  });
  return { approve: (cards: readonly Card[]) => send.mutate(cards), isBusy: send.isPending };
}

/** One line to choose by. */
function Words({ card }: { card: Card }) {
  const { t } = useLingui();
  const { money, post } = card;
  return (
    <span className={styles.words}>
      <span className={styles.head}>
        {money ? (
          <>
            <Icon name="euro" size={14} />
            <strong>
              <Money cents={money.cost_cents} currency={money.currency} />
            </strong>
          </>
        ) : (
          <>
            {networksOf(post?.placements ?? []).map((network) => (
              <NetworkMark key={network} network={network} />
            ))}
            <strong>{card.first_at ? <When at={card.first_at} /> : t`No time set`}</strong>
          </>
        )}
      </span>
      <span className={styles.title}>{card.title || t`Post without a text`}</span>
      <small>{card.asked_by}</small>
    </span>
  );
}

/** All that a yes to it means: what, where, when, for how much. */
function Named({ card }: { card: Card }) {
  const { t } = useLingui();
  const format = useFormat();
  const channels = useChannels();
  const { money, post } = card;
  if (money) {
    return (
      <>
        <strong className={styles.title}>{money.title}</strong>
        <p>
          <Money cents={money.cost_cents} currency={money.currency} /> (<CostBasis money={money} />)
        </p>
        <p>
          <Trans>
            From the line {money.line.name}. Supplier: {money.supplier || "–"}
          </Trans>
        </p>
      </>
    );
  }
  const cost = post ? costOf(post) : 0;
  return (
    <>
      <strong className={styles.title}>{card.title || t`Post without a text`}</strong>
      {departures((post?.placements ?? []).filter(({ state }) => state !== "cancelled")).map(({ at, placements }) => (
        <p key={at ?? ""}>
          {at ? <When at={at} /> : t`No time set`} ·{" "}
          {format.list([...new Set(placements.map(({ channel }) => channels.get(channel)?.name ?? ""))])}
        </p>
      ))}
      {cost > 0 && (
        <p>
          {t`Cost on X`}: {format.number(cost, { style: "currency", currency: "USD", maximumFractionDigits: 3 })}
        </p>
      )}
    </>
  );
}
