import { createHash } from "node:crypto";
import type { Change, Source, Transaction } from "../script/index.ts";
import type { HostPlan, PlannedFile } from "./host-plan.ts";

export type TransactionWish = Pick<Transaction, "id" | "state" | "patience"> & { readonly key: Source };

const toChange = ({ content, ...file }: PlannedFile, key: Source): Change => ({
  kind: "file",
  ...file,
  source: content.kind === "key" ? key : { kind: "sent", bytes: content.bytes },
});

/** Whether the file has this very content already. */
const isThere = (change: Change): boolean =>
  change.kind === "file" &&
  change.source.kind === "sent" &&
  createHash("sha256").update(change.source.bytes).digest("hex") === change.before;

/** What the script shall do. Files that are as they shall be already are left alone. */
export const toTransaction = (plan: HostPlan, { key, ...wish }: TransactionWish): Transaction => {
  const folders = plan.folders.map((folder): Change => ({ kind: "folder", ...folder }));
  const files = plan.files.map((file) => toChange(file, key)).filter((change) => !isThere(change));
  return { ...wish, watched: plan.watched, changes: [...folders, ...files], server: plan.commands };
};
