import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Field } from "~/components/field";
import { PictureGrid } from "~/components/picture-grid";
import { SkeletonList } from "~/components/skeleton";
import type { Asset } from "./draft";
import styles from "./media-panel.module.css";

interface Props {
  isOpen: boolean;
  onClose: () => void;
  /** Already in this post. */
  taken: ReadonlySet<string>;
  onPick: (assets: Asset[]) => void;
}

/** Choose one or several pictures of the library. */
export function PicturePicker({ isOpen, onClose, taken, onPick }: Props) {
  const { t } = useLingui();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<readonly Asset[]>([]);
  const q = useDeferredValue(words.trim());
  const found = useQuery({
    ...api.queryOptions("get", "/api/assets/", { params: { query: { q, page_size: 60 } } }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const close = () => {
    setChosen([]);
    onClose();
  };
  const results = (found.data?.results ?? []).filter(({ id }) => !taken.has(id));
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={t`Pictures of the library`}
      width="wide"
      actions={
        <Button
          look="primary"
          disabled={chosen.length === 0}
          onClick={() => {
            onPick([...chosen]);
            setChosen([]);
          }}
        >
          {chosen.length > 1 ? t`Add ${chosen.length} pictures` : t`Add`}
        </Button>
      }
    >
      <div className={styles.picker}>
        <Field
          label={t`Search`}
          labelHidden
          type="search"
          placeholder={t`Words in the name or description`}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {found.error && !found.data ? (
          <ErrorState error={found.error} retry={() => void found.refetch()} />
        ) : found.isPending ? (
          <SkeletonList rows={3} height={96} />
        ) : results.length === 0 ? (
          <Empty icon="library" title={q ? t`No picture has these words` : t`The library has no other picture yet`} />
        ) : (
          <PictureGrid
            label={t`Pictures`}
            pictures={results}
            chosen={new Set(chosen.map(({ id }) => id))}
            onPress={(asset) =>
              setChosen((now) =>
                now.some(({ id }) => id === asset.id) ? now.filter(({ id }) => id !== asset.id) : [...now, asset],
              )
            }
          />
        )}
      </div>
    </Dialog>
  );
}
