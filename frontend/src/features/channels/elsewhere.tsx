import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { Select } from "~/components/field";
import { toast, toastProblem } from "~/components/toast";
import { When } from "~/components/when";
import { newKey } from "~/lib/new-key";
import { useFormat } from "~/lib/use-format";
import styles from "./elsewhere.module.css";
import type { Channel } from "./model";

const MANY = [10, 20, 50, 100] as const;
const MICROS_IN_CENT = 10_000;

/** When the channel was last read for posts made without Carillon; where reading costs money, a person says so first. */
export function Elsewhere({ channel }: { channel: Channel }) {
  const { t } = useLingui();
  const format = useFormat();
  const may = useMay();
  const queryClient = useQueryClient();
  const { data = [] } = useQuery(api.queryOptions("get", "/api/outside/readings/"));
  const [many, setMany] = useState<number | null>(null);
  const [key, setKey] = useState(newKey);
  const reading = useMutation(api.mutationOptions("post", "/api/outside/readings/{id}/", { onError: toastProblem }));
  const known = data.find((each) => each.channel === channel.id);
  if (!known) return null;
  const dollars = (micros: number) => format.money(Math.ceil(micros / MICROS_IN_CENT), "USD");
  const read = (limit: number) =>
    reading.mutate(
      { params: { path: { id: channel.id }, header: { "Idempotency-Key": key } }, body: { limit } },
      {
        onSuccess: (done) => {
          const cost = dollars(done.cost_usd_micros);
          const read = t`${plural(done.read, { one: "# post read", other: "# posts read" })}`;
          toast(t`${read}, ${done.new} of them new here. It cost ${cost}.`);
          setMany(null);
          setKey(newKey());
          void api.refresh(queryClient, "/api/outside/", "/api/outside/readings/", "/api/cadence/");
        },
      },
    );
  return (
    <div className={styles.elsewhere}>
      <p>
        <Trans>Posts made elsewhere:</Trans>{" "}
        {known.read_at ? (
          <>
            <Trans>read</Trans> <When at={known.read_at} show="relative" />
          </>
        ) : (
          <Trans>not read yet</Trans>
        )}
        {known.spent_usd_micros > 0 && (
          <>
            {" · "}
            <Trans>{dollars(known.spent_usd_micros)} this month</Trans>
          </>
        )}
        {known.problem && <span className={styles.problem}>{known.problem}</span>}
      </p>
      {!known.is_regular && may("plan") && channel.state === "connected" && (
        <Button size="small" onClick={() => setMany(20)}>{t`Read them now…`}</Button>
      )}
      {many !== null && (
        <ConfirmDialog
          isOpen
          onClose={() => setMany(null)}
          onConfirm={() => read(many)}
          title={t`Read the newest posts of ${known.name}?`}
          confirm={t`Read for at most ${dollars(many * known.read_cost_usd_micros)}`}
          busy={reading.isPending}
        >
          <p>
            <Trans>
              {channel.network_label} bills {format.money(known.read_cost_usd_micros / MICROS_IN_CENT, "USD")} for each
              post that is read. Carillon reads the posts of the last month, newest first.
            </Trans>
          </p>
          <Select label={t`How many at most`} value={many} onChange={(event) => setMany(Number(event.target.value))}>
            {MANY.map((count) => (
              <option key={count} value={count}>
                {t`${count} posts, at most ${dollars(count * known.read_cost_usd_micros)}`}
              </option>
            ))}
          </Select>
        </ConfirmDialog>
      )}
    </div>
  );
}
