import type { ChainVerdict, OrderId } from "@hostseal/core";
import { bad, good, toMarkedLine } from "./events/line.ts";
import type { Line } from "./events/line.ts";
import type { Paint } from "./paint.ts";

/** What the audit of one journal came to. */
export type Audited = {
  readonly order: OrderId;
  readonly verdict: ChainVerdict | { readonly kind: "unreadable"; readonly because: string };
};

const reasons = {
  altered: "was altered",
  missing: "is missing, or stands in another place",
  "head-differs": "is not where the order says its journal ends",
} as const;

const toLine = ({ order, verdict }: Audited): Line => {
  switch (verdict.kind) {
    case "intact":
      return good(`${order}: ${verdict.entries} entries, unbroken`);
    case "broken":
      return bad(
        `${order}: entry ${verdict.sequence} ${reasons[verdict.because]}; nothing from there on can be trusted`,
      );
    case "unreadable":
      return bad(`${order}: ${verdict.because}`);
  }
};

/** The verdict on each journal; the broken ones stand last, where they are read. */
export const toAuditPage = (audited: readonly Audited[], paint: Paint): readonly string[] => {
  const broken = audited.filter(({ verdict }) => verdict.kind !== "intact");
  const intact = audited.filter(({ verdict }) => verdict.kind === "intact");
  const lines = [...intact, ...broken].map((one) => toMarkedLine(toLine(one), paint));
  const sum = broken.length === 0 ? "Every journal is unbroken." : `${broken.length} of ${audited.length} are broken.`;
  return [...lines, sum];
};

/** The same for a program. */
export const toAuditJson = (audited: readonly Audited[]) => ({
  type: "audit",
  intact: audited.every(({ verdict }) => verdict.kind === "intact"),
  orders: audited.map(({ order, verdict }) => ({ order, ...verdict })),
});
