import { useLingui } from "@lingui/react/macro";
import { useNow } from "~/lib/use-now";
import { Tag } from "./tag";

/** A riposte among other things: how many minutes ago the news broke. */
export function RiposteMark({ newsAt }: { newsAt: string }) {
  const { t } = useLingui();
  const minutes = Math.max(0, Math.floor((useNow() + 30_000 - Date.parse(newsAt)) / 60_000));
  return <Tag tone="warn" icon="bolt">{t`Riposte, ${minutes} min`}</Tag>;
}
