import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { Button } from "~/components/button";
import { LanguageTag } from "~/components/language-tag";
import { Menu } from "~/components/menu";
import { NetworkMark } from "~/components/network-mark";
import { Panel } from "~/components/panel";
import { isState, StateBadge } from "~/components/state-badge";
import { Count } from "~/components/tag";
import { useFormat } from "~/lib/use-format";
import type { InTheWay, MovedAway, Riposte } from "./model";
import styles from "./riposte.module.css";
import type { Acts } from "./use-riposte";
import { useRoom } from "./use-room";

const MoveDialog = lazy(() => import("./move-dialog"));

/** What is planned on the same channels around it: each can be moved, or all at once, and put back. */
export function Room({ riposte, acts }: { riposte: Riposte; acts: Acts }) {
  const { t } = useLingui();
  const room = useRoom(riposte, acts);
  const [chosen, choose] = useState<InTheWay>();
  const { in_the_way: near, moved, window_min } = riposte;
  const movable = near.filter(({ may_move }) => may_move);
  return (
    <Panel title={t`In the way`} aside={<Count value={near.length} tone="attention" />}>
      {near.length === 0 && moved.length === 0 && (
        <p className={styles.calm}>
          <Plural
            value={window_min}
            one="Nothing else is planned on these channels within # minute."
            other="Nothing else is planned on these channels within # minutes."
          />
        </p>
      )}
      <ul>
        {near.map((row) => (
          <NearRow key={row.placement} row={row}>
            {row.may_move && (
              <Menu
                label={t`Move it`}
                placement="bottom end"
                sections={[
                  {
                    items: [
                      { id: "hour", label: t`One hour later`, icon: "clock", onSelect: () => room.hourLater([row]) },
                      {
                        id: "slot",
                        label: t`To the next free slot`,
                        icon: "right",
                        onSelect: () => void room.toSlots([row]),
                      },
                      { id: "time", label: t`Choose a time…`, icon: "calendar", onSelect: () => choose(row) },
                    ],
                  },
                ]}
                trigger={(props) => (
                  <Button size="small" {...props}>
                    {t`Move`}
                    <span className="only-read">: {row.first_line}</span>
                  </Button>
                )}
              />
            )}
          </NearRow>
        ))}
        {moved.map((row) => (
          <MovedRow key={row.id} row={row} onBack={() => room.back([row])} />
        ))}
      </ul>
      {movable.length > 1 && (
        <div className={styles.acts}>
          <Button icon="clock" onClick={() => room.hourLater(movable)}>{t`All one hour later`}</Button>
          <Button icon="right" onClick={() => void room.toSlots(movable)}>{t`All to free slots`}</Button>
        </div>
      )}
      {movable.some(({ state }) => state === "scheduled") && (
        <p className={styles.foot}>
          <Trans>An approved post that moves further than your organisation allows is asked about again.</Trans>
        </p>
      )}
      <Suspense fallback={null}>
        {chosen && (
          <MoveDialog row={chosen} onClose={() => choose(undefined)} onMove={(at) => room.to([{ row: chosen, at }])} />
        )}
      </Suspense>
    </Panel>
  );
}

function NearRow({ row, children }: { row: InTheWay; children: React.ReactNode }) {
  const minutes = Math.abs(row.minutes_apart);
  return (
    <li className={styles.row}>
      <NetworkMark network={row.network} />
      <span className={styles.body}>
        <span className={styles.line}>{row.first_line}</span>
        <span className={styles.facts}>
          <b className="num">{row.local_time.slice(11, 16)}</b>
          <span>
            {row.minutes_apart < 0 ? (
              <Plural value={minutes} one="# minute before" other="# minutes before" />
            ) : minutes === 0 ? (
              <Trans>at the same minute</Trans>
            ) : (
              <Plural value={minutes} one="# minute after" other="# minutes after" />
            )}
          </span>
          <span>{row.channel_name}</span>
          <LanguageTag languages={row.languages} />
          {isState(row.state) && <StateBadge state={row.state} />}
        </span>
      </span>
      {children}
    </li>
  );
}

function MovedRow({ row, onBack }: { row: MovedAway; onBack: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const from = row.from_local.slice(11, 16);
  const isOtherDay = row.local_time.slice(0, 10) !== row.from_local.slice(0, 10);
  const to = `${isOtherDay ? `${format.date(row.local_time.slice(0, 10), "short")}, ` : ""}${row.local_time.slice(11, 16)}`;
  return (
    <li className={styles.row}>
      <NetworkMark network={row.network} />
      <span className={styles.body}>
        <span className={styles.line}>{row.first_line}</span>
        <span className={styles.facts}>
          <Trans>
            Moved from {from} to {to}
          </Trans>
          {isState(row.state) && <StateBadge state={row.state} />}
        </span>
      </span>
      {row.may_move && (
        <Button size="small" icon="undo" onClick={onBack}>
          {t`Put back`}
          <span className="only-read">: {row.first_line}</span>
        </Button>
      )}
    </li>
  );
}
