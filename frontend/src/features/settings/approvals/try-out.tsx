import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { AmountField } from "~/components/amount-field";
import { Button } from "~/components/button";
import { Select } from "~/components/field";
import { Note } from "~/components/note";
import { Panel } from "~/components/panel";
import { Segmented } from "~/components/segmented";
import { parseAmount } from "~/lib/amount";
import { useFormat } from "~/lib/use-format";
import styles from "./approvals.module.css";
import { isSum, type Kind, type StepShown } from "./model";
import { useNamed, useSentence } from "./use-sentence";

/** "Who decides on …": try a post or a sum, without asking anybody. */
export function TryOut() {
  const { t } = useLingui();
  const format = useFormat();
  const named = useNamed();
  const { currency } = useOrganisation();
  const seesMoney = useMay()("see_money");
  const [kind, setKind] = useState<Kind>("post");
  const [campaign, setCampaign] = useState("");
  const [channel, setChannel] = useState("");
  const [language, setLanguage] = useState("");
  const [sum, setSum] = useState("");
  const ask = useMutation(api.mutationOptions("post", "/api/routes/try/", {}));
  const change = (act: () => void) => {
    act();
    ask.reset();
  };
  const isPost = kind === "post";
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate({
      body: {
        kind,
        campaign: campaign || null,
        channels: isPost && channel ? [channel] : [],
        languages: (isPost && language ? [language] : []) as never,
        cents: isPost ? 0 : (parseAmount(sum) ?? 0),
      },
    });
  };
  return (
    <Panel title={t`Who decides on …`} padded>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        {seesMoney && (
          <Segmented
            wide
            label={t`For`}
            value={kind}
            onChange={(next) => change(() => setKind(next))}
            options={[
              { value: "post", label: t`Posts` },
              { value: "request", label: t`Money` },
            ]}
          />
        )}
        <div className={styles.three}>
          <Select
            label={t`Campaign`}
            value={campaign}
            onChange={({ target }) => change(() => setCampaign(target.value))}
          >
            <option value="">{t`None`}</option>
            {named.campaigns.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          {isPost ? (
            <>
              <Select
                label={t`Channel`}
                value={channel}
                onChange={({ target }) => change(() => setChannel(target.value))}
              >
                <option value="">–</option>
                {named.channels.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
              <Select
                label={t`Language`}
                value={language}
                onChange={({ target }) => change(() => setLanguage(target.value))}
              >
                <option value="">–</option>
                {["fr", "nl", "de", "en"].map((code) => (
                  <option key={code} value={code}>
                    {format.languageName(code)}
                  </option>
                ))}
              </Select>
            </>
          ) : (
            <AmountField
              label={t`Sum`}
              currency={currency}
              typed={sum}
              value={sum}
              onChange={({ target }) => change(() => setSum(target.value))}
              error={isSum(sum) ? undefined : t`Write an amount such as 1 234,50.`}
            />
          )}
        </div>
        <p>
          <Button type="submit" icon="ask" busy={ask.isPending} disabled={!isSum(sum)}>{t`Who decides?`}</Button>
        </p>
        <div aria-live="polite">
          {ask.error && (
            <Note tone="attention" icon="warning">
              {ask.error.message}
            </Note>
          )}
          {ask.data && <Answer steps={ask.data.steps} isUsual={!ask.data.route} />}
        </div>
      </form>
    </Panel>
  );
}

function Answer({ steps, isUsual }: { steps: readonly StepShown[]; isUsual: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const { step } = useSentence({ campaigns: [], channels: [], people: [] });
  if (steps.length === 0) return <Note>{t`Nobody: it needs no yes.`}</Note>;
  return (
    <Note icon="people">
      <p>{isUsual ? <Trans>By the usual way:</Trans> : <Trans>By a route:</Trans>}</p>
      <ol className={styles.steps}>
        {steps.map((each) => (
          <li key={each.position}>
            {step(each)}
            {each.waits_for.length > 0 && (
              <span className={styles.today}>
                {" "}
                <Trans>(today: {format.list(each.waits_for)})</Trans>
              </span>
            )}
            {each.is_short && (
              <p className={styles.today}>{t`Too few of those named can decide today, so others may.`}</p>
            )}
          </li>
        ))}
      </ol>
    </Note>
  );
}
