import { useLingui } from "@lingui/react/macro";
import { useIsMutating } from "@tanstack/react-query";
import { useId } from "react";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { CampaignForm } from "./campaign-form";
import type { Campaign } from "./model";

interface Props {
  /** Given: it is changed; else a new one begins. */
  campaign: Campaign | undefined;
  /** Those that are there already, for a colour of its own. */
  others: readonly Campaign[];
  isOpen: boolean;
  onClose: () => void;
}

export function CampaignDialog({ campaign, others, isOpen, onClose }: Props) {
  const { t } = useLingui();
  const id = useId();
  const isBusy = useIsMutating({ mutationKey: [id] }) > 0;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={campaign ? t`Change the campaign` : t`New campaign`}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={id} busy={isBusy}>
            {campaign ? t`Save` : t`Begin the campaign`}
          </Button>
        </>
      }
    >
      <CampaignForm id={id} campaign={campaign} others={others} onSaved={onClose} />
    </Dialog>
  );
}
