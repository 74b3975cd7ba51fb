import { Trans } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { written } from "~/lib/camel";
import { useTags } from "./use-tags";

const MOST = 3;

/** A tag of several words in small letters is one word to a screen reader: says how it reads better, and writes it so. */
export function TagHint({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const better = useTags(text.includes("#"));
  return better(text)
    .slice(0, MOST)
    .map((each) => (
      <Button key={each.tag} size="small" icon="eye" onClick={() => onChange(written(text, each))}>
        <Trans>Write #{each.better}: screen readers read it as words</Trans>
      </Button>
    ));
}
