import { fitting, type Given, given } from "~/lib/search";

const word = (value: unknown) => fitting(value, /^[\w-]{1,64}$/);

/** connect: the window to choose a network, or one network's set-up steps. connection, problem, network: where a network sends people back.
 * edit: the channel whose settings are open. */
export const channelsSearch = ({ connect, connection, problem, network, edit }: Given) =>
  given({
    connect: word(connect),
    connection: word(connection),
    problem: word(problem),
    network: word(network),
    edit: word(edit),
  });
export type ChannelsSearch = ReturnType<typeof channelsSearch>;

/** The value of `connect` that shows all networks. */
export const ANY = "any";
