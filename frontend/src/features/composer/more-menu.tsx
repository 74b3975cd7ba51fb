import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMay } from "~/api/me";
import { IconButton } from "~/components/icon-button";
import { Menu } from "~/components/menu";
import { openMultiply } from "~/lib/multiply";
import { useComposing } from "./context";
import { TemplateDialog } from "./template-dialog";
import type { usePostActs } from "./use-post-acts";

/** Duplicate and delete. */
export function MoreMenu({ acts }: { acts: ReturnType<typeof usePostActs> }) {
  const { t } = useLingui();
  const may = useMay();
  const { post, seen } = useComposing();
  const [isKeeping, setKeeping] = useState(false);
  if (!post || !may("write")) return null;
  const isOut = seen.some(({ isFixed }) => isFixed);
  return (
    <>
      <Menu
        label={t`More`}
        placement="top end"
        sections={[
          {
            items: [
              {
                id: "copy",
                label: t`Duplicate`,
                icon: "copy",
                hint: t`A draft with the same words and pictures`,
                onSelect: () => void acts.duplicateNow(),
              },
              {
                id: "multiply",
                label: t`One message into several…`,
                icon: "split",
                hint: t`By channel, language, quote, or as reminders`,
                onSelect: () => openMultiply(post.id),
              },
              {
                id: "template",
                label: t`Keep as a template…`,
                icon: "copy",
                hint: t`New posts can begin with it`,
                onSelect: () => setKeeping(true),
              },
            ],
          },
          {
            items: [
              {
                id: "delete",
                label: t`Delete`,
                icon: "trash",
                danger: true,
                ...(isOut ? { hint: t`What is out stays in the record` } : {}),
                isDisabled: isOut || !post.may_edit,
                onSelect: () => void acts.removeNow(),
              },
            ],
          },
        ]}
        trigger={(props) => <IconButton {...props} icon="more" label={t`More`} />}
      />
      {isKeeping && <TemplateDialog onClose={() => setKeeping(false)} />}
    </>
  );
}
