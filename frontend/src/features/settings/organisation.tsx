import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, lazy, Suspense, useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { ErrorState } from "~/components/error-state";
import { Field, Select } from "~/components/field";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { StopButton } from "~/components/stop-button";
import { toast } from "~/components/toast";
import { kindNames } from "~/lib/kind-names";
import { AdminsNote } from "./admins-note";
import { SectionHeader } from "./frame";
import { LanguageOrder } from "./language-order";
import { changed, type Organisation } from "./model";
import styles from "./parts.module.css";
import { PlaceFields } from "./place-fields";
import { ZoneField } from "./zone-field";

const Thresholds = lazy(() => import("./thresholds"));

export function OrganisationSection() {
  const { t } = useLingui();
  const { data, error, isPending, refetch } = useQuery(api.queryOptions("get", "/api/organisation/"));
  return (
    <>
      <SectionHeader title={t`Organisation`} />
      <AdminsNote />
      {isPending && (
        <Panel>
          <SkeletonList />
        </Panel>
      )}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data && <OrganisationForm saved={data} />}
      <Suspense>
        <Thresholds />
      </Suspense>
      <CrisisStop />
    </>
  );
}

/** The one control that holds back everything; only those who may repair see it. */
function CrisisStop() {
  const { t } = useLingui();
  if (!useMay()("repair")) return null;
  return (
    <Panel title={t`Crisis stop`} padded className={styles.apart}>
      <div className={styles.form}>
        <p>{t`When something has gone badly wrong, or the news changes everything: nothing goes out any more, on no channel, until somebody lets posts go out again.`}</p>
        <p>
          <StopButton />
        </p>
      </div>
    </Panel>
  );
}

function OrganisationForm({ saved }: { saved: Organisation }) {
  const { t } = useLingui();
  const isFixed = !useMay()("manage");
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<Partial<Organisation>>({});
  const [isAsking, setAsking] = useState(false);
  const edit = (some: Partial<Organisation>) => setDraft((before) => ({ ...before, ...some }));
  const shown = { ...saved, ...draft };
  const changes = changed(saved, draft);
  const save = useMutation(
    api.mutationOptions("patch", "/api/organisation/", {
      onSuccess: async () => {
        await api.refresh(queryClient, "/api/organisation/", "/api/me/");
        setDraft({});
        toast(t`The settings are saved.`);
      },
      onSettled: () => setAsking(false),
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (changes.posts_need_approval === false && !isAsking) setAsking(true);
    else save.mutate({ body: changes });
  };
  const wrong = (name: string) => save.error?.fields[name]?.join(" ");
  return (
    <form className={styles.stack} onSubmit={onSubmit} noValidate>
      <Panel title={t`Who you are`} padded>
        <div className={styles.form}>
          <Field
            label={t`Name`}
            value={shown.name}
            onChange={(event) => edit({ name: event.target.value })}
            disabled={isFixed}
            maxLength={120}
            error={wrong("name")}
          />
          <Select
            label={t`Kind`}
            value={shown.kind}
            onChange={(event) => edit({ kind: event.target.value as NonNullable<Organisation["kind"]> })}
            disabled={isFixed}
          >
            {Object.entries(kindNames).map(([kind, name]) => (
              <option key={kind} value={kind}>
                {t(name)}
              </option>
            ))}
          </Select>
          <LanguageOrder
            value={shown.languages ?? []}
            onChange={(languages) => edit({ languages })}
            disabled={isFixed}
            error={wrong("languages")}
          />
          <PlaceFields
            country={shown.country ?? "BE"}
            communities={shown.communities ?? []}
            onChange={edit}
            disabled={isFixed}
          />
          <ZoneField
            label={t`Time zone`}
            hint={t`All times are written in it. Posts that are planned keep the time they have.`}
            value={shown.time_zone ?? "Europe/Brussels"}
            onChange={(time_zone) => edit({ time_zone })}
            disabled={isFixed}
            error={wrong("time_zone")}
          />
        </div>
      </Panel>
      <Panel title={t`Approval`} padded>
        <div className={styles.form}>
          <Checkbox
            label={t`Posts need an approval`}
            hint={t`Nothing goes out until somebody who may decide has said yes to this very version.`}
            checked={shown.posts_need_approval ?? true}
            onChange={(event) => edit({ posts_need_approval: event.target.checked })}
            disabled={isFixed}
          />
          <Checkbox
            label={t`Pictures need a description`}
            hint={t`Blind people hear it instead of the picture, and the law asks public bodies for it. Without it, a post waits.`}
            checked={shown.alt_required ?? true}
            onChange={(event) => edit({ alt_required: event.target.checked })}
            disabled={isFixed}
          />
          <Field
            label={t`Tolerance in minutes`}
            hint={t`An approved post may be moved this far and stays approved. With 0, every new time asks for a new approval.`}
            className={styles.short}
            type="number"
            inputMode="numeric"
            min={0}
            max={1440}
            value={shown.time_tolerance_min ?? 0}
            onChange={(event) => edit({ time_tolerance_min: Number(event.target.value) })}
            disabled={isFixed || !shown.posts_need_approval}
            error={wrong("time_tolerance_min")}
          />
        </div>
      </Panel>
      <Panel title={t`Money`} padded>
        <div className={styles.form}>
          <Checkbox
            label={t`Recovers VAT`}
            hint={t`Parties and NGOs as a rule cannot: leave it off, and the budget counts every amount with its VAT. Switched on, it counts without. What is planned keeps its figure, so look at the lines again after a change.`}
            checked={shown.recovers_vat ?? false}
            onChange={(event) => edit({ recovers_vat: event.target.checked })}
            disabled={isFixed}
          />
        </div>
      </Panel>
      {save.error && Object.keys(save.error.fields).length === 0 && (
        <p className={styles.wrong} role="alert">
          {save.error.message}
        </p>
      )}
      {!isFixed && (
        <p className={styles.buttons}>
          <Button look="primary" type="submit" busy={save.isPending} disabled={Object.keys(changes).length === 0}>
            {t`Save`}
          </Button>
          {Object.keys(changes).length > 0 && (
            <Button look="plain" onClick={() => setDraft({})}>
              {t`Discard the changes`}
            </Button>
          )}
        </p>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => save.mutate({ body: changes })}
        busy={save.isPending}
        title={t`Publish without approval?`}
        confirm={t`Publish without approval`}
        danger
      >
        <p>{t`From now on, posts go out at their time without anybody's yes. Everybody who may write can publish in the name of ${saved.name}.`}</p>
      </ConfirmDialog>
    </form>
  );
}
