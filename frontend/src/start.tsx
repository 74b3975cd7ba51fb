import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import { takeAnswers } from "./api/answers";
import { createQueryClient } from "./api/client";
import { type Me, meOptions } from "./api/me";
import { organisationOf } from "./api/organisation";
import { breath } from "./lib/breath";
import { keepInstallOffer } from "./lib/install";
import { activateLocale, isLocale, preferredLocale } from "./lib/locale";
import { whenIdle } from "./lib/when-idle";
import { createAppRouter } from "./router";

const queryClient = createQueryClient(() => {
  // The session ended elsewhere: sign in again, then come back to the same place.
  if (!organisationOf()) return;
  const { pathname, search } = location;
  void router?.navigate({ to: "/sign-in", search: { next: pathname + search } });
});
let router: ReturnType<typeof createAppRouter> | undefined;

// Files for reading offline are fetched when nobody waits for others, and the first look at the screen is over.
const LATER_MS = 8_000;

/** The app is on screen. No await outside of it: the screens' files stand on this one, and would wait for it while it waits for them. */
export async function start(): Promise<void> {
  keepInstallOffer();
  // A build before the translations are complete carries English sentences that nobody compiled.
  if (__LAX__) i18n.setMessagesCompiler((await import("@lingui/message-utils/compileMessage")).compileMessage);
  // The page says who reads it (config/first_paint.py), which saves a way to the server and a second language.
  const me: Me | null = JSON.parse(document.getElementById("me")?.textContent ?? "null");
  if (me) queryClient.setQueryData(meOptions().queryKey, me);
  takeAnswers(queryClient);
  await activateLocale(isLocale(me?.language) ? me.language : preferredLocale());
  await breath();
  const app = createAppRouter(queryClient);
  router = app;
  await breath();
  // Until the screen's own code is there, the page shows the bell or its first words.
  await app.load();
  await breath();
  const root = document.getElementById("root");
  if (!root) return;
  // As a transition the first picture is drawn in pieces, between which a finger gets through.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <I18nProvider i18n={i18n}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={app} />
          </QueryClientProvider>
        </I18nProvider>
      </StrictMode>,
    ),
  );
  keepReadyOffline();
}

function keepReadyOffline() {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const ready = async () => (await import("./features/phone/new-version")).keepReady(queryClient);
  // Without it all works but for a phone without a network.
  setTimeout(() => whenIdle(() => void ready().catch(() => {})), LATER_MS);
}
