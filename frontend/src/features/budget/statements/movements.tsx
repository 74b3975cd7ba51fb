import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { usePages } from "~/api/pages";
import { Button } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Money } from "~/components/money";
import { Panel } from "~/components/panel";
import { Segmented } from "~/components/segmented";
import { SkeletonList } from "~/components/skeleton";
import { Tag } from "~/components/tag";
import { toast, toastProblem } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import page from "../budget.module.css";
import type { Period } from "../model";
import { useMoneyAgain } from "../queries";
import rows from "../rows.module.css";
import { spaced } from "../suppliers/model";
import { type Match, type Movement, type MovementState, settleBody } from "./model";
import ReturnDialog from "./return-dialog";
import SettleDialog from "./settle-dialog";
import styles from "./statements.module.css";

const reasons: Record<string, ReturnType<typeof msg>> = {
  reference: msg`same communication`,
  number: msg`number of the invoice`,
  iban: msg`same account`,
  name: msg`same name`,
  amount: msg`same amount`,
};

const STEP = 50;

/** Movements of the bank, and what each paid: Carillon proposes, a person confirms. */
export function Movements({ period }: { period: Period }) {
  const { t } = useLingui();
  const [state, setState] = useState<MovementState>("waits");
  const list = usePages("/api/transactions/", { state }, STEP);
  return (
    <Panel
      title={t`Payments of the bank`}
      aside={
        <Segmented
          label={t`Which payments`}
          value={state}
          onChange={setState}
          wraps
          options={[
            { value: "waits", label: t`To settle` },
            { value: "came_in", label: t`Came in` },
            { value: "settled", label: t`Settled` },
            { value: "aside", label: t`Set aside` },
          ]}
        />
      }
    >
      {list.error && !list.rows ? (
        <ErrorState error={list.error} retry={list.retry} />
      ) : !list.rows ? (
        <SkeletonList rows={4} height={60} />
      ) : list.rows.length === 0 ? (
        <Empty icon="check" title={state === "waits" || state === "came_in" ? t`Nothing waits` : t`Nothing here yet`}>
          {state === "came_in"
            ? t`Money that comes in is shown here: it may give back a payment of yours.`
            : t`Take in a statement of the bank above: each payment is then shown here with what it may have paid.`}
        </Empty>
      ) : (
        <ul>
          {list.rows.map((movement) => (
            <MovementRow key={movement.id} movement={movement} period={period} />
          ))}
        </ul>
      )}
      {list.hasMore && (
        <div className={page.more}>
          <Button busy={list.isFetchingMore} onClick={list.more}>{t`Show more`}</Button>
        </div>
      )}
    </Panel>
  );
}

function MovementRow({ movement, period }: { movement: Movement; period: Period }) {
  const { t } = useLingui();
  const format = useFormat();
  const mayKeep = useMay()("keep_money");
  const again = useMoneyAgain();
  const [isOpen, setOpen] = useState(false);
  const done = (words: string) => ({
    onSuccess: () => {
      toast(words);
      again();
    },
    onError: toastProblem,
  });
  const settle = useMutation(
    api.mutationOptions("post", "/api/transactions/{id}/settle/", {
      ...done(t`The payment is recorded.`),
      // An invoice that is not booked yet wants its line first: the window asks for it.
      onError: (error) => (error.problem === "invoice-not-booked" ? setOpen(true) : toastProblem(error)),
    }),
  );
  const reopen = useMutation(
    api.mutationOptions("post", "/api/transactions/{id}/reopen/", done(t`This payment waits again.`)),
  );
  const path = { id: movement.id };
  const [match] = movement.matches;
  const cameIn = movement.state === "came_in";
  const waits = movement.state === "waits" || cameIn;
  const title = movement.name || movement.communication || "–";
  const about = [
    format.date(movement.on, "short"),
    movement.name ? movement.communication : "",
    movement.iban && spaced(movement.iban),
  ];
  const accept = (chosen: Match) =>
    settle.mutate({
      params: { path },
      body: settleBody(`${chosen.kind}:${chosen.id}`, { line: "", vat_cents: 0 }),
    });
  return (
    <li className={rows.item}>
      <div className={rows.row}>
        <span className={rows.main}>
          <span className={rows.title}>{title}</span>
          <span className={rows.small}>{about.filter(Boolean).join(" · ")}</span>
          {movement.set_aside_note && <span className={rows.small}>{movement.set_aside_note}</span>}
          {movement.account_unconfirmed && (
            <span>
              <Tag tone="bad" icon="warning">{t`Account number not confirmed`}</Tag>
            </span>
          )}
        </span>
        <span className={rows.end}>
          <strong>
            <Money cents={movement.cents} currency={movement.currency} />
          </strong>
        </span>
      </div>
      {mayKeep && (
        <div className={styles.match}>
          {waits && match && (
            <span className={styles.proposal}>
              <span>
                {cameIn
                  ? t`This may give back what was paid for “${match.title}”.`
                  : match.is_sure
                    ? t`This paid “${match.title}”.`
                    : t`This may have paid “${match.title}”.`}
              </span>
              <span className={rows.small}>
                {match.reasons.map((reason) => (reasons[reason] ? t(reasons[reason]) : reason)).join(", ")}
              </span>
            </span>
          )}
          <span className={rows.acts}>
            {waits && match && !cameIn && match.kind !== "request" && (
              <Button icon="check" look="primary" busy={settle.isPending} onClick={() => accept(match)}>
                {t`Yes, that is it`}
              </Button>
            )}
            {waits && (
              <Button look={cameIn && match ? "primary" : undefined} onClick={() => setOpen(true)}>
                {cameIn ? t`Say why it came in` : match ? t`Something else` : t`Say what it paid`}
              </Button>
            )}
            {!waits && (
              <Button
                icon="undo"
                look="quiet"
                busy={reopen.isPending}
                onClick={() => reopen.mutate({ params: { path } })}
              >{t`Let it wait again`}</Button>
            )}
          </span>
        </div>
      )}
      {cameIn ? (
        <ReturnDialog movement={movement} isOpen={isOpen} onClose={() => setOpen(false)} />
      ) : (
        <SettleDialog movement={movement} period={period} isOpen={isOpen} onClose={() => setOpen(false)} />
      )}
    </li>
  );
}
