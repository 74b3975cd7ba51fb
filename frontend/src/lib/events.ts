import type { QueryClient } from "@tanstack/react-query";

/** What the server says happened: which kind of thing changed, and which one. */
interface Happening {
  kind: string;
  id: string;
}

/** Addresses that may read otherwise after something of that kind changed. An unknown kind refreshes everything. */
const plan = [
  "/api/posts/",
  "/api/calendar/",
  "/api/cadence/",
  "/api/campaigns/",
  "/api/deliveries/",
  "/api/troubles/",
  "/api/takebacks/",
  "/api/ripostes/",
];
const inbox = ["/api/decisions/"];
const money = ["/api/periods/", "/api/lines/", "/api/entries/", "/api/requests/"];
const touched: Record<string, readonly string[]> = {
  post: [...plan, ...inbox],
  note: ["/api/posts/{id}/notes/", "/api/posts/{id}/", "/api/calendar/"],
  presence: ["/api/posts/{id}/presence/"],
  delivery: [...plan, ...inbox],
  decision: [...plan, ...inbox, ...money],
  budget: [...money, "/api/campaigns/"],
  request: [...money, ...inbox],
  moment: ["/api/moments/", "/api/layers/"],
  campaign: ["/api/campaigns/", "/api/calendar/"],
  outside: ["/api/outside/", "/api/cadence/"],
  channel: ["/api/channels/", "/api/outside/", "/api/cadence/", "/api/troubles/"],
  asset: ["/api/assets/"],
  notice: ["/api/notices/"],
  riposte: ["/api/ripostes/", ...inbox],
  rota: ["/api/on-call/", "/api/ripostes/"],
  member: ["/api/members/", "/api/invitations/", "/api/me/"],
  organisation: ["/api/organisation/", "/api/ripostes/", "/api/me/", "/api/stop/", "/api/troubles/"],
};

const POLL_MS = 60_000;
const REOPEN_MS = 10_000;

/** Return which queries to ask again after this happened. Exported for its test. */
export function isTouched(kind: string, path: unknown): boolean {
  const starts = touched[kind];
  if (typeof path !== "string") return false;
  return starts ? starts.some((start) => path.startsWith(start)) : path !== "/api/networks/";
}

/** Until the returned function is called, what the server says changed is asked again; every minute instead while the stream is down. */
export function listen({ organisation, queryClient }: { organisation: string; queryClient: QueryClient }): () => void {
  let poll: ReturnType<typeof setInterval> | undefined;
  let wasLost = false;
  const waiting = new Set<string>();
  let flush: ReturnType<typeof setTimeout> | undefined;

  const refresh = (kinds: Iterable<string>) => {
    const list = [...kinds];
    void queryClient.invalidateQueries({
      predicate: ({ queryKey: [, path] }) => list.some((kind) => isTouched(kind, path)),
    });
  };
  const everything = () => refresh(["*"]);

  let stream: EventSource;
  let reopen: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    stream = new EventSource(`/api/events/?organisation=${encodeURIComponent(organisation)}`);
    stream.onopen = onOpen;
    stream.onmessage = onMessage;
    stream.onerror = onError;
  };
  const onOpen = () => {
    clearInterval(poll);
    poll = undefined;
    // What happened while the stream was away was not said to us.
    if (wasLost) everything();
    wasLost = false;
  };
  const onMessage = ({ data }: MessageEvent<string>) => {
    let happening: Happening;
    try {
      happening = JSON.parse(data);
    } catch {
      return;
    }
    // One decision or delivery sends several events: ask once for all of them.
    waiting.add(happening.kind);
    flush ??= setTimeout(() => {
      flush = undefined;
      refresh(waiting);
      waiting.clear();
    }, 150);
  };
  const onError = () => {
    wasLost = true;
    poll ??= setInterval(everything, POLL_MS);
    // A browser tries again by itself after a cut, not after an answer that was no stream (a server that restarts).
    if (stream.readyState === EventSource.CLOSED) reopen = setTimeout(open, REOPEN_MS);
  };
  open();
  const onVisible = () => document.visibilityState === "visible" && everything();
  document.addEventListener("visibilitychange", onVisible);
  window.addEventListener("online", everything);

  return () => {
    stream.close();
    clearInterval(poll);
    clearTimeout(flush);
    clearTimeout(reopen);
    document.removeEventListener("visibilitychange", onVisible);
    window.removeEventListener("online", everything);
  };
}
