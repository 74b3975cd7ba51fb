import { opened } from "./opened";

/** "ways": all that can be begun, for a phone; "template": the templates to begin a post with. */
export type Asked = "ways" | "template";

const asked = opened<Asked>();

/** Ask, over whatever screen, how something new begins. */
export const openMake = asked.open;
export const closeMake = asked.close;
export const useMakeAsked = asked.use;
