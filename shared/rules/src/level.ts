/** How much of the subject is verified: domain only, organisation, or extended. */
export type Level = "dv" | "ov" | "ev";

export const LEVELS: readonly Level[] = ["dv", "ov", "ev"];
