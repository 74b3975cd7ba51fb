import { opened } from "./opened";

/** Which week ("2026-11-23"; left out: this one and the next three) and whose targets. */
export interface Asked {
  monday?: string;
  campaign?: string;
}

const asked = opened<Asked>();

/** Show, over whatever screen, where the week falls short and when there is room. */
export const openGaps = asked.open;
export const closeGaps = asked.close;
export const useAskedGaps = asked.use;
