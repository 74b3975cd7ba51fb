import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Avatar } from "~/components/avatar";
import { Button } from "~/components/button";
import { fitting, named, type Person, typedName } from "./mentions";
import styles from "./notes.module.css";
import type { Said } from "./use-notes";

interface Props {
  label: string;
  people: readonly Person[];
  /** Resolves to whether it was taken. */
  send: (said: Said) => Promise<boolean>;
  verb: string;
  start?: string;
  onCancel?: () => void;
}

/** Where a note is written; @ offers the colleagues, by arrows and Enter or by a press. */
export function NoteField({ label, people, send, verb, start = "", onCancel }: Props) {
  const { t } = useLingui();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(start);
  const [cursor, setCursor] = useState(start.length);
  const [at, setAt] = useState(0);
  const [isClosed, setClosed] = useState(false);
  const [isSending, setSending] = useState(false);
  const typing = isClosed ? null : typedName(text, cursor);
  const offered = typing ? fitting(people, typing.typed).filter(({ name }) => name !== typing.typed) : [];
  const isOpen = offered.length > 0;

  const take = ({ name }: Person) => {
    if (!typing) return;
    const before = `${text.slice(0, typing.start)}@${name} `;
    setText(before + text.slice(cursor));
    setCursor(before.length);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
    });
  };
  const submit = async () => {
    if (!text.trim() || isSending) return;
    setSending(true);
    const isDone = await send({ text: text.trim(), mentions: named(people, text) });
    setSending(false);
    if (isDone) setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      void submit();
    } else if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      setAt((now) => (now + (event.key === "ArrowDown" ? 1 : offered.length - 1)) % offered.length);
    } else if (isOpen && (event.key === "Enter" || event.key === "Tab")) {
      const person = offered[Math.min(at, offered.length - 1)];
      if (!person) return;
      event.preventDefault();
      take(person);
    } else if (event.key === "Escape" && (isOpen || onCancel)) {
      event.stopPropagation();
      if (isOpen) setClosed(true);
      else onCancel?.();
    }
  };
  return (
    <div className={styles.write}>
      <textarea
        ref={field}
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={`${id}-people`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${id}-${Math.min(at, offered.length - 1)}` : undefined}
        rows={2}
        maxLength={4000}
        className={styles.field}
        placeholder={t`Write a note, @ names a colleague`}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setCursor(event.target.selectionEnd);
          setClosed(false);
          setAt(0);
        }}
        onSelect={(event) => setCursor(event.currentTarget.selectionEnd)}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-people`} role="listbox" aria-label={t`Colleagues`} className={styles.people} hidden={!isOpen}>
        {offered.map((person, index) => (
          <div
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.person}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(person)}
            onKeyDown={() => undefined}
          >
            <Avatar name={person.name} size={22} />
            {person.name}
          </div>
        ))}
      </div>
      <div className={styles.acts}>
        {onCancel && <Button size="small" onClick={onCancel}>{t`Cancel`}</Button>}
        <Button size="small" look="primary" busy={isSending} disabled={!text.trim()} onClick={() => void submit()}>
          {verb}
        </Button>
      </div>
    </div>
  );
}
