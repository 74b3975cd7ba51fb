import { useLingui } from "@lingui/react/macro";
import { useIsMutating, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Note } from "~/components/note";
import styles from "./form.module.css";

interface Props {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** The verb on the button. */
  submit: string;
  width?: "narrow" | "normal";
  children: (formId: string) => ReactNode;
}

/** A window with a form in it; its button stands outside the form and sends it. The form gives its id to its mutation as key: then the button waits. */
export function FormDialog({ isOpen, onClose, title, submit, width = "normal", children }: Props) {
  const { t } = useLingui();
  const id = useId();
  const isBusy = useIsMutating({ mutationKey: [id] }) > 0;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      width={width}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={id} busy={isBusy}>
            {submit}
          </Button>
        </>
      }
    >
      {children(id)}
    </Dialog>
  );
}

interface FrameProps<Values extends FieldValues, Checked> {
  id: string;
  form: UseFormReturn<Values, unknown, Checked>;
  /** Once every field is right. */
  onSend: (values: Checked) => void;
  children: ReactNode;
}

/** The form in such a window: what the server refused as a whole stands above its fields. */
export function FormFrame<Values extends FieldValues, Checked>({
  id,
  form,
  onSend,
  children,
}: FrameProps<Values, Checked>) {
  const once = useOnce(id);
  return (
    <PlainFrame
      id={id}
      refused={form.formState.errors.root?.message}
      onSend={() => void form.handleSubmit((values) => once(() => onSend(values)))()}
    >
      {children}
    </PlainFrame>
  );
}

interface PlainProps {
  id: string;
  refused?: string | undefined;
  onSend: () => void;
  children: ReactNode;
}

/** The same for a form that keeps its few fields itself. */
export function PlainFrame({ id, refused, onSend, children }: PlainProps) {
  const once = useOnce(id);
  return (
    <form
      id={id}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        once(onSend);
      }}
    >
      {refused && (
        <Note tone="broken" icon="warning" isUrgent>
          {refused}
        </Note>
      )}
      {children}
    </form>
  );
}

/** A second press that comes before the button could be drawn as waiting sends nothing. */
function useOnce(id: string) {
  const queryClient = useQueryClient();
  return (send: () => void) => {
    if (queryClient.isMutating({ mutationKey: [id] }) === 0) send();
  };
}
