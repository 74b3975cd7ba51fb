import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "~/api/client";
import { useMay, useMe } from "~/api/me";
import { Button } from "~/components/button";
import { Field, Select } from "~/components/field";
import { IconButton } from "~/components/icon-button";
import { Panel } from "~/components/panel";
import { toast, toastProblem } from "~/components/toast";
import { toLocal } from "~/lib/local-time";
import { newKey } from "~/lib/new-key";
import { useFormat } from "~/lib/use-format";
import styles from "./approvals.module.css";
import { useNamed } from "./use-sentence";

const deciding = ["approver", "treasurer", "board"];

/** Who is away, and who decides in their place meanwhile. */
export function AwayPanel() {
  const { t } = useLingui();
  const { data } = useQuery(api.queryOptions("get", "/api/substitutes/"));
  const [isOpen, open] = useState(false);
  return (
    <Panel
      title={t`Away`}
      aside={
        !isOpen && (
          <Button size="small" icon="plus" onClick={() => open(true)}>
            {t`Put down as away`}
          </Button>
        )
      }
      padded
    >
      <p className={styles.hint}>
        <Trans>
          Who stands in decides where the other is asked, never on what either of them made, and the record says so.
        </Trans>
      </p>
      {data && data.length > 0 && (
        <ul className={styles.aways}>
          {data.map((away) => (
            <AwayRow key={away.id} away={away} />
          ))}
        </ul>
      )}
      {data?.length === 0 && !isOpen && <p>{t`Nobody is away.`}</p>}
      {isOpen && <AwayForm onDone={() => open(false)} />}
    </Panel>
  );
}

function AwayRow({ away }: { away: import("./model").Away }) {
  const { t } = useLingui();
  const format = useFormat();
  const queryClient = useQueryClient();
  const remove = useMutation(
    api.mutationOptions("delete", "/api/substitutes/{id}/", {
      onError: toastProblem,
      onSuccess: () => api.refresh(queryClient, "/api/substitutes/", "/api/decisions/"),
    }),
  );
  const days = format.dateRange(away.starts_on, away.ends_on, "short");
  return (
    <li className={styles.away}>
      <span className={styles.words}>
        <strong>{away.person.name}</strong>
        <span>
          {days} · {away.stand_in ? t`${away.stand_in.name} stands in` : t`nobody stands in`}
        </span>
      </span>
      {away.may_remove && (
        <IconButton
          icon="trash"
          look="plain"
          label={t`${away.person.name} is back`}
          onClick={() => remove.mutate({ params: { path: { id: away.id } } })}
        />
      )}
    </li>
  );
}

function AwayForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const { zone } = useFormat();
  const me = useMe();
  const canManage = useMay()("manage");
  const queryClient = useQueryClient();
  const { people } = useNamed();
  const today = toLocal(new Date(), zone).slice(0, 10);
  const [person, setPerson] = useState(me.id);
  const [standIn, setStandIn] = useState("");
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [key] = useState(newKey);
  const add = useMutation(
    api.mutationOptions("post", "/api/substitutes/", {
      onSuccess: async () => {
        await api.refresh(queryClient, "/api/substitutes/", "/api/decisions/");
        toast(t`It is noted.`);
        onDone();
      },
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({
      params: { header: { "Idempotency-Key": key } },
      body: { person, stand_in: standIn || null, starts_on: from, ends_on: to },
    });
  };
  const wrong = (name: string) => add.error?.fields[name]?.join(" ");
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      {canManage && (
        <Select label={t`Person`} value={person} onChange={({ target }) => setPerson(target.value)}>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <Select
        label={t`Stands in`}
        value={standIn}
        onChange={({ target }) => setStandIn(target.value)}
        error={wrong("stand_in")}
      >
        <option value="">{t`Nobody`}</option>
        {people
          .filter(({ id, roles }) => id !== person && roles.some((role) => deciding.includes(role)))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </Select>
      <div className={styles.pair}>
        <Field type="date" label={t`First day`} value={from} onChange={({ target }) => setFrom(target.value)} />
        <Field
          type="date"
          label={t`Last day`}
          value={to}
          min={from}
          onChange={({ target }) => setTo(target.value)}
          error={wrong("ends_on")}
        />
      </div>
      {add.error && Object.keys(add.error.fields).length === 0 && (
        <p className={styles.wrong} role="alert">
          {add.error.message}
        </p>
      )}
      <p className={styles.buttons}>
        <Button look="quiet" onClick={onDone}>{t`Cancel`}</Button>
        <Button look="primary" type="submit" busy={add.isPending} disabled={!from || !to}>{t`Save`}</Button>
      </p>
    </form>
  );
}
