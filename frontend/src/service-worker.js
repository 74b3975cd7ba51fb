// Keeps the app itself and what was read last, so that a phone without a network still shows it. Filled in at build time.
const SHELL = "carillon-shell-__VERSION__";
const DATA = "carillon-data";
const MOST_ANSWERS = 150;
/** The build writes the list of assets here. */
const FILES = ["/early.js", "/icon.svg", "/manifest.webmanifest", ...__FILES__];

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      // The page as nobody's: signed in, it says who reads it.
      .then((cache) => cache.addAll([new Request("/", { credentials: "omit" }), ...FILES])),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith("carillon-shell-") && name !== SHELL)
            // The one before stays: a page of it that is still open fetches its files as it goes.
            .slice(0, -1)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

// A new version waits until the page says so (src/features/phone/new-version.ts). Whoever signs out takes along what was read.
self.addEventListener("message", (event) => {
  if (event.data === "forget") event.waitUntil(caches.delete(DATA));
  else if (event.data === "take-over") void self.skipWaiting();
  else if (event.data?.holds) event.ports[0]?.postMessage(FILES.includes(event.data.holds));
});

// A notice: what the server sealed for this browser. A later one of the same cause takes its place.
self.addEventListener("push", (event) => {
  const { title, body, path, tag } = event.data?.json() ?? {};
  event.waitUntil(
    self.registration.showNotification(title ?? "Carillon", {
      body,
      tag,
      renotify: Boolean(tag),
      icon: "/icon-192.png",
      data: { path },
    }),
  );
});

// A tap leads to what it is about, in the window that is open already if there is one.
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const path = event.notification.data?.path ?? "";
  const address = new URL(path.startsWith("/") ? path : "/", self.location.origin);
  if (address.origin === self.location.origin) event.waitUntil(open(address.href));
});

async function open(address) {
  const [window] = await self.clients.matchAll({ type: "window" });
  const shown = await window?.navigate(address).catch(() => null);
  return shown ? shown.focus() : self.clients.openWindow(address);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(fromShell(request));
  else if (request.mode === "navigate" && !/^\/(api|_allauth|connect|d|files|m|static|healthz)\//.test(url.pathname))
    event.respondWith(page(request));
  else if (url.pathname.startsWith("/api/") && !/^\/api\/(events|schema|docs)\//.test(url.pathname))
    event.respondWith(answer(request));
});

async function fromShell(request) {
  return (await caches.match(request)) ?? fetch(request);
}

async function page(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match("/")) ?? Response.error();
  }
}

/** Fresh when the server answers; else what it answered last to the same question for the same organisation, marked with when. */
async function answer(request) {
  const key = new URL(request.url);
  key.searchParams.set("__organisation", request.headers.get("X-Organisation") ?? "");
  const cache = await caches.open(DATA);
  try {
    const response = await fetch(request);
    if (response.ok && response.headers.get("Content-Type")?.includes("application/json"))
      await keep(cache, key, response.clone());
    if (response.status === 401) await caches.delete(DATA);
    return response;
  } catch (error) {
    const kept = await cache.match(key);
    if (!kept) throw error;
    return kept;
  }
}

async function keep(cache, key, response) {
  const headers = new Headers(response.headers);
  headers.set("X-Carillon-Read-At", new Date().toISOString());
  headers.delete("Content-Encoding");
  await cache.put(key, new Response(await response.blob(), { status: 200, headers }));
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST_ANSWERS))) await cache.delete(old);
}
