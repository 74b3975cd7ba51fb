import { useLingui } from "@lingui/react/macro";
import type { FormEvent, ReactNode } from "react";
import { useId } from "react";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import styles from "./shelf.module.css";

interface Props {
  title: string;
  isBusy: boolean;
  /** What the server said that belongs to no field. */
  problem: string | undefined;
  onClose: () => void;
  onSave: () => void;
  children: ReactNode;
}

/** The frame around the fields of anything kept here. */
export function PhraseDialog({ title, isBusy, problem, onClose, onSave, children }: Props) {
  const { t } = useLingui();
  const id = useId();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      width="narrow"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={id} busy={isBusy}>{t`Save`}</Button>
        </>
      }
    >
      <form id={id} className={styles.form} onSubmit={onSubmit} noValidate>
        {problem && <p role="alert">{problem}</p>}
        {children}
      </form>
    </Dialog>
  );
}
