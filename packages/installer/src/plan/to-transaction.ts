import { createHash } from "node:crypto";
import type { Change, Source, Transaction } from "../script/index.ts";
import type { HostPlan, PlannedFile } from "./host-plan.ts";

export type TransactionWish = Pick<Transaction, "id" | "state" | "patience"> & { readonly key: Source };

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

const toChange = ({ content, ...file }: PlannedFile, key: Source): Change => ({
  kind: "file",
  ...file,
  source: content.kind === "key" ? key : { kind: "sent", bytes: content.bytes },
});

/** Whether the file has this very content already. */
const isThere = (change: Change): boolean =>
  change.kind === "file" && change.source.kind === "sent" && sha256(change.source.bytes) === change.before;

/** What nothing names yet comes before what will name it. */
const isNew = (change: Change): boolean => change.kind === "file" && change.before === "absent";

/** The key that is kept has to be the one that the certificate was issued for. */
const expectedKey = ({ publicKeySha256 }: HostPlan, { key }: TransactionWish): Pick<Transaction, "key"> =>
  key.kind === "kept" ? { key: { reference: key.reference, publicKeySha256 } } : {};

/** What the host shall do. Files that are as they shall be already are left alone. */
export const toTransaction = (plan: HostPlan, wish: TransactionWish): Transaction => {
  const { key, ...rest } = wish;
  const folders = plan.folders.map((folder): Change => ({ kind: "folder", ...folder }));
  const links = plan.links.map((link): Change => ({ kind: "link", ...link }));
  const files = plan.files.map((file) => toChange(file, key)).filter((change) => !isThere(change));
  const [newOnes, edits] = [files.filter(isNew), files.filter((change) => !isNew(change))];
  const { watched, commands } = plan;
  const expected = expectedKey(plan, wish);
  return {
    ...rest,
    ...expected,
    watched,
    changes: [...folders, ...newOnes, ...links, ...edits],
    server: commands.server,
  };
};
