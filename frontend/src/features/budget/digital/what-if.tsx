import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { Select } from "~/components/field";
import { Panel } from "~/components/panel";
import { writeAmount } from "~/lib/amount";
import { useFormat } from "~/lib/use-format";
import { AskDialog } from "../ask-dialog";
import { LineOptions } from "../choices";
import { nameOfLine, type Period, type Share } from "../model";
import { useLines, useMedia } from "../queries";
import styles from "./digital.module.css";
import { gained, stepOf, type WhatIf } from "./model";
import { MoveDialog } from "./move-dialog";

/** Both shares if some of one line's plan went to another; and from there to a request, or to the plan itself. */
export function WhatIfPanel({ period }: { period: Period }) {
  const { t } = useLingui();
  const format = useFormat();
  const may = useMay();
  const id = useId();
  const media = useMedia();
  const lines = useLines(period.id);
  const [source, setSource] = useState("");
  const [target, setTarget] = useState("");
  const [cents, setCents] = useState(5_000_00);
  const [isAsking, setAsking] = useState(false);
  const [isMoving, setMoving] = useState(false);
  const { data: overview } = useQuery(
    api.queryOptions("get", "/api/periods/{id}/overview/", { params: { path: { id: period.id } } }),
  );
  // Where most of the plan is left elsewhere, and the largest digital line: a move worth looking at first.
  const known = overview?.lines ?? [];
  const byLeft = [...known].sort((one, other) => other.left_cents - one.left_cents);
  const byPlan = [...known].sort((one, other) => other.planned_cents - one.planned_cents);
  const from = source || (byLeft.find((line) => line.digital_permille < 500)?.id ?? "");
  const to = target || (byPlan.find((line) => line.digital_permille === 1000)?.id ?? "");
  const isPair = from !== "" && to !== "" && from !== to;
  const { data } = useQuery({
    ...api.queryOptions("get", "/api/digital-share/what-if/", {
      params: { query: { source: from, target: to, cents } },
    }),
    enabled: isPair,
    placeholderData: keepPreviousData,
  });
  const name = (key: string) => {
    const line = lines.find((each) => each.id === key);
    return line ? nameOfLine(line, media.get(line.medium)?.label ?? line.medium) : "";
  };
  const most = data?.most_cents ?? 0;
  const step = stepOf(most);
  const moved = Math.min(cents, most);
  const amount = format.money(moved, period.currency);
  const free = format.money(most, period.currency);
  const fromName = name(from);
  const toName = name(to);
  if (lines.length < 2) return null;
  return (
    <Panel title={t`What if`}>
      <div className={styles.body}>
        <div className={styles.pair}>
          <Select label={t`From this line`} value={from} onChange={({ target: { value } }) => setSource(value)}>
            <LineOptions period={period.id} />
          </Select>
          <Select label={t`To this line`} value={to} onChange={({ target: { value } }) => setTarget(value)}>
            <LineOptions period={period.id} />
          </Select>
        </div>
        {!isPair ? (
          <p className="muted">{t`Choose two different lines.`}</p>
        ) : data && most === 0 ? (
          <p className="muted">{t`Nothing of this line’s plan is left to move: it is spent or promised.`}</p>
        ) : (
          <>
            <label htmlFor={id} className={styles.slide}>
              <Trans>
                <strong>{amount}</strong> moved
              </Trans>
            </label>
            <input
              id={id}
              type="range"
              className={styles.slider}
              min={0}
              max={Math.max(step, most - (most % step))}
              step={step}
              value={moved}
              aria-valuetext={amount}
              onChange={({ target: { value } }) => setCents(Number(value))}
            />
            <p className="muted small">{t`Up to ${free}: what of “${fromName}” is neither spent nor promised.`}</p>
            {data && <Effect found={data} />}
            <div className={styles.acts}>
              {may("ask_money") && (
                <Button icon="euro" disabled={moved === 0} onClick={() => setAsking(true)}>
                  {t`Ask for ${amount}`}
                </Button>
              )}
              {may("keep_money") && (
                <Button look="primary" disabled={moved === 0} onClick={() => setMoving(true)}>
                  {t`Change the plan`}
                </Button>
              )}
            </div>
          </>
        )}
      </div>
      <AskDialog
        period={period}
        prefill={{
          line: to,
          net_cents: writeAmount(moved),
          reason: t`Moved from “${fromName}” to “${toName}”, to raise the digital share.`,
        }}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onAsked={() => setAsking(false)}
      />
      <MoveDialog
        move={{ source: from, target: to, cents: moved }}
        sentence={t`${amount} less is planned on “${fromName}”, and ${amount} more on “${toName}”.`}
        isOpen={isMoving}
        onClose={() => setMoving(false)}
      />
    </Panel>
  );
}

/** Both shares, planned and at the end, before and after. */
function Effect({ found }: { found: WhatIf }) {
  const { t } = useLingui();
  const rows = (["paid_media", "full_cost"] as const).flatMap((figure) =>
    (["planned", "forecast"] as const).map((stage) => ({
      key: `${figure} ${stage}`,
      figure: figure === "paid_media" ? t`Paid media` : t`All costs`,
      stage: stage === "planned" ? t`plan` : t`at the end`,
      before: found.before[figure][stage],
      after: found.after[figure][stage],
    })),
  );
  return (
    <table className={styles.table} aria-live="polite">
      <caption className="only-read">{t`Digital share before and after`}</caption>
      <thead>
        <tr>
          <th scope="col">{t`Digital share`}</th>
          <th scope="col">{t`Now`}</th>
          <th scope="col">{t`Then`}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, figure, stage, before, after }) => (
          <tr key={key}>
            <th scope="row">
              {figure}, {stage}
            </th>
            <td>
              <Percent share={before} />
            </td>
            <td>
              <Percent share={after} isStrong reached={after.permille !== null && after.short_cents === 0} />
              <Gained before={before} after={after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Percent({ share, isStrong, reached }: { share: Share; isStrong?: boolean; reached?: boolean }) {
  const format = useFormat();
  const text = share.permille === null ? "–" : format.percent(share.permille / 1000);
  return isStrong ? <strong className={reached ? styles.reached : styles.short}>{text}</strong> : text;
}

function Gained({ before, after }: { before: Share; after: Share }) {
  const { t } = useLingui();
  const format = useFormat();
  const permille = gained(before, after);
  if (!permille) return null;
  const points = format.number(permille / 10, { maximumFractionDigits: 1, signDisplay: "always" });
  return <small className="muted"> {t`${points} points`}</small>;
}
