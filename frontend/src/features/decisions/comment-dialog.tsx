import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { TextArea } from "~/components/field";
import type { Card, Verdict } from "./model";

interface Props {
  card: Card;
  verdict: Exclude<Verdict, "approve">;
  isOpen: boolean;
  onClose: () => void;
  onSay: (verdict: Verdict, comment: string) => void;
}

/** A no always says why; what was typed stays when the window is closed by accident. */
export function CommentDialog({ card, verdict, isOpen, onClose, onSay }: Props) {
  const { t } = useLingui();
  const [comment, setComment] = useState("");
  const [isMissing, setMissing] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another card begins with an empty sheet
  useEffect(() => {
    setComment("");
    setMissing(false);
  }, [card.id]);
  const isReject = verdict === "reject";
  const say = () => {
    if (comment.trim()) onSay(verdict, comment.trim());
    else {
      setMissing(true);
      area.current?.focus();
    }
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={isReject ? t`Reject this?` : t`What should change?`}
      actions={
        <>
          <Button onClick={onClose} look="quiet">{t`Cancel`}</Button>
          <Button onClick={say} look={isReject ? "danger" : "primary"} icon={isReject ? "refused" : "comment"}>
            {isReject ? t`Reject` : t`Ask for changes`}
          </Button>
        </>
      }
    >
      <TextArea
        ref={area}
        autoFocus
        label={isReject ? t`Why not?` : t`In a few words`}
        hint={t`${card.asked_by} reads this.`}
        error={isMissing ? t`Say in a few words why: without it nobody knows what to do.` : undefined}
        value={comment}
        maxLength={2000}
        rows={4}
        onChange={({ target }) => {
          setComment(target.value);
          setMissing(false);
        }}
        onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && say()}
      />
    </Dialog>
  );
}
