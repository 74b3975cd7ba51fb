import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import type { components } from "~/api/schema.gen";
import { toast } from "~/components/toast";

export type Act = components["schemas"]["BulkActRequest"];

/** Acts on many pictures, each with its undo; what posts still need is named. */
export function useBulk() {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const send = async (body: Act) => {
    const done = await api.send("post", "/api/assets/bulk/", { body });
    void api.refresh(queryClient, "/api/assets/", "/api/tags/", "/api/folders/");
    return done;
  };
  return async (act: Act, said: string) => {
    try {
      const { done, refused, undo } = await send(act);
      const names = refused.map(({ name }) => `“${name}”`).join(", ");
      if (refused.length > 0) toast(t`${names}: posts still need it, so it stays`, { tone: "failed" });
      if (done > 0) {
        toast(said, {
          undo: async () => {
            for (const back of undo) await send(back as Act);
          },
        });
      }
    } catch (error) {
      toast(asProblem(error).message, { tone: "failed" });
    }
  };
}
