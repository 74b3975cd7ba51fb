import { useLingui } from "@lingui/react/macro";
import { Tag } from "~/components/tag";
import type { Standing } from "./model";
import { standingWords } from "./words";

/** Whether it comes nearer fast enough: a word and a sign, not the colour alone. */
export function StandingTag({ standing }: { standing: Standing }) {
  const { t } = useLingui();
  const { name, icon, tone } = standingWords[standing];
  return (
    <Tag tone={tone} icon={icon}>
      {t(name)}
    </Tag>
  );
}
