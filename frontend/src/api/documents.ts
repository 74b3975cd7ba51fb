import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, client } from "./client";
import { asProblem, type Problem } from "./problem";
import type { components } from "./schema.gen";

export type DocumentOf = components["schemas"]["DocumentShown"];

/** To what a file belongs, by its id. */
export interface Place {
  request?: string;
  entry?: string;
  invoice?: string;
}

/** What may be kept; the server looks at the content. */
export const KINDS = ".pdf,.xml,.xlsx,image/jpeg,image/png,image/webp";
export const MOST_MB = 10;

const touched = ["/api/documents/", "/api/invoices/", "/api/entries/"];

/** Send a file to where it belongs. */
async function sendDocument(file: File, place: Place) {
  const body = new FormData();
  body.set("file", file);
  for (const [name, id] of Object.entries(place)) body.set(name, id);
  // The generated type says text where a file is meant.
  await client.POST("/api/documents/", { body: body as never, bodySerializer: () => body });
}

/** The body of what is made together with its files: itself as JSON, and they. */
export function withFiles(request: object, files: readonly File[]) {
  const body = new FormData();
  body.set("request", JSON.stringify(request));
  for (const file of files) body.append("files", file);
  // The generated type says text where a file is meant.
  return { body: body as never, bodySerializer: () => body };
}

/** Send files; return why one could not be kept, if so. The others are kept. */
export async function sendAll(files: readonly File[], place: Place): Promise<Problem | undefined> {
  const sent = await Promise.allSettled(files.map((file) => sendDocument(file, place)));
  const failed = sent.find((each) => each.status === "rejected");
  return failed && asProblem(failed.reason);
}

export function useDocumentsAgain(): () => void {
  const queryClient = useQueryClient();
  return () => void api.refresh(queryClient, ...touched);
}

/** The files of a request. */
export const useDocumentsOfRequest = (request: string) =>
  useQuery(api.queryOptions("get", "/api/documents/", { params: { query: { request } } }));
