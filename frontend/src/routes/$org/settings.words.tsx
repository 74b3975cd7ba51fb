import { useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { WordsSection } from "~/features/phrases/words-section";
import { SectionHeader } from "~/features/settings/frame";

export const Route = createFileRoute("/$org/settings/words")({ component: Words });

function Words() {
  const { t } = useLingui();
  return (
    <>
      <SectionHeader title={t`Words`} />
      <WordsSection />
    </>
  );
}
