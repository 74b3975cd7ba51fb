import * as v from "valibot";

const word = v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))), undefined);

/** connect: the window to choose a network, or one network's set-up steps. connection, problem, network: where a network sends people back. */
export const channelsSearch = v.object({ connect: word, connection: word, problem: word, network: word });
export type ChannelsSearch = v.InferOutput<typeof channelsSearch>;

/** The value of `connect` that shows all networks. */
export const ANY = "any";
