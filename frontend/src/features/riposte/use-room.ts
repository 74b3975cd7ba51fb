import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { toast, toastProblem } from "~/components/toast";
import { toInstant } from "~/lib/local-time";
import { type InTheWay, later, type MovedAway, nextSlot, type Riposte } from "./model";
import type { Acts } from "./use-riposte";

interface Move {
  row: InTheWay;
  at: string;
}
const SLOTS_FOR_DAYS = 14;

/** Move what is in the way, each with an undo that puts it back where it stood, approved if it was. */
export function useRoom(riposte: Riposte, { params, makeRoom, putBack }: Acts) {
  const { t } = useLingui();
  const queryClient = useQueryClient();

  const back = (rows: readonly { id: string }[]) =>
    putBack.mutate({ params, body: { moved: rows.map(({ id }) => id) } }, { onSuccess: () => toast(t`Put back`) });

  const to = (moves: readonly Move[]) => {
    if (moves.length === 0) return;
    const placements = new Set(moves.map(({ row }) => row.placement));
    makeRoom.mutate(
      { params, body: { moves: moves.map(({ row, at }) => ({ placement: row.placement, local_time: at })) } },
      {
        onSuccess: ({ moved }) => {
          const rows: MovedAway[] = moved.filter(({ placement }) => placements.has(placement));
          const done = t`${plural(moves.length, { one: "# post moved", other: "# posts moved" })}`;
          toast(done, { undo: () => back(rows) });
        },
      },
    );
  };

  return {
    to,
    back,
    hourLater: (rows: readonly InTheWay[]) => to(rows.map((row) => ({ row, at: later(row.local_time, 60) }))),
    toSlots: async (rows: readonly InTheWay[]) => {
      const zone = rows[0]?.zone ?? "Europe/Brussels";
      const clear = rows.map(({ local_time }) => later(local_time, riposte.window_min)).sort()[0] ?? "";
      const query = { from: toInstant(clear, zone), to: toInstant(later(clear, SLOTS_FOR_DAYS * 1440), zone) };
      try {
        const slots = await queryClient.fetchQuery(api.queryOptions("get", "/api/slots/free/", { params: { query } }));
        const taken = new Set<string>();
        const moves = rows.flatMap((row) => {
          const at = nextSlot(slots, row.channel, later(row.local_time, riposte.window_min), taken);
          if (!at) return [];
          taken.add(`${row.channel} ${at}`);
          return [{ row, at }];
        });
        if (moves.length < rows.length)
          toast(t`Not every channel has a free slot in the next two weeks. Choose a time for those.`);
        to(moves);
      } catch (error) {
        toastProblem(asProblem(error));
      }
    },
  };
}
