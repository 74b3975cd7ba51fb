import { useLingui } from "@lingui/react/macro";
import { turnSingleKeys, useSingleKeys } from "~/lib/single-keys";
import styles from "./actions.module.css";

/** Which keys do what, on a laptop; and the switch for those whom single keys hinder. */
export function Legend({ mayDecide }: { mayDecide: boolean }) {
  const { t } = useLingui();
  const isOn = useSingleKeys();
  const named = [
    ...(mayDecide
      ? [
          { key: "A", act: t`Approve` },
          { key: "C", act: t`Ask for changes` },
          { key: "R", act: t`Reject` },
          { key: "H", act: t`Hold` },
        ]
      : []),
    { key: "J", act: t`Next` },
    { key: "K", act: t`Previous` },
  ];
  return (
    <div className={styles.legend}>
      {isOn &&
        named.map(({ key, act }) => (
          <span key={key}>
            <kbd>{key}</kbd>
            {act}
          </span>
        ))}
      <button type="button" className={styles.turn} onClick={() => turnSingleKeys(!isOn)}>
        {isOn ? t`Turn keys off` : t`Turn keys on`}
      </button>
    </div>
  );
}
