import { networkName } from "~/components/network-mark";
import type { Placement, Post } from "../model";

export interface ChannelName {
  name: string;
  handle: string;
  avatar_url?: string | null;
}

export interface PreviewProps {
  placement: Placement;
  versions: Post["versions"];
  channel: ChannelName | undefined;
}

export const nameOf = ({ channel, placement }: PreviewProps): string => channel?.name || networkName(placement.network);
