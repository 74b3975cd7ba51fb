import { useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { toastProblem } from "~/components/toast";

interface Lane {
  default_person?: string | null;
  patience_min?: number;
  expires_min?: number;
  target_min?: number;
  window_min?: number;
  left_out?: string[];
}

/** The verbs of the rota; each resolves to whether it was done, and says why not. */
export function useRota() {
  const queryClient = useQueryClient();
  const done = async (sent: Promise<unknown>): Promise<boolean> => {
    try {
      await sent;
      await api.refresh(queryClient, "/api/on-call/", "/api/ripostes/");
      return true;
    } catch (error) {
      toastProblem(asProblem(error));
      return false;
    }
  };
  return {
    putOnCall: (person: string, starts: string, ends: string) =>
      done(api.send("post", "/api/duties/", { body: { person, starts, ends } })),
    takeOff: (id: string) => void done(api.send("delete", "/api/duties/{id}/", { params: { path: { id } } })),
    goAway: (person: string, starts_on: string, ends_on: string) =>
      done(api.send("post", "/api/absences/", { body: { person, starts_on, ends_on } })),
    comeBack: (id: string) => void done(api.send("delete", "/api/absences/{id}/", { params: { path: { id } } })),
    arrange: (lane: Lane) => void done(api.send("patch", "/api/on-call/", { body: lane })),
  };
}

export type RotaActs = ReturnType<typeof useRota>;
