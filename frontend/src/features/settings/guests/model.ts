import type { components } from "~/api/schema.gen";

export type Guest = components["schemas"]["GuestInList"];
