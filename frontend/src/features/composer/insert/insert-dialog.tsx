import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { type KeyboardEvent, useRef, useState } from "react";
import { Dialog } from "~/components/dialog";
import { Field } from "~/components/field";
import { SkeletonList } from "~/components/skeleton";
import { remember } from "./emoji";
import styles from "./insert.module.css";
import { type Kind, useKindNames } from "./kinds";
import { type Offer, useOffers } from "./use-offers";

interface Props {
  kind: Kind;
  language: string;
  onChoose: (text: string) => void;
  onClose: (words: string) => void;
}
const MOST = 240;

/** One list to choose from: words narrow it down, Enter takes the first, arrows walk through it. On a phone a sheet from the bottom. */
export default function InsertDialog({ kind, language, onChoose, onClose }: Props) {
  const { t } = useLingui();
  const { org } = useParams({ strict: false });
  const names = useKindNames();
  const list = useRef<HTMLUListElement>(null);
  const [sought, setSought] = useState("");
  const offers = useOffers(kind, language);
  const wanted = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const found = offers?.filter(({ words }) => wanted.every((word) => words.includes(word))).slice(0, MOST);
  const choose = ({ text }: Offer) => {
    if (kind === "emoji") remember(text);
    onChoose(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = {
      ArrowDown: 1,
      ArrowUp: -1,
      ...(kind === "emoji" && at >= 0 ? { ArrowRight: 1, ArrowLeft: -1 } : {}),
    }[event.key];
    if (event.key === "Enter" && at < 0 && found?.[0]) {
      event.preventDefault();
      choose(found[0]);
    } else if (step) {
      event.preventDefault();
      buttons[Math.max(0, at + step)]?.focus();
    }
  };
  return (
    <Dialog isOpen onClose={() => onClose(sought)} title={names[kind]} width="narrow">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the field and the list in it */}
      <div className={styles.dialog} onKeyDown={onKeyDown}>
        <Field
          label={t`Look for`}
          labelHidden
          placeholder={t`Look for…`}
          type="search"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to look for something
          autoFocus
        />
        {!found && <SkeletonList rows={4} height={40} />}
        <ul ref={list} className={kind === "emoji" ? styles.signs : styles.offers} aria-label={names[kind]}>
          {found?.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                title={kind === "emoji" ? each.name : undefined}
                aria-label={kind === "emoji" ? each.name : undefined}
                className={kind === "emoji" ? styles.sign : styles.offer}
                onClick={() => choose(each)}
              >
                {kind === "emoji" ? each.text : each.name}
                {kind !== "emoji" && each.hint && <span className={styles.hint}>{each.hint}</span>}
              </button>
            </li>
          ))}
        </ul>
        {found?.length === 0 && (
          <p className="muted">
            {sought ? <Trans>Nothing like “{sought}” is kept.</Trans> : <Trans>Nothing is kept here yet.</Trans>}
          </p>
        )}
        {kind === "placeholder" && (
          <Link to={`/${org}/channels` as string}>{t`Values are kept with each channel`}</Link>
        )}
        {kind !== "placeholder" && kind !== "emoji" && (
          <Link to={`/${org}/settings/words` as string}>{t`Keep these in Words`}</Link>
        )}
      </div>
    </Dialog>
  );
}
