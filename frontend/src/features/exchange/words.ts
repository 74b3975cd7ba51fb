import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";

const words: Record<string, MessageDescriptor> = {
  date: msg`Date`,
  time: msg`Time`,
  when: msg`Date and time`,
  channel: msg`Channel`,
  network: msg`Network`,
  campaign: msg`Campaign`,
  title: msg`Title for colleagues`,
  language: msg`Language of the text`,
  text: msg`Text`,
  link: msg`Link`,
  picture: msg`Picture (file name)`,
  alt: msg`Description of the picture`,
};

/** "text_fr" → "Text (FR)". */
export function useFieldWords(): (field: string) => string {
  const { t } = useLingui();
  return (field) => {
    const [name = "", language] = field.split("_");
    const word = words[name];
    if (!word) return t`Nothing`;
    return language ? `${t(word)} (${language.toUpperCase()})` : t(word);
  };
}
