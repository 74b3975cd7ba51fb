import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type Answer, api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { CampaignMark } from "~/components/campaign-mark";
import { Checkbox } from "~/components/checkbox";
import { Dialog } from "~/components/dialog";
import { ErrorState } from "~/components/error-state";
import { Field } from "~/components/field";
import { NetworkMark } from "~/components/network-mark";
import { SkeletonList } from "~/components/skeleton";
import { Tag } from "~/components/tag";
import { toast, toastProblem } from "~/components/toast";
import { addDays, dayOf } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import type { Horizon } from "../model";
import { horizonWords } from "../words";
import styles from "./templates.module.css";

type Template = Answer<"get", "/api/objectives/templates/">["templates"][number];

/** Objectives to begin with: seen whole first, then started in one press. */
export default function TemplatesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const today = dayOf(new Date(), useOrganisation().time_zone);
  const [key, choose] = useState<string>();
  const [day, setDay] = useState(today);
  const [withCampaigns, setWithCampaigns] = useState(true);
  const offered = useQuery(api.queryOptions("get", "/api/objectives/templates/"));
  const chosen = offered.data?.templates.find((each) => each.key === key) ?? offered.data?.templates[0];
  const start = useMutation(
    api.mutationOptions("post", "/api/objectives/from-template/", {
      onError: toastProblem,
      onSuccess: (made) => {
        toast(t`“${made.name}” stands. Change its figures to your own.`);
        void api.refresh(queryClient, "/api/objectives/", "/api/campaigns/");
        void navigate({ to: ".", search: { objective: made.id } as never });
        onClose();
      },
    }),
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Begin from a template`}
      width="wide"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button
            look="primary"
            busy={start.isPending}
            disabled={!chosen || !day}
            onClick={() =>
              chosen && start.mutate({ body: { key: chosen.key, starts_on: day, with_campaigns: withCampaigns } })
            }
          >
            {t`Begin with this`}
          </Button>
        </>
      }
    >
      {offered.error && <ErrorState error={offered.error} retry={() => void offered.refetch()} />}
      {!offered.data && !offered.error && <SkeletonList rows={3} height={80} />}
      {offered.data && chosen && (
        <div className={styles.all}>
          <fieldset className={styles.choices}>
            <legend className="only-read">{t`Template`}</legend>
            {offered.data.templates.map((each) => (
              <label key={each.key} className={styles.choice}>
                <input type="radio" name="template" checked={each === chosen} onChange={() => choose(each.key)} />
                <span>
                  <Tag>{t(horizonWords[each.horizon as Horizon].name)}</Tag>
                  <b>{each.name}</b>
                  <span className={styles.small}>{each.about}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <Preview template={chosen} day={day} withCampaigns={withCampaigns} />
          <div className={styles.when}>
            <Field type="date" label={t`First day`} value={day} onChange={(event) => setDay(event.target.value)} />
            <Checkbox
              label={t`Begin its campaigns, too`}
              checked={withCampaigns}
              onChange={(event) => setWithCampaigns(event.target.checked)}
            />
          </div>
          <p className={styles.small}>{offered.data.note}</p>
        </div>
      )}
    </Dialog>
  );
}

function Preview({ template, day, withCampaigns }: { template: Template; day: string; withCampaigns: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const last = day ? addDays(day, template.days - 1) : "";
  return (
    <section className={styles.preview} aria-label={t`What will be made`}>
      <p>{template.why}</p>
      {day && <p className={styles.small}>{format.dateRange(day, last)}</p>}
      <ul className={styles.kpis}>
        {template.kpis.map(({ name, unit, baseline, target, definition }) => (
          <li key={name}>
            <b>{name}</b>
            <span className="num">
              {format.number(baseline)} → {format.number(target)} {unit}
            </span>
            <span className={styles.small}>{definition}</span>
          </li>
        ))}
      </ul>
      {withCampaigns && (
        <>
          <h3>
            <Trans>Campaigns</Trans>
          </h3>
          <ul className={styles.kpis}>
            {template.campaigns.map(({ name, goal, colour, weekly }) => (
              <li key={name}>
                <b>
                  <CampaignMark colour={colour} /> {name}
                </b>
                <span className={styles.weekly}>
                  {Object.entries(weekly).map(([network, count]) => (
                    <span key={network}>
                      <NetworkMark network={network} /> <Plural value={count} one="# a week" other="# a week" />
                    </span>
                  ))}
                </span>
                <span className={styles.small}>{goal}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
