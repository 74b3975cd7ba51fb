import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Segmented } from "~/components/segmented";
import { toast } from "~/components/toast";
import { WordDiff } from "~/components/word-diff";
import styles from "./conflict-dialog.module.css";
import { useComposing } from "./context";
import { draftOf, type Post } from "./draft";
import { type Difference, differences, merged, type Whose } from "./merge";
import { useFieldWords } from "./use-field-words";

/** Two people changed the same at once: field by field both are shown, one stays, and nothing is saved or lost until then. */
export function ConflictDialog() {
  const { theirs } = useComposing();
  return theirs ? <Conflict key={theirs.revision} theirs={theirs} /> : null;
}

function Conflict({ theirs }: { theirs: Post }) {
  const { t } = useLingui();
  const { draft, post, desk, edit } = useComposing();
  const [chosen, setChosen] = useState<Record<string, Whose>>({});
  const other = draftOf(theirs);
  const found = differences(draft, other, post ? draftOf(post) : other);
  const clashes = found.filter(({ isClash }) => isClash).length;
  const settle = (choices: Record<string, Whose>) => {
    const mine = desk.settle(merged(draft, other, { found, chosen: choices }));
    toast(t`Put together and saved`, { undo: () => edit(() => mine) });
  };
  const all = (whose: Whose) => Object.fromEntries(found.map(({ key }) => [key, whose]));
  return (
    <Dialog
      isOpen
      // It has to be decided before the writing goes on.
      onClose={() => undefined}
      role="alertdialog"
      width="wide"
      title={t`Somebody else changed this post meanwhile`}
      actions={
        <>
          <Button onClick={() => settle(all("theirs"))}>{t`Take all of theirs`}</Button>
          <Button onClick={() => settle(all("mine"))}>{t`Keep all of mine`}</Button>
          <Button look="primary" onClick={() => settle(chosen)}>{t`Put together as chosen`}</Button>
        </>
      }
    >
      <p className={styles.lead}>
        <Plural
          value={clashes}
          one="You both changed the same in # place: choose which stays there."
          other="You both changed the same in # places: choose which stays there."
        />{" "}
        <Trans>Everything else is put together by itself. What you do not take can be brought back right after.</Trans>
      </p>
      <ul className={styles.fields}>
        {found.map((each) => (
          <Field
            key={each.key}
            difference={each}
            theirs={theirs}
            whose={chosen[each.key] ?? each.usual}
            onChange={(whose) => setChosen((now) => ({ ...now, [each.key]: whose }))}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface FieldProps {
  difference: Difference;
  theirs: Post;
  whose: Whose;
  onChange: (whose: Whose) => void;
}

function Field({ difference, theirs, whose, onChange }: FieldProps) {
  const { t } = useLingui();
  const { draft, post } = useComposing();
  const words = useFieldWords();
  const other = draftOf(theirs);
  const base = post ? draftOf(post) : other;
  const was = words.said(difference, base);
  const sides = { mine: words.said(difference, draft), theirs: words.said(difference, other) };
  return (
    <li className={difference.isClash ? styles.clash : styles.field}>
      <div className={styles.head}>
        <h3>{words.name(difference)}</h3>
        <Segmented
          label={t`Which stays: ${words.name(difference)}`}
          value={whose}
          onChange={onChange}
          options={[
            { value: "mine", label: t`Mine` },
            { value: "theirs", label: t`Theirs` },
          ]}
        />
      </div>
      <div className={styles.both}>
        {(["mine", "theirs"] as const).map((side) => (
          <section key={side} className={`${styles.side} ${whose === side ? styles.stays : ""}`}>
            <h4>{side === "mine" ? t`Mine` : t`Theirs`}</h4>
            {sides[side] ? <WordDiff before={was} after={sides[side]} /> : <p className="muted">{t`Nothing`}</p>}
          </section>
        ))}
      </div>
    </li>
  );
}
