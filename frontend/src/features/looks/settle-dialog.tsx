import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { asProblem } from "~/api/problem";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { Field } from "~/components/field";
import { networkName } from "~/components/network-mark";
import { toast } from "~/components/toast";
import { When } from "~/components/when";
import styles from "./looks.module.css";
import type { Delivery, Shown } from "./model";

export type Act = "online" | "retry" | "drop";

interface Props {
  act: Act;
  delivery: Delivery;
  /** The post on the account that the person took for it. */
  chosen: Shown | undefined;
  onClose: () => void;
}

/** Asks once more, names what follows, and settles it. */
export function SettleDialog({ act, delivery, chosen, onClose }: Props) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [link, setLink] = useState("");
  const params = { path: { id: delivery.id } };
  const network = networkName(delivery.network);
  const channel = delivery.channel_name;
  const settle = useMutation({
    mutationFn: () => {
      if (act === "retry") return api.send("post", "/api/deliveries/{id}/retry/", { params });
      if (act === "drop") return api.send("post", "/api/deliveries/{id}/drop/", { params });
      const body = chosen ? { permalink: "", pick: chosen.pick } : { permalink: asAddress(link), pick: "" };
      return api.send("post", "/api/deliveries/{id}/online/", { params, body });
    },
    onSuccess: async () => {
      const done = { retry: t`It is on its way.`, online: t`Noted as published.`, drop: t`It will not be sent.` };
      toast(done[act]);
      await api.refresh(queryClient, "/api/troubles/", "/api/deliveries/", "/api/calendar/", "/api/posts/");
      await navigate({ href: `/${slug}/today` });
    },
    onSettled: () => api.refresh(queryClient, "/api/deliveries/"),
  });
  const problem = settle.error ? asProblem(settle.error) : null;
  const titles = {
    online: t`It is online on ${network}?`,
    retry: t`Send it to ${network} once more?`,
    drop: t`Do not send it on ${network}?`,
  };
  const verbs = { online: t`Yes, it is online`, retry: t`Send again`, drop: t`Do not send` };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => settle.mutate()}
      title={titles[act]}
      confirm={verbs[act]}
      danger={act === "retry"}
      busy={settle.isPending}
    >
      <div className={styles.stack}>
        {act === "retry" && (
          <>
            <p>
              <b>{t`If it is online already, people will see it twice.`}</b>
            </p>
            <p>
              <Trans>
                Look at {channel} first. Carillon cannot take a second post back by itself, and some networks count it
                as spam.
              </Trans>
            </p>
          </>
        )}
        {act === "drop" && (
          <p>
            <Trans>
              Carillon sends it no more, and calls it taken off. If it turns out to be on {channel}, delete it there.
            </Trans>
          </p>
        )}
        {act === "online" && chosen && (
          <div className={styles.quote}>
            <p className={styles.clamp}>{chosen.text || t`Without a text`}</p>
            <p className={styles.facts}>
              <When at={chosen.created_at} />
            </p>
          </div>
        )}
        {act === "online" && !chosen && (
          <Field
            label={t`Its address on ${network}`}
            hint={t`Open the post there and copy the address. Without it, nobody can find the post from here.`}
            type="url"
            inputMode="url"
            placeholder="https://"
            value={link}
            onChange={(event) => setLink(event.target.value)}
            error={problem?.fields.permalink?.join(" ")}
          />
        )}
        {problem && !problem.fields.permalink && (
          <p role="alert" className={styles.wrong}>
            {problem.message}
          </p>
        )}
      </div>
    </ConfirmDialog>
  );
}

/** "x.com/…" is meant as an address, too. */
function asAddress(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
}
