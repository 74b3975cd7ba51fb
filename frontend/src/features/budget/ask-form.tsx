import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { withFiles } from "~/api/documents";
import { useOrganisation } from "~/api/me";
import { asProblem } from "~/api/problem";
import { Checkbox } from "~/components/checkbox";
import { Field, Select, TextArea } from "~/components/field";
import { FilesToSend } from "~/components/files-to-send";
import { toast } from "~/components/toast";
import { showRefusal, useChecked } from "~/lib/form";
import { useKeyFor } from "~/lib/use-key-for";
import { useOthers } from "~/lib/use-others";
import { type Asked, type Prefill, startOf, useAskSchema } from "./ask-schema";
import { CampaignOptions, LineOptions } from "./choices";
import { ForOthers } from "./for-others";
import { ForbiddenReach } from "./forbidden-reach";
import styles from "./form.module.css";
import { FormFrame } from "./form-dialog";
import { type Forbidden, forbiddenOf, type Period, type Request } from "./model";
import { useLines, useMedia, useMoneyAgain } from "./queries";
import { RequestDocuments } from "./request-documents";
import { SupplierField } from "./suppliers/supplier-field";
import { VatFields } from "./vat-fields";

interface Props {
  id: string;
  period: Period;
  request?: Request;
  prefill?: Prefill;
  onClose: () => void;
  onAsked: (request: Request) => void;
}

export function AskForm({ id, period, request, prefill, onClose, onAsked }: Props) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const { keyFor, sent } = useKeyFor();
  const isParty = useOrganisation().kind === "party";
  const lines = useLines(period.id);
  const media = useMedia();
  const { payers } = useOthers();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [forbidden, setForbidden] = useState<Forbidden>();
  const form = useChecked(useAskSchema(), { ...startOf(request), ...prefill });
  const line = lines.find((each) => each.id === form.watch("line"));
  const medium = line && media.get(line.medium);
  const platforms = medium?.platforms ?? [];
  const ask = useMutation({
    mutationKey: [id],
    mutationFn: async ({ campaign, needed_on, platform, payer, beneficiary, ...rest }: Asked) => {
      const isOffered = platforms.some(({ code }) => code === platform);
      const body = {
        ...rest,
        platform: (isOffered ? platform : "") as never,
        payer: payer as never,
        beneficiary: beneficiary as never,
        campaign: campaign || null,
        needed_on: needed_on || null,
      };
      if (request) {
        return api.send("patch", "/api/requests/{id}/", {
          params: { path: { id: request.id }, header: { "If-Match": `"${request.revision}"` } },
          body,
        });
      }
      const key = keyFor([body, files.map(({ name, size, lastModified }) => [name, size, lastModified])]);
      // With its files at once, so that whoever decides finds them named in the letter.
      return api.send("post", "/api/requests/", {
        params: { header: { "Idempotency-Key": key } },
        ...(files.length > 0 ? withFiles(body, files) : { body }),
      });
    },
    onMutate: () => setForbidden(undefined),
    onSuccess: (asked) => {
      sent();
      toast(t`Asked. Whoever decides gets a message.`);
      again();
      onAsked(asked);
      onClose();
    },
    onError: (error) => {
      const problem = asProblem(error);
      const found = forbiddenOf(problem);
      if (found) setForbidden(found);
      else if (problem.status === 412) {
        again();
        form.setError("root", {
          message: t`Somebody else changed this request meanwhile. Close this window and look at it first.`,
        });
      } else showRefusal(form, problem);
    },
  });
  const { errors } = form.formState;
  return (
    <FormFrame id={id} form={form} onSend={(values) => ask.mutate(values)}>
      {forbidden && (
        <ForbiddenReach
          forbidden={forbidden}
          lines={lines}
          media={media}
          onLine={(chosen) => {
            form.setValue("line", chosen);
            form.setValue("platform", "");
            setForbidden(undefined);
          }}
        />
      )}
      <Field label={t`What for`} error={errors.title?.message} {...form.register("title")} />
      <Select label={t`From which line`} error={errors.line?.message} {...form.register("line")}>
        <LineOptions period={period.id} />
      </Select>
      {platforms.length > 0 && (
        <Select
          label={t`Where the reach is bought`}
          hint={t`The sellers' rules differ: Carillon checks them before anybody decides.`}
          error={errors.platform?.message}
          {...form.register("platform", { onChange: () => setForbidden(undefined) })}
        >
          <option value="">{t`Choose`}</option>
          {platforms.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </Select>
      )}
      {medium?.is_paid_media && !isParty && (
        <Checkbox
          label={t`It is about politics or a social issue`}
          hint={t`The law asks for this declaration. When in doubt, leave it ticked.`}
          {...form.register("is_political")}
        />
      )}
      <VatFields
        currency={period.currency}
        net={form.watch("net_cents")}
        vat={form.watch("vat_cents")}
        onVat={(typed) => form.setValue("vat_cents", typed, { shouldValidate: true })}
        netProps={{ ...form.register("net_cents"), error: errors.net_cents?.message }}
        vatProps={{ ...form.register("vat_cents"), error: errors.vat_cents?.message }}
      />
      <TextArea
        label={t`Why`}
        hint={t`Whoever decides reads this.`}
        error={errors.reason?.message}
        {...form.register("reason")}
      />
      <div className={styles.pair}>
        <SupplierField
          value={form.watch("supplier")}
          onChange={(text) => form.setValue("supplier", text, { shouldDirty: true, shouldValidate: true })}
          error={errors.supplier?.message}
        />
        <Field type="date" label={t`Needed on`} error={errors.needed_on?.message} {...form.register("needed_on")} />
      </div>
      <Select label={t`Campaign`} {...form.register("campaign")}>
        <CampaignOptions />
      </Select>
      {request ? (
        <RequestDocuments request={request} />
      ) : (
        <FilesToSend files={files} onChange={setFiles} label={t`Attach an offer or a quote`} />
      )}
      <ForOthers form={form as never} payers={payers} onChange={() => setForbidden(undefined)} />
    </FormFrame>
  );
}
