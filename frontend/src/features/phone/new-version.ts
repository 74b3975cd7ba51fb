import { t } from "@lingui/core/macro";
import type { QueryClient } from "@tanstack/react-query";
import { askAgain } from "~/api/answers";
import { meOptions } from "~/api/me";
import { toast } from "~/components/toast";

const LOOK_MS = 30 * 60_000;

/**
 * The service worker is there and what is on screen is kept for a phone without a network. A new version waits for a person's word;
 * when nobody answers, it takes over at the next start.
 */
export async function keepReady(queryClient: QueryClient): Promise<void> {
  const { serviceWorker } = navigator;
  // A browser told to keep nothing answers with nothing.
  const registration: ServiceWorkerRegistration | undefined = await serviceWorker.register("/service-worker.js");
  if (!registration) return;
  registration.waiting?.postMessage("take-over");
  registration.addEventListener("updatefound", () => {
    const next = registration.installing;
    next?.addEventListener("statechange", () => {
      if (next.state === "installed" && serviceWorker.controller) void offer(next);
    });
  });
  setInterval(() => navigator.onLine && void registration.update().catch(() => {}), LOOK_MS);
  await keepWhatIsRead(queryClient);
}

/** The very first time nothing passed the worker yet: it is asked again. Later only what the page itself had said. */
async function keepWhatIsRead(queryClient: QueryClient): Promise<void> {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) {
    if (queryClient.getQueryData(meOptions().queryKey))
      await queryClient.prefetchQuery({ ...meOptions(), staleTime: 0 });
    return askAgain(queryClient);
  }
  await new Promise((done) => serviceWorker.addEventListener("controllerchange", done, { once: true }));
  await queryClient.refetchQueries({ type: "active" });
}

async function offer(next: ServiceWorker): Promise<void> {
  // The page came from the network and is the new one already: nothing would change for who reads it.
  if (await holds(next, firstScript())) return next.postMessage("take-over");
  toast(t`A new version of Carillon is ready.`, { act: { words: t`Reload`, run: () => takeOver(next) }, stays: true });
}

function takeOver(next: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  next.postMessage("take-over");
}

const firstScript = (): string =>
  document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.getAttribute("src") ?? "";

/** Whether this file belongs to the worker's version. */
function holds(worker: ServiceWorker, file: string): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((answer) => {
    port1.onmessage = ({ data }) => answer(Boolean(data));
    worker.postMessage({ holds: file }, [port2]);
  });
}
