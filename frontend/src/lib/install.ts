/** What Chrome and its kin hand out so that a page can offer its own installation. Source: developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
interface InstallPrompt extends Event {
  prompt: () => Promise<{ outcome: "accepted" | "dismissed" }>;
}

let offer: InstallPrompt | null = null;
const listeners = new Set<() => void>();

function change(next: InstallPrompt | null) {
  offer = next;
  for (const listener of listeners) listener();
}

/** From here on the browser's offer to install is kept for the person who asks for it. Early: it comes once, soon after loading. */
export function keepInstallOffer(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault(); // no bar of the browser's own over somebody's work
    change(event as InstallPrompt);
  });
  addEventListener("appinstalled", () => change(null));
}

export function onInstallOffer(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const installOffer = (): InstallPrompt | null => offer;

/** The browser asks whether to install; each offer can be used once. */
export async function install(): Promise<void> {
  const using = offer;
  change(null);
  await using?.prompt();
}
