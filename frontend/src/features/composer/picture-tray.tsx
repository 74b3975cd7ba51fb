import {
  DndContext,
  KeyboardSensor,
  PointerSensor,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { assetUrl } from "~/api/upload";
import { Icon } from "~/components/icon";
import { IconButton } from "~/components/icon-button";
import { Menu } from "~/components/menu";
import type { Window } from "~/lib/crops";
import type { Asset, PictureUse } from "./draft";
import { moved } from "./edit";
import styles from "./media-panel.module.css";

const CropDialog = lazy(() => import("~/components/crop-dialog").then(({ CropDialog }) => ({ default: CropDialog })));

interface Props {
  pictures: readonly PictureUse[];
  assets: ReadonlyMap<string, Asset>;
  chosen: number;
  onChoose: (index: number) => void;
  /** Undefined: they are only looked at. */
  onChange: ((pictures: PictureUse[]) => void) | undefined;
}

/** The pictures in the order they are shown. Dragged by mouse, finger or keyboard; the menu does the same. */
export function PictureTray({ pictures, assets, chosen, onChoose, onChange }: Props) {
  const { t } = useLingui();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 6 } }),
    useSensor(KeyboardSensor),
  );
  const move = (from: number, to: number) => {
    onChange?.(moved(pictures, from, to));
    onChoose(Math.max(0, Math.min(to, pictures.length - 1)));
  };
  return (
    <DndContext
      sensors={sensors}
      accessibility={{
        screenReaderInstructions: { draggable: t`Press space, then the arrow keys, to move the picture.` },
      }}
      onDragEnd={({ active, over }) => {
        if (!over || over.id === active.id) return;
        const at = (id: unknown) => pictures.findIndex(({ asset }) => asset === id);
        move(at(active.id), at(over.id));
      }}
    >
      <ol className={styles.tray} aria-label={t`Pictures in order`}>
        {pictures.map((use, index) => (
          <Tile
            key={use.asset}
            use={use}
            asset={assets.get(use.asset)}
            index={index}
            count={pictures.length}
            isChosen={index === chosen}
            onChoose={() => onChoose(index)}
            onMove={onChange && ((to) => move(index, to))}
            onCrop={onChange && ((crop) => onChange(pictures.map((each) => (each === use ? { ...each, crop } : each))))}
            onRemove={onChange && (() => onChange(pictures.filter((each) => each !== use)))}
          />
        ))}
      </ol>
    </DndContext>
  );
}

interface TileProps {
  use: PictureUse;
  asset: Asset | undefined;
  index: number;
  count: number;
  isChosen: boolean;
  onChoose: () => void;
  onMove: ((to: number) => void) | undefined;
  onCrop: ((crop: Window | null) => void) | undefined;
  onRemove: (() => void) | undefined;
}

function Tile({ use, asset, index, count, isChosen, onChoose, onMove, onCrop, onRemove }: TileProps) {
  const { t } = useLingui();
  const [isCropping, setCropping] = useState(false);
  const isDisabled = !onMove || count < 2;
  const drag = useDraggable({ id: use.asset, disabled: isDisabled });
  const drop = useDroppable({ id: use.asset });
  const shift = drag.transform ? `${drag.transform.x}px ${drag.transform.y}px` : undefined;
  const isTarget = drop.isOver && drop.active?.id !== use.asset;
  const name = asset?.name ?? t`Picture ${index + 1}`;
  const classes = [styles.tile, isChosen && styles.on, drag.isDragging && styles.lifted, isTarget && styles.target];
  return (
    <li
      ref={(node) => {
        drag.setNodeRef(node);
        drop.setNodeRef(node);
      }}
      className={classes.filter(Boolean).join(" ")}
      style={{ translate: shift }}
    >
      <button
        id={`composer-picture-${index + 1}`}
        type="button"
        className={styles.choose}
        aria-pressed={isChosen}
        onClick={onChoose}
        aria-label={t`Picture ${index + 1}: ${name}`}
      >
        {asset ? (
          <img src={use.crop ? assetUrl(asset.id, "web", use.crop) : asset.thumb_url} alt="" draggable={false} />
        ) : (
          <span className={styles.blank} />
        )}
      </button>
      <span className={styles.place} aria-hidden="true">
        {index + 1}
      </span>
      <div className={styles.foot}>
        {!isDisabled && (
          <button
            type="button"
            ref={drag.setActivatorNodeRef}
            {...drag.attributes}
            {...drag.listeners}
            className={styles.grip}
            aria-label={t`Move picture ${index + 1}`}
          >
            <Icon name="drag" />
          </button>
        )}
        {use.alt.trim() ? (
          <span className={styles.hasAlt}>ALT</span>
        ) : (
          <span className={styles.noAlt}>
            <Icon name="warning" size={12} />
            ALT
          </span>
        )}
        {onMove && onRemove && (
          <Menu
            label={t`Picture ${index + 1}`}
            placement="bottom end"
            sections={[
              {
                items: [
                  {
                    id: "first",
                    label: t`Show it first`,
                    icon: "left",
                    isDisabled: index === 0,
                    onSelect: () => onMove(0),
                  },
                  {
                    id: "earlier",
                    label: t`Move it forward`,
                    icon: "up",
                    isDisabled: index === 0,
                    onSelect: () => onMove(index - 1),
                  },
                  {
                    id: "later",
                    label: t`Move it back`,
                    icon: "down",
                    isDisabled: index === count - 1,
                    onSelect: () => onMove(index + 1),
                  },
                ],
              },
              {
                items: [
                  { id: "crop", label: t`Crop and focus`, icon: "crop", onSelect: () => setCropping(true) },
                  { id: "remove", label: t`Take it off this post`, icon: "close", danger: true, onSelect: onRemove },
                ],
              },
            ]}
            trigger={(props) => (
              <IconButton
                {...props}
                icon="more"
                look="plain"
                size="small"
                label={t`Picture ${index + 1}: order and more`}
              />
            )}
          />
        )}
      </div>
      {isCropping && asset && onCrop && (
        <Suspense fallback={null}>
          <CropDialog asset={asset} onClose={() => setCropping(false)} use={{ crop: use.crop ?? null, onCrop }} />
        </Suspense>
      )}
    </li>
  );
}
