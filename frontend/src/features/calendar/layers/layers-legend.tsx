import { useLingui } from "@lingui/react/macro";
import styles from "./layers.module.css";
import { layerNames } from "./model";
import { useLayers } from "./use-layers";
import { layerWords } from "./words";

/** What the bands and dashes mean, as far as they are switched on. */
export function LayersLegend() {
  const { t } = useLingui();
  const { on } = useLayers();
  return layerNames
    .filter((name) => on.has(name))
    .map((name) => (
      <li key={name}>
        <i
          className={`${styles.key} ${name === "slots" ? styles.keySlot : name === "gaps" ? styles.keyGap : styles[name]}`}
        />
        {t(layerWords[name])}
      </li>
    ));
}
