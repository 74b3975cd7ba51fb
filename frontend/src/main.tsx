import "@fontsource-variable/inter/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "./api/client";
import { organisationOf } from "./api/organisation";
import { activateLocale, preferredLocale } from "./lib/locale";
import { createAppRouter } from "./router";

const queryClient = createQueryClient(() => {
  // The session ended elsewhere: sign in again, then come back to the same place.
  if (!organisationOf()) return;
  const { pathname, search } = location;
  void router.navigate({ to: "/sign-in", search: { next: pathname + search } });
});
const router = createAppRouter(queryClient);

// A new version was put online and the file this one asks for is gone: take the new one, once.
window.addEventListener("vite:preloadError", (event) => {
  if (sessionStorage.getItem("carillon.reloaded")) return;
  sessionStorage.setItem("carillon.reloaded", "1");
  event.preventDefault();
  location.reload();
});

// A build before the translations are complete carries English sentences that nobody compiled.
if (__LAX__) i18n.setMessagesCompiler((await import("@lingui/message-utils/compileMessage")).compileMessage);

await activateLocale(preferredLocale());
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

if (import.meta.env.PROD && "serviceWorker" in navigator) {
  void navigator.serviceWorker.register("/service-worker.js");
}
