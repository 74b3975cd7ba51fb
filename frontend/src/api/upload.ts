import { partOf, type Window } from "~/lib/crops";
import { type Answer, csrfToken } from "./client";
import { organisationOf } from "./organisation";
import { type Problem, problemOf, unreachable } from "./problem";

interface Upload {
  file: File;
  /** Language → text. */
  alt?: Record<string, string>;
  /** Called with 0-1 while the bytes leave. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
  /** Called before it resolves when these very bytes were in the library already. */
  onKnown?: () => void;
}

/** The file is in the library afterwards. Rejects with a Problem. XMLHttpRequest, because fetch does not tell the progress of an upload. */
export function uploadAsset({
  file,
  alt,
  onProgress,
  signal,
  onKnown,
}: Upload): Promise<Answer<"post", "/api/assets/">> {
  return new Promise((resolve, reject: (problem: Problem) => void) => {
    const form = new FormData();
    form.set("file", file);
    if (alt) form.set("alt", JSON.stringify(alt));
    const request = new XMLHttpRequest();
    request.open("POST", "/api/assets/");
    request.setRequestHeader("X-CSRFToken", csrfToken());
    request.setRequestHeader("X-Organisation", organisationOf() ?? "");
    request.setRequestHeader("Accept-Language", document.documentElement.lang);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded / total);
    request.onload = () => {
      if (request.status === 200) onKnown?.();
      if (request.status < 300) resolve(JSON.parse(request.responseText));
      else void problemOf(new Response(request.responseText, { status: request.status })).then(reject);
    };
    request.onerror = () => reject(unreachable());
    signal?.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

/** The address of a picture for an `<img>`, which cannot send the organisation in a header. */
export function assetUrl(id: string, kind: "thumb" | "web" = "thumb", part?: Window | null): string {
  const only = part ? `&part=${partOf(part)}` : "";
  return `/api/assets/${id}/file/?kind=${kind}${only}&organisation=${encodeURIComponent(organisationOf() ?? "")}`;
}
