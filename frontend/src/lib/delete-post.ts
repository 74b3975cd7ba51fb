import { api } from "~/api/client";
import { newKey } from "./new-key";

/** Deletes a post, as one of many: taken back, it comes with its approval, and what waited for a yes waits again. */
export const deletePost = (post: string) => together({ action: "delete", posts: [post] });

/** Takes back what was done to many, or to one as one of many. */
export const undoTogether = (undo: string) => together({ action: "undo", undo });

const together = (body: { action: "delete"; posts: string[] } | { action: "undo"; undo: string }) =>
  api.send("post", "/api/posts/bulk/", { params: { header: { "Idempotency-Key": newKey() } }, body: body as never });
