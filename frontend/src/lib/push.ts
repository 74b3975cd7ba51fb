/** Notices of this browser: whether it can show them, and its address at its push service. */

export type PushState = "impossible" | "install-first" | "refused" | "off" | "on";

/** On iPhones and iPads only an app on the home screen may show notices. */
const isApple = () => /iPhone|iPad/.test(navigator.userAgent);
const isInstalled = () => matchMedia("(display-mode: standalone)").matches;

const PATIENCE_MS = 15_000;

export async function pushState(): Promise<PushState> {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window))
    return isApple() && !isInstalled() ? "install-first" : "impossible";
  if (Notification.permission === "denied") return "refused";
  if (!(await worker())) return "impossible";
  return (await mine()) ? "on" : "off";
}

/** Return the worker that shows notices. On a first visit it comes a little after the page; null: not within reason. */
const worker = (): Promise<ServiceWorkerRegistration | null> =>
  Promise.race([navigator.serviceWorker.ready, new Promise<null>((give) => setTimeout(() => give(null), PATIENCE_MS))]);

/** Return this browser's own subscription, if it has one. */
export async function mine(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker?.getRegistration();
  return (await registration?.pushManager?.getSubscription()) ?? null;
}

/** The person has allowed it and the browser has an address; null when they did not. `key`: the server's, base64url. */
export async function subscribe(key: string): Promise<PushSubscription | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  const registration = await navigator.serviceWorker.ready;
  // One made with another key of the server's would be refused: it is made anew.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
}

/** This browser shows nothing any more; the server hears of it with the next notice. */
export const forget = async (): Promise<void> => {
  await (await mine().catch(() => null))?.unsubscribe().catch(() => false);
};

/** Return by what the server's list of devices knows this browser. */
export async function addressHash({ endpoint }: Pick<PushSubscription, "endpoint">): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(endpoint));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
