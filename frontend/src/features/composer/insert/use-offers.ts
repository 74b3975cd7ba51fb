import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "~/api/client";
import { useComposing } from "../context";
import { type Emoji, emojiIn, recent } from "./emoji";
import type { Kind } from "./kinds";

export interface Offer {
  id: string;
  /** What goes into the text. */
  text: string;
  name: string;
  hint: string;
  /** What it is found by. */
  words: string;
}

/** Return what this list offers; undefined while it is being read. */
export function useOffers(kind: Kind, language: string): Offer[] | undefined {
  const { channels } = useComposing();
  const contacts = useQuery({ ...api.queryOptions("get", "/api/contacts/"), enabled: kind === "contact" });
  const sets = useQuery({ ...api.queryOptions("get", "/api/hashtag-sets/"), enabled: kind === "hashtags" });
  const snippets = useQuery({ ...api.queryOptions("get", "/api/snippets/"), enabled: kind === "snippet" });
  const [emoji, setEmoji] = useState<Emoji[]>();
  useEffect(() => {
    if (kind === "emoji") void emojiIn(language).then(setEmoji);
  }, [kind, language]);
  const offer = (id: string, text: string, name: string, hint = "", more = ""): Offer => ({
    id,
    text,
    name,
    hint,
    words: `${name} ${hint} ${more}`.toLowerCase(),
  });
  if (kind === "contact")
    return contacts.data?.results.map(({ id, key, name, note }) => offer(id, `{@${key}}`, name, note ?? "", key));
  if (kind === "hashtags")
    return sets.data?.results
      .filter((set) => !set.language || set.language === language)
      .map(({ id, name, tags }) => {
        const text = tags.map((tag) => `#${tag}`).join(" ");
        return offer(id, text, name, text);
      });
  if (kind === "snippet")
    return snippets.data?.results.flatMap(({ id, name, texts }) => {
      const text = texts[language];
      return text ? [offer(id, text, name, text)] : [];
    });
  if (kind === "placeholder") {
    const keys = [...new Set(channels.flatMap(({ placeholders }) => Object.keys(placeholders)))].sort();
    return keys.map((key) => {
      const values = channels.flatMap(({ placeholders }) => placeholders[key] ?? []);
      return offer(key, `{${key}}`, `{${key}}`, [...new Set(values)].join(" · "));
    });
  }
  if (!emoji) return undefined;
  const last = recent();
  const first = last.flatMap((sign) => emoji.find(({ text }) => text === sign) ?? []);
  return [...first, ...emoji.filter(({ text }) => !last.includes(text))].map(({ text, name, words }) =>
    offer(text, text, name, "", words),
  );
}
