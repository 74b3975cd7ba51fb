import { useLingui } from "@lingui/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { meOptions } from "~/api/me";
import { toastProblem } from "~/components/toast";
import { activateLocale, currentLocale, type Locale } from "~/lib/locale";

/** The language in use, and a way to change it for this person everywhere. */
export function useLanguage(): [Locale, (locale: Locale) => void] {
  useLingui();
  const queryClient = useQueryClient();
  const save = useMutation(
    api.mutationOptions("patch", "/api/me/", {
      // Sentences that came from the server are in the old language.
      onSuccess: (me) => {
        queryClient.setQueryData(meOptions().queryKey, me);
        void queryClient.invalidateQueries();
      },
      onError: toastProblem,
    }),
  );
  const change = (locale: Locale) => {
    void activateLocale(locale);
    save.mutate({ body: { language: locale } });
  };
  return [currentLocale(), change];
}
