import { partOf, type Window } from "~/lib/crops";
import { type Answer, api, csrfToken } from "./client";
import { organisationOf } from "./organisation";
import { Problem, problemOf, unreachable } from "./problem";

type Asset = Answer<"post", "/api/assets/">;

/** Why a signal is given: what has arrived stays, to go on later. Without it, it is thrown away. */
export const PAUSED = "paused";

interface Upload {
  file: File;
  /** Id of a folder of the library. */
  folder?: string;
  /** Called with 0-1 while the bytes leave. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
  /** Called before it resolves when these very bytes were in the library already. */
  onKnown?: () => void;
}

const PIECE = 1024 * 1024; // what is sent anew, at most, after a line broke
const WAITS_MS = [0, 1000, 3000, 5000, 10_000, 20_000, ...Array<number>(60).fill(30_000)];

/** The SHA-256 of the file; "" where the browser has none to offer (a page without https). */
async function digestOf(file: File): Promise<string> {
  if (!globalThis.crypto?.subtle) return "";
  const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The file is in the library afterwards. Rejects with a Problem. It goes in pieces, so that a broken line costs a piece and not the
 * whole; the same file chosen again later goes on where it stopped. Bytes the library has already are not sent. */
export async function uploadAsset({ file, folder, onProgress, signal, onKnown }: Upload): Promise<Asset> {
  const sha256 = await digestOf(file);
  if (sha256) {
    const { asset } = await api.send("get", "/api/assets/known/", { params: { query: { sha256 } } });
    if (asset) {
      onKnown?.();
      return asset;
    }
  }
  const url = await sendInPieces({ file, folder, sha256, onProgress, signal });
  const id = url.split("/").filter(Boolean).at(-1) ?? "";
  const state = await api.send("get", "/api/uploads/{id}/", { params: { path: { id } } });
  if (!state.asset) throw new Problem(400, state.problem, state.message, {}, {}, state);
  if (state.was_known) onKnown?.();
  return state.asset;
}

/** All of it is at the server; return the address of the upload. */
async function sendInPieces({
  file,
  folder,
  sha256,
  onProgress,
  signal,
}: {
  file: File;
  folder: string | undefined;
  sha256: string;
  onProgress: ((share: number) => void) | undefined;
  signal: AbortSignal | undefined;
}): Promise<string> {
  const tus = await import("tus-js-client");
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(file, {
      endpoint: "/api/uploads/",
      chunkSize: PIECE,
      retryDelays: WAITS_MS,
      uploadDataDuringCreation: true,
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name, ...(sha256 ? { sha256 } : {}), ...(folder ? { folder } : {}) },
      onBeforeRequest: (request) => {
        request.setHeader("X-CSRFToken", csrfToken());
        request.setHeader("X-Organisation", organisationOf() ?? "");
        request.setHeader("Accept-Language", document.documentElement.lang);
      },
      // A line that is down comes back: the tries go on, also while the browser knows that it is offline.
      onShouldRetry: (error) => {
        const status = (error as { originalResponse?: { getStatus(): number } }).originalResponse?.getStatus() ?? 0;
        return status === 0 || status >= 500 || status === 409;
      },
      onProgress: (sent, total) => onProgress?.(total ? sent / total : 1),
      onSuccess: () => resolve(upload.url ?? ""),
      onError: (error) => {
        const answer = (error as { originalResponse?: { getStatus(): number; getBody(): string } }).originalResponse;
        const status = answer?.getStatus() ?? 0;
        if (!answer || status < 200) reject(unreachable());
        else void problemOf(new Response(answer.getBody(), { status })).then(reject);
      },
    });
    signal?.addEventListener("abort", () => void upload.abort(signal.reason !== PAUSED));
    void upload.findPreviousUploads().then(([before]) => {
      if (signal?.aborted) return;
      if (before) upload.resumeFromPreviousUpload(before);
      upload.start();
    });
  });
}

/** The address of a picture for an `<img>`, which cannot send the organisation in a header. */
export function assetUrl(id: string, kind: "thumb" | "web" = "thumb", part?: Window | null): string {
  const only = part ? `&part=${partOf(part)}` : "";
  return `/api/assets/${id}/file/?kind=${kind}${only}&organisation=${encodeURIComponent(organisationOf() ?? "")}`;
}
