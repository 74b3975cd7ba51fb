import { Plural, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Segmented } from "~/components/segmented";
import { SkeletonList } from "~/components/skeleton";
import { dayOf, mondayOf, spanOf } from "~/lib/days";
import type { Asked } from "~/lib/gaps";
import { useFormat } from "~/lib/use-format";
import { Fill } from "./fill";
import styles from "./gaps.module.css";
import { lacking } from "./model";
import { Proposals } from "./proposals";

type Way = "new" | "fill";

/** Where the week falls short, and when there is room: begin a draft there, or put drafts that have no time yet. */
export default function GapsDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { t } = useLingui();
  const { zone } = useFormat();
  const { time_zone: here } = useOrganisation();
  const mayWrite = useMay()("write");
  const [way, go] = useState<Way>("new");
  const monday = asked.monday ?? mondayOf(dayOf(new Date(), here));
  const query = {
    ...spanOf(monday, asked.monday ? 7 : 28, zone),
    ...(asked.campaign && { campaign: asked.campaign }),
  };
  const gaps = useQuery({ ...api.queryOptions("get", "/api/cadence/gaps/", { params: { query } }), staleTime: 0 });
  const channels = useQuery(api.queryOptions("get", "/api/channels/"));
  const { missing, unplaced } = lacking(gaps.data ?? []);
  const error = gaps.error ?? channels.error;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Where it is short`}
      width="wide"
      actions={<Button look="quiet" onClick={onClose}>{t`Close`}</Button>}
    >
      {error && !(gaps.data && channels.data) && <ErrorState error={error} retry={() => void gaps.refetch()} />}
      {!error && !(gaps.data && channels.data) && <SkeletonList rows={5} />}
      {gaps.data?.length === 0 && (
        <Empty icon="check" title={t`Nothing is missing`}>
          {t`Every channel with a target reaches it in these days. A channel without one is not looked at.`}
        </Empty>
      )}
      {gaps.data && gaps.data.length > 0 && channels.data && (
        <div className={styles.stack}>
          <p>
            <Plural
              value={missing}
              one="# post is missing to reach the targets."
              other="# posts are missing to reach the targets."
            />{" "}
            {unplaced > 0 && (
              <Plural
                value={unplaced}
                one="For # there is no good time left."
                other="For # of them there is no good time left."
              />
            )}
          </p>
          <p className={styles.small}>
            {t`Proposed are the channel’s usual times, else good hours of its network, two hours apart from anything else there.`}
          </p>
          {mayWrite && (
            <Segmented
              label={t`How to fill them`}
              value={way}
              onChange={go}
              options={[
                { value: "new", label: t`New drafts` },
                { value: "fill", label: t`Drafts without a time` },
              ]}
            />
          )}
          {way === "new" ? (
            <Proposals gaps={gaps.data} channels={channels.data.results} campaign={asked.campaign} onGo={onClose} />
          ) : (
            <Fill gaps={gaps.data} channels={channels.data.results} onDone={onClose} />
          )}
        </div>
      )}
    </Dialog>
  );
}
