import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useDeferredValue, useRef } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { ErrorState } from "~/components/error-state";
import { underneath } from "~/components/own-entry";
import { Skeleton, SkeletonList } from "~/components/skeleton";
import { useFormat } from "~/lib/use-format";
import { Composer } from "./composer";
import styles from "./composer.module.css";
import { type Draft, emptyDraft, type Language, type Post } from "./draft";
import { startVersion, withChannel, withText } from "./edit";
import { draftFrom } from "./templates";
import { postOptions } from "./use-desk";

export interface ComposerStart {
  /** Local time a new post starts with: "2026-11-24T09:00". */
  at?: string | undefined;
  channel?: string | undefined;
  campaign?: string | undefined;
  text?: string | undefined;
  /** A template the new post begins with. */
  template?: string | undefined;
  /** A note that somebody was led to. */
  notes?: string | undefined;
}

/** A post by its id, or "new". Saving a new one for the first time replaces the address, and the writing goes on. */
export function ComposerPage({ id, start, below }: { id: string; start: ComposerStart; below?: ReactNode }) {
  const format = useFormat();
  const navigate = useNavigate();
  const { slug, languages } = useOrganisation();
  const created = useRef<string | null>(null);
  const isNew = id === "new";
  const begun = useRef("");
  // Another template begins another post, also while an unsaved one is open.
  if (isNew) begun.current = `new ${start.template ?? ""}`;
  const post = useQuery({ ...postOptions(id), enabled: !isNew });
  const channels = useQuery(api.queryOptions("get", "/api/channels/", { params: { query: { gone: true } } }));
  const networks = useQuery({ ...api.queryOptions("get", "/api/networks/"), staleTime: Number.POSITIVE_INFINITY });
  const campaigns = useQuery(api.queryOptions("get", "/api/campaigns/"));

  const template = useQuery({
    ...api.queryOptions("get", "/api/templates/{id}/", { params: { path: { id: start.template ?? "" } } }),
    enabled: isNew && Boolean(start.template),
    retry: false,
  });

  const isReady =
    channels.data && networks.data && campaigns.data && (isNew ? !start.template || !template.isPending : post.data);
  // The first time it is drawn in pieces that let a finger through.
  const isDrawn = useDeferredValue(Boolean(isReady));
  const failed = [post, channels, networks, campaigns].find(({ error, data }) => error && !data);
  if (failed?.error) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (!isReady || !isDrawn) return <Loading />;

  const fresh = (): Draft => {
    if (template.data)
      return draftFrom(template.data, { local_time: start.at ?? "", zone: format.zone, campaign: start.campaign });
    const draft = { ...emptyDraft, campaign: start.campaign ?? null };
    const channel = channels.data.results.find((each) => each.id === start.channel);
    const time = { local_time: start.at ?? "", zone: format.zone };
    const placed = channel ? withChannel(draft, channel, { organisationLanguages: languages, time }) : draft;
    const language = placed.placements[0]?.languages[0] ?? (languages[0] as Language) ?? "en";
    return start.text ? withText(placed, startVersion(placed, language, new Map()), [start.text]) : placed;
  };
  const onCreated = (saved: Post) => {
    created.current = saved.id;
    underneath(() => navigate({ href: `/${slug}/posts/${saved.id}`, replace: true, resetScroll: false }));
  };
  return (
    <Composer
      // The same desk goes on when "new" becomes the post that was just created.
      key={isNew || id === created.current ? begun.current : id}
      startSide={start.notes ? "notes" : "write"}
      post={isNew ? null : (post.data ?? null)}
      fresh={fresh()}
      at={start.at ?? ""}
      below={below}
      onCreated={onCreated}
      around={{ channels: channels.data.results, networks: networks.data, campaigns: campaigns.data.results }}
    />
  );
}

function Loading() {
  return (
    <div className={styles.loading}>
      <Skeleton width={240} height={28} />
      <SkeletonList rows={4} height={96} />
    </div>
  );
}
