import { useLingui } from "@lingui/react/macro";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { Menu } from "~/components/menu";
import toolbar from "../toolbar.module.css";
import { layerNames, layersOn, switched } from "./model";
import { layerWords } from "./words";

interface Props {
  /** From the address. */
  layers: string | undefined;
  onLayers: (layers: string) => void;
  onMoments: () => void;
}

/** What is drawn beside the posts: switches, remembered in this browser and in the address. */
export function LayersMenu({ layers, onLayers, onMoments }: Props) {
  const { t } = useLingui();
  const on = layersOn(layers);
  return (
    <Menu
      label={t`Layers`}
      placement="bottom end"
      sections={[
        {
          items: layerNames.map((name) => ({
            id: name,
            label: t(layerWords[name]),
            isChosen: on.has(name),
            onSelect: () => onLayers(switched(on, name)),
          })),
        },
        {
          items: [
            {
              id: "moments",
              label: useMay()("plan") ? t`Edit moments…` : t`All moments…`,
              icon: "pen",
              onSelect: onMoments,
            },
          ],
        },
      ]}
      trigger={(props) => (
        <Button icon="layers" look="quiet" className={toolbar.filter} {...props}>
          <span className={toolbar.word}>{t`Layers`}</span>
        </Button>
      )}
    />
  );
}
