import { networkName } from "~/components/network-mark";

/** A channel by its network and its name: a page and a profile often have the same. */
export const placeOf = ({ network, channel_name }: { network: string; channel_name: string }): string =>
  `${networkName(network)} (${channel_name})`;
