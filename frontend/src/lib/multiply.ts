import { opened } from "./opened";

const post = opened<string>();

/** Ask, from whatever screen, what shall be made of this post. */
export const openMultiply = post.open;
export const closeMultiply = post.close;
export const useMultiplied = post.use;
