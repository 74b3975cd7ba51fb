import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { TextArea } from "~/components/field";
import { Icon } from "~/components/icon";
import { NetworkMark, networkName } from "~/components/network-mark";
import { Note } from "~/components/note";
import { Panel } from "~/components/panel";
import { useFormat } from "~/lib/use-format";
import { lengthOn, type Riposte, type Version } from "./model";
import styles from "./riposte.module.css";
import type { useTexts } from "./use-texts";

interface Props {
  riposte: Riposte;
  desk: ReturnType<typeof useTexts>;
  isFixed: boolean;
}

/** The texts in each language, to change right here, with their lengths and what stands in the way. */
export function Texts({ riposte, desk, isFixed }: Props) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const { content } = riposte;
  return (
    <Panel
      title={t`Texts`}
      aside={<span aria-live="polite">{desk.error ? desk.error.message : desk.isSaved ? t`Saved` : t`Saving…`}</span>}
      padded
    >
      <div className={styles.stack}>
        {desk.isConflict && (
          <Note
            tone="attention"
            icon="warning"
            isUrgent
            actions={
              <>
                <Button size="small" onClick={desk.takeTheirs}>{t`Take theirs`}</Button>
                <Button size="small" look="primary" onClick={desk.keepMine}>{t`Keep mine`}</Button>
              </>
            }
          >
            <Trans>Somebody else changed these texts while you were writing. Yours are still here.</Trans>
          </Note>
        )}
        {content.versions.map((version) => (
          <VersionTexts key={version.language} riposte={riposte} version={version} desk={desk} isFixed={isFixed} />
        ))}
        {content.problems.length > 0 && desk.isSaved && <Problems riposte={riposte} />}
        <p>
          <Link to={`/${slug}/posts/${content.id}` as string} className={styles.link}>
            <Icon name="out" size={14} />
            {isFixed ? t`Open the post` : t`Open in the full composer`}
          </Link>
        </p>
      </div>
    </Panel>
  );
}

function VersionTexts({ riposte, version, desk, isFixed }: Props & { version: Version }) {
  const { t } = useLingui();
  const format = useFormat();
  const parts = desk.texts[version.language] ?? version.segments;
  const name = format.languageName(version.language);
  return (
    <>
      {parts.map((text, index) => {
        const key = `${version.language}${index}`;
        const label = parts.length > 1 ? t`${name}, part ${index + 1}` : name;
        return isFixed ? (
          <section key={key} aria-label={label}>
            <h3 className={styles.label}>{label}</h3>
            <p className={styles.words} lang={version.language}>
              {text}
            </p>
          </section>
        ) : (
          <TextArea
            key={key}
            label={label}
            lang={version.language}
            rows={4}
            value={text}
            disabled={!riposte.may_edit}
            aside={<Lengths riposte={riposte} version={version} text={text} isFirst={index === 0} />}
            onChange={({ target }) => desk.write(version.language, index, target.value)}
          />
        );
      })}
    </>
  );
}

/** How long it is as each network counts that carries this language alone; joined texts are counted by the server and shown as problems. */
function Lengths({
  riposte,
  version,
  text,
  isFirst,
}: {
  riposte: Riposte;
  version: Version;
  text: string;
  isFirst: boolean;
}) {
  const { t } = useLingui();
  const format = useFormat();
  const { data: networks } = useQuery({
    ...api.queryOptions("get", "/api/networks/"),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const carriers = riposte.content.placements.filter(
    ({ languages, own_segments }) => languages.length === 1 && languages[0] === version.language && !own_segments,
  );
  const slugs = [...new Set(carriers.map(({ network }) => network))];
  return (
    <span className={styles.lengths}>
      {slugs.map((slug) => {
        const limits = networks?.find((each) => each.slug === slug)?.spec;
        if (!limits) return null;
        const length = lengthOn(text, isFirst ? (version.link ?? "") : "", limits);
        const over = length - limits.text_max;
        return (
          <span key={slug} className={`num ${over > 0 ? styles.tooLong : ""}`}>
            <NetworkMark network={slug} decorative />
            <span className="only-read">{networkName(slug)}: </span>
            {format.number(length)} / {format.number(limits.text_max)}
            {over > 0 && <>, {t`${over} over`}</>}
          </span>
        );
      })}
    </span>
  );
}

function Problems({ riposte }: { riposte: Riposte }) {
  const { problems } = riposte.content;
  const blocking = problems.filter(({ blocks }) => blocks);
  const shown = blocking.length > 0 ? blocking : problems;
  return (
    <Note tone={blocking.length > 0 ? "attention" : "plain"} icon={blocking.length > 0 ? "warning" : "info"}>
      <ul className={styles.problems}>
        {shown.map((problem) => (
          <li key={`${problem.code}${problem.placement}${problem.language}`}>
            {problem.network && <NetworkMark network={problem.network} />} {problem.message}
          </li>
        ))}
      </ul>
    </Note>
  );
}
