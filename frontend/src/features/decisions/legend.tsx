import { useLingui } from "@lingui/react/macro";
import styles from "./actions.module.css";

/** Which keys do what, on a laptop; and the switch for those whom single keys hinder. */
export function Legend({
  keys,
  mayDecide,
}: {
  keys: { isOn: boolean; turn: (on: boolean) => void };
  mayDecide: boolean;
}) {
  const { t } = useLingui();
  const named = [
    ...(mayDecide
      ? [
          { key: "A", act: t`Approve` },
          { key: "C", act: t`Ask for changes` },
          { key: "R", act: t`Reject` },
        ]
      : []),
    { key: "J", act: t`Next` },
    { key: "K", act: t`Previous` },
  ];
  return (
    <div className={styles.legend}>
      {keys.isOn &&
        named.map(({ key, act }) => (
          <span key={key}>
            <kbd>{key}</kbd>
            {act}
          </span>
        ))}
      <button type="button" className={styles.turn} onClick={() => keys.turn(!keys.isOn)}>
        {keys.isOn ? t`Turn keys off` : t`Turn keys on`}
      </button>
    </div>
  );
}
