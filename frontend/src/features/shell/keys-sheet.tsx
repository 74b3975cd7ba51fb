import { useLingui } from "@lingui/react/macro";
import { Fragment } from "react";
import { Checkbox } from "~/components/checkbox";
import { type Command, commandsNow } from "~/components/commands";
import { Dialog } from "~/components/dialog";
import { caps, isSingle } from "~/lib/keys";
import { turnSingleKeys, useSingleKeys } from "~/lib/single-keys";
import styles from "./keys-sheet.module.css";

/** Every key that does something now, those of the screen first; and the switch for those whom letters alone hinder. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const isOn = useSingleKeys();
  const withKeys = commandsNow().filter(({ keys }) => keys !== undefined);
  const here = withKeys.filter(({ group = "here" }) => group === "here");
  const everywhere = withKeys.filter(({ group = "here" }) => group !== "here");
  return (
    <Dialog isOpen onClose={onClose} title={t`Keys`} width="wide">
      <div className={styles.sheet}>
        {here.length > 0 && <Keys title={t`On this screen`} commands={here} areLettersOn={isOn} />}
        <Keys title={t`Everywhere`} commands={everywhere} areLettersOn={isOn} />
      </div>
      <Checkbox
        className={styles.switch ?? ""}
        label={t`Letters alone do something`}
        hint={t`Turn this off if you hit keys by accident or speak to your device. Keys with Ctrl or ⌘ go on working, and everything can be found with the palette.`}
        checked={isOn}
        onChange={(event) => turnSingleKeys(event.target.checked)}
      />
    </Dialog>
  );
}

/** The caps of one way to do it; what are several ways stand beside one another. */
function Keystroke({ keys, isOff }: { keys: string; isOff: boolean }) {
  const { t } = useLingui();
  return (
    <span className={isOff ? styles.off : undefined}>
      {caps(keys).map((stroke, at) => (
        <Fragment key={stroke.join()}>
          {at > 0 && <span className={styles.then}>{t`then`}</span>}
          {stroke.map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}

interface Props {
  title: string;
  commands: readonly Command[];
  areLettersOn: boolean;
}

function Keys({ title, commands, areLettersOn }: Props) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>
        {commands.map(({ id, words, keys = "", or = [] }) => (
          <div key={id} className={styles.row}>
            <dt>{words}</dt>
            <dd>
              {[keys, ...or].map((each) => (
                <Keystroke key={each} keys={each} isOff={!areLettersOn && isSingle(each)} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
