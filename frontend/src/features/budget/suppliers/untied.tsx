import { Plural, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Select } from "~/components/field";
import { Panel } from "~/components/panel";
import { toast, toastProblem } from "~/components/toast";
import { useKeyFor } from "~/lib/use-key-for";
import { useMoneyAgain } from "../queries";
import type { Supplier, Untied } from "./model";
import styles from "./suppliers.module.css";

/** Names that requests and expenses have for somebody who is no known supplier yet. */
export function UntiedNames({ suppliers }: { suppliers: readonly Supplier[] }) {
  const { t } = useLingui();
  const { data = [] } = useQuery(api.queryOptions("get", "/api/suppliers/untied/"));
  if (data.length === 0) return null;
  return (
    <Panel title={t`Names in the books without a supplier`}>
      <p className={styles.lead}>
        {t`Say who is meant, so that orders from one supplier are seen together. What was written stays as it is.`}
      </p>
      <ul>
        {data.slice(0, 50).map((name) => (
          <UntiedRow key={name.text} name={name} suppliers={suppliers} />
        ))}
      </ul>
    </Panel>
  );
}

function UntiedRow({ name, suppliers }: { name: Untied; suppliers: readonly Supplier[] }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const { keyFor, sent } = useKeyFor();
  const [meant, setMeant] = useState(name.suggested ?? "");
  const done = {
    onSuccess: () => {
      sent();
      toast(t`“${name.text}” has its supplier.`);
      again();
    },
    onError: toastProblem,
  };
  const add = useMutation(api.mutationOptions("post", "/api/suppliers/", done));
  const tie = useMutation(api.mutationOptions("post", "/api/suppliers/{id}/names/", done));
  const send = () =>
    meant
      ? tie.mutate({ params: { path: { id: meant } }, body: { texts: [name.text] } })
      : add.mutate({
          params: { header: { "Idempotency-Key": keyFor(name.text) } },
          body: { name: name.text, company_number: "", country: "", email: "" },
        });
  return (
    <li className={styles.untied}>
      <span className={styles.words}>
        <span className={styles.title}>{name.text}</span>
        <span className={styles.small}>
          <Plural value={name.uses} one="stands in the books once" other="stands in the books # times" />
        </span>
      </span>
      <Select
        label={t`Who is “${name.text}”?`}
        labelHidden
        value={meant}
        onChange={(event) => setMeant(event.target.value)}
      >
        <option value="">{t`A new supplier`}</option>
        {suppliers.map((supplier) => (
          <option key={supplier.id} value={supplier.id}>
            {supplier.name}
          </option>
        ))}
      </Select>
      <Button busy={add.isPending || tie.isPending} onClick={send}>
        {meant ? t`That is who is meant` : t`Add it`}
      </Button>
    </li>
  );
}
