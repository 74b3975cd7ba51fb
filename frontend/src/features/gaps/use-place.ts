import { plural } from "@lingui/core/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Answer, api } from "~/api/client";
import { asProblem } from "~/api/problem";
import { toast, toastProblem } from "~/components/toast";
import type { Channel } from "./model";

type Post = Answer<"get", "/api/posts/{id}/">;
type Placement = Post["placements"][number];
type Language = Post["versions"][number]["language"];

interface Place {
  post: string;
  channel: string;
  at: string;
}

const touched = ["/api/posts/", "/api/calendar/", "/api/cadence/", "/api/campaigns/"];

/** What is sent of a placement that stays as it is. */
const kept = ({ channel, languages, local_time, zone, own_segments, own_base, without_link }: Placement) => ({
  channel,
  languages: languages as Language[],
  local_time,
  zone,
  own_segments,
  own_base,
  without_link,
});

/** Give drafts a place and a time, each in one save, with one way back for all. */
export function usePlace(onDone: () => void) {
  const queryClient = useQueryClient();
  const save = (post: Post, placements: ReturnType<typeof kept>[]) =>
    api.send("patch", "/api/posts/{id}/", {
      params: { path: { id: post.id }, header: { "If-Match": `"${post.revision}"` } },
      body: { placements },
    });
  const undo = async (done: { before: Post; after: Post }[]) => {
    try {
      for (const { before, after } of done)
        await save({ ...before, revision: after.revision }, before.placements.map(kept));
    } catch (error) {
      toastProblem(asProblem(error));
    }
    await api.refresh(queryClient, ...touched);
  };
  const placing = useMutation({
    mutationFn: async ({ places, channels }: { places: Place[]; channels: readonly Channel[] }) => {
      const done: { before: Post; after: Post }[] = [];
      try {
        for (const { post, channel: id, at } of places) {
          const before = await api.send("get", "/api/posts/{id}/", { params: { path: { id: post } } });
          const spoken = channels.find((each) => each.id === id)?.languages ?? [];
          done.push({ before, after: await save(before, placed(before, id, at, spoken)) });
        }
      } catch (error) {
        toastProblem(asProblem(error));
      }
      return done;
    },
    onSuccess: (done) => {
      void api.refresh(queryClient, ...touched);
      if (done.length === 0) return;
      const count = plural(done.length, { one: "# draft has a time now.", other: "# drafts have a time now." });
      toast(count, { undo: () => void undo(done) });
      onDone();
    },
  });
  return {
    run: (places: Place[], channels: readonly Channel[]) => placing.mutate({ places, channels }),
    isPending: placing.isPending,
  };
}

/** Return the post's placements with this channel at that time: the one it has there gets it, else there is a new one. */
export function placed(post: Post, channel: string, at: string, spoken: readonly string[]): ReturnType<typeof kept>[] {
  const rows = post.placements.map(kept);
  const mine = rows.find((row) => row.channel === channel && !row.local_time);
  if (mine) return rows.map((row) => (row === mine ? { ...row, local_time: at } : row));
  const written = post.versions.map(({ language }) => language);
  const languages = written.filter((code) => spoken.length === 0 || spoken.includes(code));
  return [
    ...rows,
    {
      channel,
      languages: languages.length ? languages : written.slice(0, 1),
      local_time: at,
      zone: "",
      own_segments: null,
      own_base: null,
      without_link: false,
    },
  ];
}
