import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { ErrorState } from "~/components/error-state";
import { Icon } from "~/components/icon";
import { networkName } from "~/components/network-mark";
import { Note } from "~/components/note";
import { PageHeader } from "~/components/page-header";
import { SkeletonList } from "~/components/skeleton";
import { Account } from "./account";
import { Answered } from "./answered";
import styles from "./looks.module.css";
import { likely, type Shown } from "./model";
import { Sent } from "./sent";
import { SettleBar } from "./settle-bar";
import { type Act, SettleDialog } from "./settle-dialog";
import { Settled } from "./settled";
import { useRecent } from "./use-recent";

/** A person finds out whether a post is online: what was sent, what was answered, and what the account shows, side by side. */
export function LookPage({ id }: { id: string }) {
  const { t } = useLingui();
  const may = useMay();
  const { slug } = useOrganisation();
  const delivery = useQuery(api.queryOptions("get", "/api/deliveries/{id}/", { params: { path: { id } } }));
  const isOpen = delivery.data?.state === "needs_look";
  const recent = useRecent(delivery.data, isOpen && may("repair"));
  const [chosen, setChosen] = useState<Shown | null>();
  const [asking, setAsking] = useState<Act | null>(null);
  if (delivery.error && !delivery.data) {
    return <ErrorState error={delivery.error} retry={() => void delivery.refetch()} />;
  }
  if (!delivery.data) return <SkeletonList rows={6} />;
  const it = delivery.data;
  // Until somebody chooses or unchooses, the one that says what we sent is chosen.
  const pick = chosen === undefined ? likely(recent.data ?? []) : (chosen ?? undefined);
  const network = networkName(it.network);
  return (
    <div className={styles.page}>
      <Link to={`/${slug}/today` as string} className={styles.back}>
        <Icon name="left" />
        {t`Today`}
      </Link>
      <PageHeader title={isOpen ? t`Is it online on ${network}?` : it.first_line || t`Post without a text`} />
      {isOpen ? (
        <Note tone="attention" icon="ask">
          <p>
            <Trans>
              This post was sent to <b>{it.channel_name}</b>, and the answer was lost. Carillon has looked for it there
              and is not sure. Please look yourself: nothing is sent again without you.
            </Trans>
          </p>
        </Note>
      ) : (
        <Settled delivery={it} />
      )}
      <div className={`${styles.columns} ${isOpen ? styles.withAccount : ""}`}>
        <Sent delivery={it} />
        {isOpen && (
          <Account
            delivery={it}
            recent={recent}
            chosen={pick}
            onChoose={(post) => setChosen(post)}
            mayLook={may("repair")}
          />
        )}
        <Answered delivery={it} />
      </div>
      {isOpen && may("repair") && <SettleBar onAct={setAsking} />}
      {asking && <SettleDialog act={asking} delivery={it} chosen={pick} onClose={() => setAsking(null)} />}
    </div>
  );
}
