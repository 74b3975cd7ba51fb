import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMay, useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { useCommands } from "~/components/commands";
import { FromFirst } from "~/components/from-first";
import { Icon } from "~/components/icon";
import { toast } from "~/components/toast";
import { toInstant } from "~/lib/local-time";
import { openMultiply } from "~/lib/multiply";
import { useFormat } from "~/lib/use-format";
import styles from "./bottom-bar.module.css";
import { useComposing } from "./context";
import { hasText, isEmptyDraft, timeKey } from "./draft";
import { commonTime } from "./edit";
import { MoreMenu } from "./more-menu";
import { SubmitDialog } from "./submit-dialog";
import { usePostActs } from "./use-post-acts";
import { WhenDialog } from "./when-dialog";

interface Props {
  /** Time chosen while no channel carries it yet. */
  plannedAt: string;
  onPlannedAt: (local: string) => void;
  onProblems: () => void;
}

/** When it goes out, and the next step. */
export function BottomBar({ plannedAt, onPlannedAt, onProblems }: Props) {
  const { t } = useLingui();
  const { posts_need_approval: needsApproval } = useOrganisation();
  const { draft, post, desk, isLocked, saving, refused, isFixed } = useComposing();
  const acts = usePostActs();
  const may = useMay();
  const [open, setOpen] = useState<"when" | "submit" | null>(null);
  const [isChecking, setChecking] = useState(false);
  const isWaiting = ["in_review", "approved", "held"].includes(post?.state ?? "");

  const save = async () => {
    if (await desk.flush()) toast(t`Saved. Carillon also saves by itself, a moment after each change.`);
  };
  const submit = async () => {
    setChecking(true);
    const isSaved = await desk.flush();
    setChecking(false);
    if (!isSaved) return;
    const now = desk.snapshot();
    if (now.draft.placements.some((each) => timeKey(each) in now.refused.times)) return setOpen("when");
    if (now.post?.may_submit) return setOpen("submit");
    onProblems();
    setTimeout(() => {
      const list = document.getElementById("composer-problems");
      list?.scrollIntoView({ block: "center", behavior: "smooth" });
      list?.focus({ preventScroll: true });
    }, 60);
  };
  useCommands([
    !isLocked &&
      !isWaiting && {
        id: "post-submit",
        words: needsApproval ? t`Submit for approval` : t`Schedule`,
        icon: "send",
        keys: "mod+Enter",
        act: () => void submit(),
      },
    !isLocked && { id: "post-save", words: t`Save now`, icon: "check", keys: "mod+s", act: () => void save() },
    !isLocked && { id: "post-when", words: t`Choose when it goes out`, icon: "clock", act: () => setOpen("when") },
    may("write") &&
      post !== null && {
        id: "post-duplicate",
        words: t`Duplicate this post`,
        icon: "copy",
        act: () => void acts.duplicateNow(),
      },
    may("write") &&
      post !== null && {
        id: "post-multiply",
        words: t`One message into several…`,
        icon: "split",
        act: () => openMultiply(post.id),
      },
  ]);
  const open_ = draft.placements.filter((each) => !isFixed(each));
  const common = commonTime(open_);
  const error = open_.map((each) => refused.times[timeKey(each)]).find(Boolean);
  const isBlank = isEmptyDraft(draft) && !draft.versions.some(({ segments }) => hasText(segments));
  return (
    <footer className={styles.bar}>
      <WhenButton
        local={common?.local_time || plannedAt}
        zone={common?.zone ?? ""}
        error={error}
        onOpen={() => setOpen("when")}
        isLocked={isLocked}
      />
      <div className={styles.acts}>
        <MoreMenu acts={acts} />
        {!isLocked && isWaiting && (
          <Button icon="undo" busy={acts.withdraw.isPending} onClick={acts.withdrawNow}>{t`Withdraw`}</Button>
        )}
        {!isLocked && !isWaiting && (
          <Button
            look="primary"
            icon="send"
            busy={isChecking}
            disabled={isBlank || saving.kind === "held"}
            onClick={() => void submit()}
          >
            {needsApproval ? (
              <>
                <span className={styles.long}>{t`Submit for approval`}</span>
                <span className={styles.short}>{t`Submit`}</span>
              </>
            ) : (
              t`Schedule`
            )}
          </Button>
        )}
        {isLocked && post && (
          <Button icon="copy" busy={acts.duplicate.isPending} onClick={acts.duplicateNow}>{t`Duplicate`}</Button>
        )}
      </div>
      <FromFirst when={open === "when"}>
        <WhenDialog
          isOpen={open === "when"}
          onClose={() => setOpen(null)}
          plannedAt={plannedAt}
          onPlannedAt={onPlannedAt}
        />
      </FromFirst>
      <FromFirst when={open === "submit"}>
        <SubmitDialog isOpen={open === "submit"} onClose={() => setOpen(null)} needsApproval={needsApproval} />
      </FromFirst>
    </footer>
  );
}

interface WhenProps {
  local: string;
  zone: string;
  error: string | undefined;
  isLocked: boolean;
  onOpen: () => void;
}

function WhenButton({ local, zone, error, isLocked, onOpen }: WhenProps) {
  const { t } = useLingui();
  const format = useFormat();
  const place = zone || format.zone;
  const at = local ? toInstant(local, place) : null;
  const day = local ? format.date(local.slice(0, 10), "short") : "";
  const own = at ? format.ownTime(at) : null;
  const isElsewhere = place !== format.zone;
  return (
    <div className={styles.when}>
      <button
        id="composer-when"
        type="button"
        className={`${styles.button} ${error ? styles.bad : ""}`}
        aria-haspopup="dialog"
        disabled={isLocked}
        onClick={onOpen}
      >
        <Icon name="calendar" />
        {local ? (
          <span>
            {day}, {local.slice(11)}
          </span>
        ) : (
          <span>{t`Choose a time`}</span>
        )}
        {local && isElsewhere && <span className={styles.zone}>{format.zoneName(place)}</span>}
        {!isLocked && <Icon name="down" size={14} />}
      </button>
      {error ? (
        <p className={styles.error} role="alert">
          {error}
        </p>
      ) : (
        own && <p className={styles.zone}>{t`${own} your time`}</p>
      )}
    </div>
  );
}
