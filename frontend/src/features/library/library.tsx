import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "~/api/client";
import { useMay, useOrganisation } from "~/api/me";
import { useKeeper } from "~/api/use-keeper";
import { picturesIn, useUploads } from "~/api/use-uploads";
import { Button } from "~/components/button";
import { DropZone } from "~/components/drop-zone";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Field } from "~/components/field";
import { FileButton } from "~/components/file-button";
import { Icon } from "~/components/icon";
import { LostUploads } from "~/components/lost-uploads";
import { PageHeader } from "~/components/page-header";
import { PictureGrid } from "~/components/picture-grid";
import { SkeletonList } from "~/components/skeleton";
import { toast } from "~/components/toast";
import { UploadList } from "~/components/upload-list";
import { type Dropped, type DroppedFolder, readDropped } from "~/lib/dropped";
import { useMedia } from "~/lib/use-media";
import { AssetSheet } from "./asset-sheet";
import { BulkBar } from "./bulk-bar";
import { Filters } from "./filters";
import { FolderButton } from "./folder-button";
import { FolderDialog } from "./folder-dialog";
import { Folders } from "./folders";
import styles from "./library.module.css";
import { missingAlt } from "./model";
import type { Search as SearchOf } from "./search";
import { useInSight } from "./use-in-sight";
import { useLibrary } from "./use-library";

interface Props {
  search: SearchOf;
  onSearch: (change: Partial<SearchOf>) => void;
}

/** The pictures of the organisation: kept in folders, found by words, tags and what is missing of them. */
export function Library({ search, onSearch }: Props) {
  const { q, show, folder } = search;
  const { t } = useLingui();
  const may = useMay();
  const queryClient = useQueryClient();
  const { languages } = useOrganisation();
  const library = useLibrary(search);
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const { keeper, lost, found, leave } = useKeeper();
  const [waiting, setWaiting] = useState<readonly DroppedFolder[]>([]);
  const inFolder = folder === "none" ? "" : folder;
  const { uploads, add, cancel, retry, isPaused, pause } = useUploads(
    (asset, wasKnown) => {
      void api.refresh(queryClient, "/api/assets/", "/api/folders/");
      if (wasKnown) toast(t`“${asset.name}” was there already`);
      else if (missingAlt(asset, languages).length > 0)
        toast(t`“${asset.name}” is in. Now say in words what it shows.`);
    },
    { folder: inFolder, keeper },
  );
  const take = ({ loose, folders }: Dropped) => {
    const fresh = found(loose);
    if (fresh.length > 0) add(fresh);
    setWaiting((now) => [...now, ...folders]);
  };
  const mayWrite = may("write");
  useEffect(() => {
    if (!mayWrite) return;
    const onPaste = (event: ClipboardEvent) => {
      const files = picturesIn(event.clipboardData);
      if (files.length > 0) add(files);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [mayWrite, add]);
  const { pictures, count } = library;
  const inSight = useInSight(library.more, library.hasMore && !library.isFetchingMore && !library.error);
  const isTouch = useMedia("(pointer: coarse)");
  const isSought = Boolean(q || folder || search.tag || search.only);
  return (
    <DropZone
      onFiles={add}
      onData={(data) => void readDropped(data).then(take)}
      hint={t`Let go to add to the library`}
      isDisabled={!mayWrite}
      className={styles.screen}
    >
      <PageHeader
        title={t`Library`}
        actions={
          mayWrite && (
            <>
              <Button icon="check" onClick={() => setChosen(chosen ? undefined : new Set())}>
                {chosen ? t`Stop choosing` : t`Choose several`}
              </Button>
              <FolderButton onFolders={(folders) => take({ loose: [], folders })} />
              <FileButton look="primary" icon="upload" onFiles={(files) => take({ loose: files, folders: [] })}>
                {t`Add pictures`}
              </FileButton>
            </>
          )
        }
      >
        {count > 0 && <Plural value={count} one="# picture" other="# pictures" />}
      </PageHeader>
      <Search q={q} onSearch={(words) => onSearch({ q: words })} />
      <Filters search={search} onSearch={onSearch} />
      <Folders folder={folder} onOpen={(id) => onSearch({ folder: id })} mayWrite={mayWrite} />
      {chosen && chosen.size > 0 && (
        <BulkBar ids={[...chosen]} areDeleted={search.only === "deleted"} onDone={() => setChosen(undefined)} />
      )}
      <LostUploads lost={lost} onFiles={(files) => take({ loose: files, folders: [] })} onLeave={leave} />
      <UploadList uploads={uploads} onCancel={cancel} onRetry={retry} isPaused={isPaused} onPause={pause} />
      {library.error && pictures.length === 0 ? (
        <ErrorState error={library.error} retry={library.retry} />
      ) : library.isPending ? (
        <SkeletonList rows={4} height={120} />
      ) : pictures.length === 0 ? (
        <Empty icon="library" title={isSought ? t`No picture is like this` : t`No picture yet`}>
          {isSought ? (
            <Trans>Try fewer words, another folder or another tag.</Trans>
          ) : isTouch ? (
            <Trans>Choose pictures of this device. They are checked and freed of hidden data.</Trans>
          ) : (
            <Trans>Drag pictures here, paste them, or choose them. They are checked and freed of hidden data.</Trans>
          )}
        </Empty>
      ) : (
        <PictureGrid
          label={t`Pictures`}
          pictures={pictures}
          {...(chosen ? { chosen } : {})}
          onPress={({ id }) => {
            if (!chosen) return onSearch({ show: id });
            const next = new Set(chosen);
            if (!next.delete(id)) next.add(id);
            setChosen(next);
          }}
          aside={(asset) => {
            const missing = missingAlt(asset, languages);
            return (
              <>
                {asset.used_in > 0 && <Plural value={asset.used_in} one="in # post" other="in # posts" />}
                {/* How many there will be is known once the worker has begun. */}
                {(asset.drawing === "queued" || asset.drawing === "working") && asset.to_draw > 0 && (
                  <span>{t`Being drawn: ${asset.drawn} of ${asset.to_draw}`}</span>
                )}
                {asset.ends === "over" && (
                  <span className={styles.missing}>
                    <Icon name="warning" size={12} />
                    {t`Rights are over`}
                  </span>
                )}
                {asset.ends === "soon" && (
                  <span className={styles.missing}>
                    <Icon name="clock" size={12} />
                    {t`Rights end soon`}
                  </span>
                )}
                {missing.length > 0 && !asset.is_decorative && (
                  <span className={styles.missing}>
                    <Icon name="warning" size={12} />
                    {t`No words: ${missing.join(", ").toUpperCase()}`}
                  </span>
                )}
              </>
            );
          }}
        />
      )}
      {library.hasMore && (
        <div className={styles.more} ref={inSight}>
          <Button busy={library.isFetchingMore} onClick={library.more}>{t`Show more`}</Button>
          <span className={styles.facts}>{t`${pictures.length} of ${count}`}</span>
        </div>
      )}
      {waiting[0] && (
        <FolderDialog
          key={waiting[0].name}
          dropped={waiting[0]}
          parent={inFolder}
          onClose={() => setWaiting((now) => now.slice(1))}
          onTake={(files, into) => add(files, into)}
        />
      )}
      <AssetSheet
        id={show}
        neighbours={pictures.map(({ id }) => id)}
        onShow={(id) => onSearch({ show: id })}
        onClose={() => onSearch({ show: "" })}
      />
    </DropZone>
  );
}

/** The address follows once one pauses. */
function Search({ q, onSearch }: { q: string; onSearch: (words: string) => void }) {
  const { t } = useLingui();
  const [words, setWords] = useState(q);
  useEffect(() => {
    if (words.trim() === q) return;
    const timer = setTimeout(() => onSearch(words.trim()), 250);
    return () => clearTimeout(timer);
  }, [words, q, onSearch]);
  return (
    <div className={styles.search}>
      <Field
        label={t`Search the library`}
        labelHidden
        type="search"
        placeholder={t`Words in the name or description`}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </div>
  );
}
