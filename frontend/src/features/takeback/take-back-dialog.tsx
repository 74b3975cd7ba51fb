import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { ErrorState } from "~/components/error-state";
import { SkeletonList } from "~/components/skeleton";
import { AskForm } from "./ask-form";
import { Result } from "./result";

interface Props {
  post: string;
  onClose: () => void;
}

/** A post that is online is taken down or corrected: first what and where, then how it goes on each channel. */
export default function TakeBackDialog({ post, onClose }: Props) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<string | null>(null);
  const online = useQuery({
    ...api.queryOptions("get", "/api/takebacks/possible/", { params: { query: { post } } }),
    enabled: asked === null,
    gcTime: 0, // asked anew each time: what was online a minute ago may be gone
  });
  if (asked) return <Result id={asked} post={post} onClose={onClose} />;
  if (online.data) return <AskForm online={online.data} onClose={onClose} onAsked={setAsked} />;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Take the post back`}
      actions={<Button onClick={onClose}>{t`Close`}</Button>}
    >
      {online.error ? (
        <ErrorState error={online.error} retry={() => void online.refetch()} />
      ) : (
        <SkeletonList rows={3} height={56} />
      )}
    </Dialog>
  );
}
