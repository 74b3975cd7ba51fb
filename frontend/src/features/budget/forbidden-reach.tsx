import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { Button } from "~/components/button";
import { Note } from "~/components/note";
import { Tag } from "~/components/tag";
import { useFormat } from "~/lib/use-format";
import styles from "./form.module.css";
import { type Forbidden, type Medium, nameOfLine, type PlainLine } from "./model";

interface Props {
  forbidden: Forbidden;
  lines: readonly PlainLine[];
  media: ReadonlyMap<string, Medium>;
  /** The request moves to that line. */
  onLine: (line: string) => void;
}

/** This cannot be bought or paid so: by which rule, since when, who says so, and what is lawful instead. */
export function ForbiddenReach({ forbidden, lines, media, onLine }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: newer browsers return a promise, which is no clean-up.
    place.current?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }, []);
  const { platform, since, source, url, rule, alternatives, kind, summary, isExpense } = forbidden;
  const day = since ? format.date(since, "numeric") : "";
  return (
    <div ref={place}>
      <Note tone="attention" icon="info" isUrgent>
        <p>
          <strong>
            {kind === "reach"
              ? t`${platform} does not sell this here`
              : kind === "gift"
                ? t`This would be a forbidden gift`
                : t`This may not be bought now`}
          </strong>
        </p>
        {kind === "reach" ? (
          <p>
            <Trans>
              Since {day} it takes no political or social-issue advertising in your country. The request was not sent,
              and no money is bound.
            </Trans>
          </p>
        ) : isExpense ? (
          <p>
            {summary}{" "}
            <Trans>
              In force since {day}. Nothing is booked. If the money has been spent already, have whoever it was for pay
              it back.
            </Trans>
          </p>
        ) : (
          <p>
            {summary} <Trans>In force since {day}. The request was not sent, and no money is bound.</Trans>
          </p>
        )}
        <p className="small">
          {url ? (
            <a href={url} target="_blank" rel="noreferrer">
              {source}
              <span className="only-read"> ({t`opens in a new tab`})</span>
            </a>
          ) : (
            source
          )}{" "}
          · <Trans>rule {rule}</Trans>
        </p>
        {alternatives.length > 0 && (
          <>
            <p>
              <Trans>Lawful instead, and digital as well:</Trans>
            </p>
            <ul className={styles.alternatives}>
              {alternatives.map((code) => {
                const label = media.get(code)?.label ?? code;
                const line = lines.find((each) => each.medium === code);
                return (
                  <li key={code}>
                    {line ? (
                      <Button size="small" onClick={() => onLine(line.id)}>
                        {t`Use the line “${nameOfLine(line, label)}”`}
                      </Button>
                    ) : (
                      <Tag>{label}</Tag>
                    )}
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </Note>
    </div>
  );
}
