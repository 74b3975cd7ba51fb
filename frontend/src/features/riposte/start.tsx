import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { Panel } from "~/components/panel";
import { TimeField } from "~/components/time-field";
import { toast, toastProblem } from "~/components/toast";
import { newKey } from "~/lib/new-key";
import { useFormat } from "~/lib/use-format";
import { DelayChoice } from "./delay-choice";
import { sharedNews, usually } from "./model";
import { newsInstant } from "./news-time";
import styles from "./riposte.module.css";
import { TemplateChoice } from "./template-choice";
import { useHeadline } from "./use-headline";
import { Where } from "./where";

export interface NewsSearch {
  link?: string | undefined;
  headline?: string | undefined;
}

/** From a link to a draft: paste or share it, choose what to say, go. */
export function Start({ news }: { news: NewsSearch }) {
  const { t } = useLingui();
  const format = useFormat();
  const navigate = useNavigate();
  const { slug } = useOrganisation();
  const [link, setLink] = useState(news.link ?? "");
  const [own, setOwn] = useState<string | undefined>(news.headline || undefined);
  const [time, setTime] = useState("");
  const [delay, setDelay] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [key] = useState(newKey);
  const channels = useQuery(api.queryOptions("get", "/api/on-call/")).data?.channels ?? [];
  const read = useHeadline(link);
  const headline = own ?? read.headline ?? "";
  const start = useMutation(
    api.mutationOptions("post", "/api/ripostes/", {
      onSuccess: ({ id }) => void navigate({ to: `/${slug}/riposte/${id}` as string }),
      onError: toastProblem,
    }),
  );
  const take = (text: string) => {
    const found = sharedNews({ text });
    setLink(found.link || text.trim());
    if (found.headline && found.link) setOwn(found.headline);
  };
  const paste = async () => {
    try {
      take(await navigator.clipboard.readText());
    } catch {
      toast(t`Your browser does not hand over what was copied. Press long in the field and choose Paste.`);
    }
  };
  const go = (template: string | null) =>
    start.mutate({
      params: { header: { "Idempotency-Key": `${key}${template ?? ""}` } },
      body: {
        headline: headline.trim(),
        link,
        template,
        delay_min: delay,
        channels: chosen && [...chosen],
        ...(time && { news_at: newsInstant(time, format.zone) }),
      },
    });
  const isLink = link === "" || /^https?:\/\/\S+\.\S+/.test(link);
  return (
    <Panel title={t`Answer the news`} padded>
      <div className={styles.stack}>
        <div className={styles.paste}>
          <Field
            label={t`Link to the news`}
            type="url"
            inputMode="url"
            placeholder="https://"
            value={link}
            error={isLink ? undefined : t`This is no address of a page.`}
            onChange={({ target }) => setLink(target.value.trim())}
            // Keyboards of phones put in what was copied without a word of pasting.
            onBlur={() => !isLink && take(link)}
            onPaste={(event) => {
              event.preventDefault();
              take(event.clipboardData.getData("text"));
            }}
          />
          <Button icon="copy" onClick={() => void paste()}>{t`Paste`}</Button>
        </div>
        <Field
          label={t`Headline`}
          value={headline}
          maxLength={300}
          hint={read.hint}
          onChange={({ target }) => setOwn(target.value)}
        />
        <TimeField label={t`Time of the news`} value={time} onChange={setTime} hint={t`Empty: now`} />
        <div className={styles.when}>
          <span className={styles.label}>{t`Goes out, once approved`}</span>
          <DelayChoice value={delay} onChange={setDelay} />
        </div>
        {channels.length > 0 && (
          <div className={styles.when}>
            <span className={styles.label}>{t`Where it goes`}</span>
            <Where channels={channels} on={chosen ?? usually(channels)} onChange={setChosen} />
            <p className={styles.hint}>
              {chosen
                ? t`Exactly these channels, whichever answer you choose.`
                : t`An agreed answer goes to its own channels, unless you switch one here.`}
            </p>
          </div>
        )}
        <TemplateChoice
          isBusy={start.isPending}
          isReady={headline.trim() !== "" && isLink}
          channels={channels}
          chosen={chosen}
          onChoose={go}
        />
      </div>
    </Panel>
  );
}
