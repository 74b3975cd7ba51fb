import { type ReactNode, useId, useState } from "react";
import { useMe } from "~/api/me";
import { Icon } from "~/components/icon";
import { Panel } from "~/components/panel";
import { foldsOf, rememberFold } from "~/lib/folded";
import { useMedia } from "~/lib/use-media";
import styles from "./folding-panel.module.css";

interface Props {
  /** What it is remembered under. */
  name: string;
  title: string;
  /** How it stands, in a word or two: what one reads while it is folded. */
  state: string;
  /** Until a person says otherwise. */
  startsFolded: boolean;
  /** Something in it has to be seen. */
  mustShow?: boolean;
  children: ReactNode;
}

/** A part of the composer that a phone can fold to one line, with its state in it; a laptop has room and shows it whole. */
export function FoldingPanel({ name, title, state, startsFolded, mustShow = false, children }: Props) {
  const body = useId();
  const person = useMe().id;
  const isNarrow = useMedia("(max-width: 1079px)");
  const [chosen, setChosen] = useState<boolean | undefined>(() => foldsOf(person)[name]);
  if (!isNarrow) return <Panel padded>{children}</Panel>;
  const isFolded = (chosen ?? startsFolded) && !mustShow;
  const turn = () => {
    setChosen(!isFolded);
    rememberFold(person, name, !isFolded);
  };
  return (
    <Panel>
      <h2 className={styles.head}>
        <button type="button" className={styles.turn} aria-expanded={!isFolded} aria-controls={body} onClick={turn}>
          <span className={styles.title}>{title}</span>
          {isFolded && <span className={styles.state}>{state}</span>}
          <Icon name={isFolded ? "down" : "up"} size={14} />
        </button>
      </h2>
      <div id={body} className={styles.body} hidden={isFolded}>
        {children}
      </div>
    </Panel>
  );
}
