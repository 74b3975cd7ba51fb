import { useLingui } from "@lingui/react/macro";
import { useIsMutating, useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { SkeletonList } from "~/components/skeleton";
import { CampaignForm } from "./campaign-form";
import type { Campaign } from "./model";

interface Props {
  /** Given: it is changed; else a new one begins. */
  campaign: Campaign | undefined;
  /** What a new one serves. */
  objective?: string;
  onClose: () => void;
}

export default function CampaignDialog({ campaign, objective, onClose }: Props) {
  const { t } = useLingui();
  const id = useId();
  const isBusy = useIsMutating({ mutationKey: [id] }) > 0;
  const others = useQuery(api.queryOptions("get", "/api/campaigns/", { params: { query: { archived: false } } }));
  const channels = useQuery(api.queryOptions("get", "/api/channels/"));
  const objectives = useQuery(api.queryOptions("get", "/api/objectives/", { params: { query: { archived: false } } }));
  const isReady = others.data && channels.data && objectives.data;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={campaign ? t`Change the campaign` : t`New campaign`}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={id} busy={isBusy} disabled={!isReady}>
            {campaign ? t`Save` : t`Begin the campaign`}
          </Button>
        </>
      }
    >
      {isReady ? (
        <CampaignForm
          id={id}
          campaign={campaign}
          objective={objective}
          others={others.data.results}
          objectives={objectives.data}
          channels={channels.data.results.filter(({ state }) => state !== "disconnected")}
          onSaved={onClose}
        />
      ) : (
        <SkeletonList rows={5} />
      )}
    </Dialog>
  );
}
