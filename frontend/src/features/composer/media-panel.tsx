import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useKeeper } from "~/api/use-keeper";
import { picturesIn, useUploads } from "~/api/use-uploads";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { DropZone } from "~/components/drop-zone";
import { FileButton } from "~/components/file-button";
import { LostUploads } from "~/components/lost-uploads";
import { Panel } from "~/components/panel";
import { toast } from "~/components/toast";
import { UploadList } from "~/components/upload-list";
import { useFormat } from "~/lib/use-format";
import { useMedia } from "~/lib/use-media";
import { AltField } from "./alt-field";
import { useComposing } from "./context";
import type { Asset } from "./draft";
import { picturesAgree, withPictures, withSharedPictures } from "./edit";
import styles from "./media-panel.module.css";
import { PicturePicker } from "./picture-picker";
import { PictureTray } from "./picture-tray";
import { assetOptions } from "./use-assets";
import { useVersion } from "./use-version";

/** The pictures of the language in front: brought in from anywhere, put in order, described. */
export function MediaPanel() {
  const isTouch = useMedia("(pointer: coarse)");
  const { t } = useLingui();
  const format = useFormat();
  const queryClient = useQueryClient();
  const { draft, edit, language, isLocked, apart, setApart, assets, seen, desk, post } = useComposing();
  const version = useVersion(language);
  const [chosen, setChosen] = useState(0);
  const [isPicking, setPicking] = useState(false);
  const { pictures } = version;
  const current = pictures[Math.min(chosen, pictures.length - 1)];

  const add = (found: readonly Asset[]) => {
    for (const asset of found) queryClient.setQueryData(assetOptions(asset.id).queryKey, asset);
    const known = new Map([...assets, ...found.map((asset) => [asset.id, asset] as const)]);
    // Several may arrive before this is drawn again: what is there is read from the desk, not from the screen.
    desk.change((now) => {
      const mine = now.versions.find((each) => each.language === language) ?? version;
      const fresh = found.filter(({ id }) => mine.pictures.every(({ asset }) => asset !== id));
      if (fresh.length === 0) return now;
      const uses = fresh.map(({ id, alt }) => ({ asset: id, alt: alt[language] ?? "" }));
      return withPictures(now, mine, [...mine.pictures, ...uses], { apart, assets: known });
    });
  };
  const { keeper, lost, found, leave } = useKeeper(post?.id ?? "new");
  const {
    uploads,
    add: begin,
    cancel,
    retry,
    isPaused,
    pause,
  } = useUploads(
    (asset, wasKnown) => {
      add([asset]);
      if (wasKnown) toast(t`“${asset.name}” was in the library already: that one is used`);
    },
    { keeper },
  );
  const send = (files: readonly File[]) => begin(found(files));
  useEffect(() => {
    if (isLocked) return;
    const onPaste = (event: ClipboardEvent) => {
      const files = picturesIn(event.clipboardData);
      if (files.length === 0 || (event.target as Element | null)?.closest?.("[role=dialog]")) return;
      event.preventDefault();
      begin(files);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [isLocked, begin]);

  const carriers = seen.filter(({ placement, isFixed }) => placement.languages[0] === language && !isFixed);
  const most = Math.min(20, ...carriers.map(({ limits }) => limits.pictures.max_count));
  const isApart = apart.has(language) || !picturesAgree(draft);
  const hasOthers = draft.versions.some((each) => each.language !== language && each.pictures.length > 0);
  const setPictures = (next: typeof pictures) => edit((now) => withPictures(now, version, next, { apart, assets }));
  const setShared = (isShared: boolean) => {
    setApart(new Set(isShared ? [] : [...apart, language]));
    if (!isShared) return;
    const before = draft.versions;
    edit((now) => withSharedPictures(now, pictures, assets));
    toast(t`All languages show these pictures`, { undo: () => edit((now) => ({ ...now, versions: before })) });
  };
  return (
    <DropZone onFiles={send} hint={t`Let go to add`} isDisabled={isLocked}>
      <Panel
        title={<span id="composer-pictures" tabIndex={-1}>{t`Pictures`}</span>}
        aside={
          <>
            {pictures.length > 0 && (
              <span className={pictures.length > most ? styles.over : ""}>
                {carriers.length > 0 ? t`${pictures.length} of ${most}` : pictures.length}
              </span>
            )}
            {!isLocked && (
              <>
                <Button size="small" icon="library" onClick={() => setPicking(true)}>{t`Library`}</Button>
                <FileButton size="small" icon="plus" onFiles={send}>{t`Add`}</FileButton>
              </>
            )}
          </>
        }
      >
        <div className={styles.body}>
          <LostUploads lost={lost} onFiles={send} onLeave={leave} />
          <UploadList uploads={uploads} onCancel={cancel} onRetry={retry} isPaused={isPaused} onPause={pause} />
          {pictures.length === 0 && uploads.length === 0 ? (
            <p className={styles.hint}>
              {isTouch ? (
                <Trans>None yet: add one of this device, or take one from the library.</Trans>
              ) : (
                <Trans>Drag pictures here, paste them, or choose them.</Trans>
              )}
            </p>
          ) : (
            <div className={styles.split}>
              <PictureTray
                pictures={pictures}
                assets={assets}
                chosen={Math.min(chosen, pictures.length - 1)}
                onChoose={setChosen}
                onChange={isLocked ? undefined : setPictures}
              />
              {current && (
                <AltField
                  key={`${language} ${current.asset}`}
                  use={current}
                  number={Math.min(chosen, pictures.length - 1) + 1}
                  onChange={(alt) =>
                    edit((now) =>
                      withPictures(
                        now,
                        version,
                        pictures.map((use) => (use === current ? { ...use, alt } : use)),
                        { apart, assets },
                      ),
                    )
                  }
                />
              )}
            </div>
          )}
          {hasOthers && pictures.length > 0 && !isLocked && (
            <Checkbox
              label={t`All languages show the same pictures`}
              hint={isApart ? t`${format.languageName(language)} has pictures of its own.` : undefined}
              checked={!isApart}
              onChange={(event) => setShared(event.target.checked)}
            />
          )}
        </div>
      </Panel>
      <PicturePicker
        isOpen={isPicking}
        onClose={() => setPicking(false)}
        taken={new Set(pictures.map(({ asset }) => asset))}
        onPick={(found) => {
          add(found);
          setPicking(false);
        }}
      />
    </DropZone>
  );
}
