import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import * as v from "valibot";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { TextArea } from "~/components/field";
import { toast } from "~/components/toast";
import { showRefusal, useChecked } from "~/lib/form";
import { useKeyFor } from "~/lib/use-key-for";
import { FormDialog, FormFrame } from "../form-dialog";
import { useMoneyAgain } from "../queries";

interface Props {
  move: { source: string; target: string; cents: number };
  /** What will be planned, in words. */
  sentence: string;
  isOpen: boolean;
  onClose: () => void;
}

/** The plan of both lines changes, with a reason that is kept. */
export function MoveDialog(props: Props) {
  const { t } = useLingui();
  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={t`Change the plan`}
      submit={t`Move it`}
      width="narrow"
    >
      {(id) => <MoveForm id={id} {...props} />}
    </FormDialog>
  );
}

function MoveForm({ id, move, sentence, onClose }: Props & { id: string }) {
  const { t } = useLingui();
  const again = useMoneyAgain();
  const { keyFor, sent } = useKeyFor();
  const schema = v.object({
    reason: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(() => t`Say in a few words why.`),
      v.maxLength(300),
    ),
  });
  const form = useChecked(schema, { reason: "" });
  const send = useMutation({
    mutationKey: [id],
    mutationFn: ({ reason }: { reason: string }) =>
      api.send("post", "/api/plan-moves/", {
        params: { header: { "Idempotency-Key": keyFor([move, reason]) } },
        body: { ...move, reason },
      }),
    onSuccess: () => {
      sent();
      toast(t`The plan is changed.`);
      again();
      onClose();
    },
    onError: (error) => {
      const problem = asProblem(error);
      showRefusal(form, problem);
      form.setError("root", { message: problem.message });
    },
  });
  const { errors } = form.formState;
  return (
    <FormFrame id={id} form={form} onSend={(values) => send.mutate(values)}>
      <p>{sentence}</p>
      <TextArea
        label={t`Why`}
        hint={t`An auditor reads this.`}
        error={errors.reason?.message}
        {...form.register("reason")}
      />
    </FormFrame>
  );
}
